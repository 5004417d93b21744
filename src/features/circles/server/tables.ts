import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { KeyId } from '#platform/vault.ts';
import type { AliasId, Circle, CircleDetails, CircleId } from '../circle.ts';
import type { MeetingId, ScheduleId } from '../meeting.ts';
import type { HidingReason, MessageId, Resonance } from '../message.ts';

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
			last_place: number;
			last_change: number;
			opened_at: Date;
		};
		alias: {
			id: AliasId;
			circle_id: CircleId;
			person_id: PersonId | null;
			name: string;
			name_key: string | null;
			key_id: KeyId | null;
			accepted_version: number;
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
		message: {
			id: MessageId;
			circle_id: CircleId;
			place: number;
			change: number;
			alias_id: AliasId;
			client_id: string;
			body: Sealed | null;
			content_note: Sealed | null;
			reply_to: number | null;
			posted_at: Date;
			edited_at: Date | null;
			removed_at: Date | null;
			hidden_at: Date | null;
			hidden_because: HidingReason | null;
		};
		resonance: { message_id: MessageId; alias_id: AliasId; kind: Resonance };
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
