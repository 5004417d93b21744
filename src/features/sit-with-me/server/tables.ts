import type { AgeBand } from '#features/people/person.ts';
import type { Help } from '../card.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import type { Id, PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { PastWait } from '../wait.ts';
import type { NowAskId, Waiting } from '../waiting.ts';

declare module '#platform/db.ts' {
	interface Tables {
		now_ask: {
			id: NowAskId;
			person_id: PersonId;
			help: Help;
			language: string;
			words: Sealed;
			state: Waiting['state'];
			asked_at: Date;
			ended_at: Date | null;
			told_most: number | null;
			noticed_by: PersonId | null;
			with_you_at: Date | null;
			pairing_id: PairingId | null;
		};
		here_for_talks: {
			person_id: PersonId;
			confirmed_at: Date;
			until: Date;
			languages: string[];
			pairing_id: PairingId | null;
		};
		past_wait: {
			id: Id<'past-wait'>;
			on_day: string;
			hour_of_week: number;
			waited_seconds: number;
			came_of_it: PastWait['cameOfIt'];
			told_most: number | null;
		};
		talks_change: { age_band: AgeBand; change: number };
		talks_limits: { one: true; wait_minutes: number };
	}
}
