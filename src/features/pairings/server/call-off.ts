import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { sessionCalledOff } from '../events.ts';
import type { BookingId, PairingId, SeriesId } from '../pairing.ts';
import { may } from '../policy.ts';
import { actorStill } from './standing.ts';

/**
 * Calls a session off, or it and the rest of the series it was booked with: the time is free again at once, and both are
 * told.
 */
export async function callOffSession(
	tx: Tx,
	{
		pairingId,
		bookingId,
		which = 'one',
	}: { pairingId: PairingId; bookingId: BookingId; which?: 'one' | 'rest' },
) {
	const ruling = may.callOff(await actorStill(tx, pairingId));
	if (ruling.refused) return ruling;
	const session = await tx.db
		.selectFrom('booking')
		.select(['starts_at as from', 'series_id as seriesId'])
		.where('id', '=', bookingId)
		.where('pairing_id', '=', pairingId)
		.where('state', '=', 'booked')
		.executeTakeFirst();
	if (!session) return refuse('no-such-session');
	const { from, seriesId } = session;
	const gone = await callOff(
		tx,
		pairingId,
		which === 'rest' && seriesId ? { seriesId, from } : { bookingId },
	);
	return gone.length > 0 ? { bookingId } : refuse('no-such-session');
}

/** Calls off whatever is to come in a pairing that ends. */
export const callOffAll = (tx: Tx, pairingId: PairingId) => callOff(tx, pairingId, {});

type Which = { bookingId?: BookingId } & Partial<{ seriesId: SeriesId; from: Date }>;

async function callOff(tx: Tx, pairingId: PairingId, { bookingId, seriesId, from }: Which) {
	const all = bookingId === undefined && seriesId === undefined;
	const gone = await tx.db
		.deleteFrom('booking')
		.where('pairing_id', '=', pairingId)
		.where('starts_at', '>', tx.now)
		.$if(!all, (query) => query.where('state', '=', 'booked'))
		.$if(bookingId !== undefined, (query) => query.where('id', '=', bookingId!))
		.$if(seriesId !== undefined, (query) =>
			query.where('series_id', '=', seriesId!).where('starts_at', '>=', from!),
		)
		.returningAll()
		.execute();
	for (const { id, starts_at, ends_at, sequence, state } of gone) {
		if (state === 'held') continue;
		await tx.db
			.insertInto('cancelled_booking')
			.values({
				id,
				pairing_id: pairingId,
				starts_at,
				ends_at,
				sequence: sequence + 1,
				cancelled_by: tx.actor,
				cancelled_at: tx.now,
			})
			.execute();
		await tx.announce(sessionCalledOff({ pairingId, bookingId: id }));
	}
	return gone;
}
