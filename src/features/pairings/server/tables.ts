import type { Generated } from 'kysely';
import type { Format } from '#features/supporters/supporter.ts';
import type { PersonId } from '#platform/ids.ts';
import type { BookingId, PairingId } from '../pairing.ts';

declare module '#platform/db.ts' {
	interface Tables {
		pairing: {
			id: PairingId;
			supporter_id: PersonId | null;
			member_id: PersonId | null;
			began_at: Date;
			ended_at: Date | null;
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
