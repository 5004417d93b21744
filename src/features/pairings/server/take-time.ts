import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import type { Span } from '#features/supporters/availability.ts';
import type { BookingId } from '../pairing.ts';

/**
 * Takes these people’s time for a booking that was just written. The database refuses it where one of them is in
 * another talk then; whoever came second is told so, and with that refusal the booking is given up.
 */
export async function takeTime(
	tx: Tx,
	bookingId: BookingId,
	{ startsAt, endsAt }: Span,
	people: readonly PersonId[],
): Promise<{ taken: true } | Refused<'slot-taken'>> {
	const taken = await tx.db
		.insertInto('booking_person')
		.values(
			// One order for everybody, so that two who want the same time never wait for each other crosswise.
			people.toSorted().map((personId) => ({
				booking_id: bookingId,
				person_id: personId,
				starts_at: startsAt,
				ends_at: endsAt,
			})),
		)
		.onConflict((already) => already.doNothing())
		.returning('person_id')
		.execute();
	return taken.length === people.length ? { taken: true } : refuse('slot-taken');
}

/** Slots that somebody held and did not take make way, for these people and this time. */
export async function makeWay(tx: Tx, { startsAt, endsAt }: Span, people: readonly PersonId[]) {
	await tx.db
		.deleteFrom('booking')
		.where('state', '=', 'held')
		.where('held_until', '<=', tx.now)
		.where('id', 'in', (where) =>
			where
				.selectFrom('booking_person')
				.select('booking_id')
				.where('person_id', 'in', people)
				.where('starts_at', '<', endsAt)
				.where('ends_at', '>', startsAt),
		)
		.execute();
}
