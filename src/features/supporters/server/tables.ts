import type { Generated } from 'kysely';
import type { Id, PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { Weekday } from '../availability.ts';
import type { SupporterId } from '../supporter.ts';

declare module '#platform/db.ts' {
	interface Tables {
		supporter: {
			id: SupporterId;
			person_id: PersonId;
			page: Sealed;
			open: Generated<boolean>;
			resting: Generated<boolean>;
			pairings: number;
			new_a_week: number;
			hours_a_week: Generated<number>;
			nights_a_week: Generated<number>;
			cooling_until: Date | null;
			off_from: string | null;
			off_until: string | null;
			zone: string;
			notice_hours: number;
			ahead_days: number;
			buffer_minutes: number;
		};
		supporter_hours: {
			id: Id<'supporter-hours'>;
			supporter_id: SupporterId;
			weekday: Weekday;
			from_time: string;
			until_time: string;
		};
		supporter_exception: {
			id: Id<'supporter-exception'>;
			supporter_id: SupporterId;
			first_on: string;
			last_on: string;
			from_time: string | null;
			until_time: string | null;
		};
	}
}
