import type { BookingId, PairingId } from '#features/pairings/pairing.ts';
import { talksHeldBy } from '#features/pairings/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { notMet } from '../events.ts';
import { hoursOf } from '../hours.ts';
import { may } from '../policy.ts';
import { sessionStill } from './standing.ts';

/** Says that the two did not meet: then it adds no hours. Either says it, and nobody is asked why. */
export async function sayNotMet(
	tx: Tx,
	{ pairingId, bookingId }: { pairingId: PairingId; bookingId: BookingId },
) {
	const ruling = may.answer(await sessionStill(tx, { pairingId, bookingId }));
	if (ruling.refused) return ruling;
	await tx.db
		.insertInto('not_met')
		.values({ booking_id: bookingId, said_by: tx.actor })
		.onConflict((already) => already.doNothing())
		.execute();
	await tx.announce(notMet({ pairingId, bookingId }));
	return { bookingId };
}

export async function wasNotMet(db: Reader, bookingId: BookingId): Promise<boolean> {
	const row = await db
		.selectFrom('not_met')
		.select('booking_id')
		.where('booking_id', '=', bookingId)
		.executeTakeFirst();
	return row !== undefined;
}

/** The hours that a supporter has held sessions, as they add up by themselves. */
export async function hoursHeldBy(db: Reader, me: PersonId, { zone, now }: { zone: string; now: Date }) {
	const talks = await talksHeldBy(db, me, now);
	if (talks.length === 0) return hoursOf([], zone);
	const missed = await db
		.selectFrom('not_met')
		.select('booking_id')
		.where(
			'booking_id',
			'in',
			talks.map(({ id }) => id),
		)
		.execute();
	return hoursOf(
		talks.filter(({ id }) => missed.every(({ booking_id }) => booking_id !== id)),
		zone,
	);
}
