import type { PersonId } from '#platform/ids.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import type { Circle, CircleDetails, CircleId } from '../circle.ts';
import type { MeetingId, ScheduleId } from '../meeting.ts';

declare module '#platform/db.ts' {
	interface Tables {
		circle: {
			id: CircleId;
			slug: string;
			name: string;
			about: string;
			topics: string[];
			language: string;
			structure: CircleDetails['structure'];
			venue: CircleDetails['venue'];
			address: string | null;
			capacity: number;
			joining: CircleDetails['joining'];
			observers_welcome: boolean;
			age_band: CircleDetails['ageBand'];
			state: Circle['state'];
			agreements: string;
			agreements_version: number;
			piece_out: boolean;
			piece_with: AliasId | null;
			opened_at: Date;
		};
		seat: {
			circle_id: CircleId;
			person_id: PersonId;
			role: 'member' | 'host';
			taken_at: Date;
			quiet_until: Date | null;
			resting: boolean;
		};
		observer: { circle_id: CircleId; person_id: PersonId; since: Date };
		wait: {
			circle_id: CircleId;
			person_id: PersonId;
			state: 'asked' | 'waiting' | 'offered';
			since: Date;
			offered_until: Date | null;
		};
		invitation: { digest: Buffer; circle_id: CircleId; made_by: PersonId; ends_at: Date };
		schedule: {
			id: ScheduleId;
			circle_id: CircleId;
			rule: string;
			since: string;
			at: string;
			minutes: number;
			zone: string;
			except_on: string[];
			made_at: Date;
		};
		meeting: {
			id: MeetingId;
			circle_id: CircleId;
			schedule_id: ScheduleId | null;
			starts_at: Date;
			minutes: number;
			called_off_at: Date | null;
		};
		reminder: { meeting_id: MeetingId; person_id: PersonId; made_at: Date };
	}
}
