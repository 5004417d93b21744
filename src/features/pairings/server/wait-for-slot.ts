import type { Length } from '#features/supporters/availability.ts';
import type { Format } from '#features/supporters/supporter.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { after, minutes } from '#platform/time.ts';
import { MOST_WAITS, type PairingId, type SlotWaitId } from '../pairing.ts';
import { may } from '../policy.ts';
import { actorStill } from './standing.ts';

/** Waits for a time that is taken. Whoever waits first is told first, and nobody learns who else waits. */
export async function waitForSlot(
	tx: Tx,
	{
		pairingId,
		startsAt,
		length,
		format,
	}: { pairingId: PairingId; startsAt: Date; length: Length; format: Format },
) {
	const ruling = may.book(await actorStill(tx, pairingId));
	if (ruling.refused) return ruling;
	if (startsAt <= tx.now) return refuse('time-is-past');
	const mine = await tx.db.selectFrom('slot_wait').select('id').where('person_id', '=', tx.actor).execute();
	if (mine.length >= MOST_WAITS) return refuse('enough-waits');
	await tx.db
		.insertInto('slot_wait')
		.values({
			id: tx.newId(),
			pairing_id: pairingId,
			person_id: tx.actor,
			starts_at: startsAt,
			ends_at: after(startsAt, minutes(length)),
			format,
			since: tx.now,
			offered_until: null,
		})
		.onConflict((already) => already.doNothing())
		.execute();
	return { pairingId };
}

/** Waits no longer. One press, any time. */
export async function waitNoLonger(tx: Tx, { pairingId, wait }: { pairingId: PairingId; wait: SlotWaitId }) {
	await tx.db
		.deleteFrom('slot_wait')
		.where('id', '=', wait)
		.where('pairing_id', '=', pairingId)
		.where('person_id', '=', tx.actor)
		.execute();
	return { pairingId };
}

/** The times somebody waits for in a pairing, the soonest first. */
export const waitsOf = (db: Reader, pairingId: PairingId, me: PersonId, now: Date) =>
	db
		.selectFrom('slot_wait')
		.select(['id', 'starts_at as startsAt', 'ends_at as endsAt'])
		.where('pairing_id', '=', pairingId)
		.where('person_id', '=', me)
		.where('starts_at', '>', now)
		.orderBy('starts_at')
		.execute();
