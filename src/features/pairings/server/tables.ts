import type { Generated } from 'kysely';
import type { AliasId } from '#features/conversations/conversation.ts';
import type { Format } from '#features/supporters/supporter.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { BookingId, PairingId, SeriesId, SlotWaitId } from '../pairing.ts';

declare module '#platform/db.ts' {
	interface Tables {
		pairing: {
			id: PairingId;
			supporter_id: PersonId | null;
			member_id: PersonId | null;
			began_at: Date;
			ended_at: Date | null;
			session_change: Generated<number>;
		};
		booking: {
			id: BookingId;
			pairing_id: PairingId;
			starts_at: Date;
			ends_at: Date;
			state: 'held' | 'booked';
			held_until: Date | null;
			format: Format;
			made_by: PersonId | null;
			sequence: Generated<number>;
			agreed_at: Date;
			series_id: SeriesId | null;
			place: Sealed | null;
			place_by: AliasId | null;
		};
		session_reminder: {
			booking_id: BookingId;
			person_id: PersonId;
			before: 'day' | 'hour';
			sequence: number;
		};
		slot_wait: {
			id: SlotWaitId;
			pairing_id: PairingId;
			person_id: PersonId;
			starts_at: Date;
			ends_at: Date;
			format: Format;
			since: Date;
			offered_until: Date | null;
		};
		booking_person: { booking_id: BookingId; person_id: PersonId; starts_at: Date; ends_at: Date };
		cancelled_booking: {
			id: BookingId;
			pairing_id: PairingId;
			starts_at: Date;
			ends_at: Date;
			sequence: number;
			cancelled_by: PersonId | null;
			cancelled_at: Date;
		};
	}
}
