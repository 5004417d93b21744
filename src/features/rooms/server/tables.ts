import type { AliasId } from '#features/conversations/conversation.ts';
import type { RotaId } from '#features/rota/rota.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type {
	AsideId,
	CallId,
	HoldingDuty,
	NoteId,
	Presence,
	Room,
	RoomDetails,
	RoomId,
	TopicId,
} from '../room.ts';

declare module '#platform/db.ts' {
	interface Tables {
		room: {
			id: RoomId;
			slug: string;
			name: string;
			about: string;
			language: string;
			age_band: RoomDetails['ageBand'];
			held_by: HoldingDuty[];
			agreements: string;
			agreements_version: number;
			second_at: number;
			keep_days: number;
			rota_id: RotaId;
			state: Room['state'];
			shut_until: Date | null;
			slow_seconds: number;
			told: 'closed' | 'held' | 'ending' | 'quiet';
			open_since: Date | null;
			door_change: number;
			desk_change: number;
			opened_at: Date;
		};
		hold: {
			room_id: RoomId;
			person_id: PersonId;
			since: Date;
			confirmed_at: Date;
			shift_ends_at: Date;
			until: Date;
		};
		presence: {
			room_id: RoomId;
			person_id: PersonId;
			since: Date;
			sign_at: Date;
			intent: Presence['intent'];
			first_time: boolean;
			corner: boolean;
		};
		room_pause: { room_id: RoomId; person_id: PersonId; until: Date };
		second_call: {
			id: CallId;
			room_id: RoomId;
			called_by: PersonId | null;
			called_at: Date;
			answered_by: PersonId | null;
			ended_at: Date | null;
		};
		pinned_topic: { id: TopicId; room_id: RoomId; alias_id: AliasId; words: Sealed; pinned_at: Date };
		aside: {
			id: AsideId;
			room_id: RoomId;
			person_id: PersonId | null;
			holder_id: PersonId | null;
			offered_at: Date;
			begun_at: Date | null;
			ended_at: Date | null;
		};
		kept_note: { id: NoteId; person_id: PersonId; words: Sealed; kept_on: string };
		room_limits: { one: true; keep_days: number };
	}
}
