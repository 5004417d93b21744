import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { sessionCalledOff } from '../events.ts';
import type { BookingId, PairingId } from '../pairing.ts';
import { may } from '../policy.ts';
import { actorStill } from './standing.ts';

/** Calls a session off: the time is free again at once, and both are told. */
export async function callOffSession(
	tx: Tx,
	{ pairingId, bookingId }: { pairingId: PairingId; bookingId: BookingId },
) {
	const ruling = may.callOff(await actorStill(tx, pairingId));
	if (ruling.refused) return ruling;
	const [calledOff] = await callOff(tx, pairingId, bookingId);
	return calledOff ? { bookingId } : refuse('no-such-session');
}

/** Calls off whatever is to come in a pairing that ends. */
export const callOffAll = (tx: Tx, pairingId: PairingId) => callOff(tx, pairingId);

async function callOff(tx: Tx, pairingId: PairingId, only?: BookingId) {
	const gone = await tx.db
		.deleteFrom('booking')
		.where('pairing_id', '=', pairingId)
		.where('starts_at', '>', tx.now)
		.$if(only !== undefined, (query) => query.where('id', '=', only!).where('state', '=', 'booked'))
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
