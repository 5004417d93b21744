import type { PairingId } from '#features/pairings/pairing.ts';
import { endPairing, standingIn } from '#features/pairings/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { anotherTried } from '../events.ts';
import { settleFor } from './tasks.ts';

/**
 * A member goes on to somebody else. No reason is asked and nothing is counted; the two are not suggested to each other
 * again. Whether the supporter is told that this is why it ended is the member’s to say.
 */
export async function tryAnother(tx: Tx, { pairingId, tell }: { pairingId: PairingId; tell: boolean }) {
	const viewer = (await viewerById(tx.db, tx.actor)) ?? null;
	const { pairing } = await standingIn(tx.db, pairingId, viewer);
	if (pairing?.memberId !== tx.actor) return refuse('not-found');
	const ended = await endPairing(tx, pairingId);
	if ('refused' in ended) return ended;
	if (pairing.supporterId)
		await tx.db
			.insertInto('tried_another')
			.values({
				pairing_id: pairingId,
				member_id: tx.actor,
				supporter_id: pairing.supporterId,
				told: tell,
				at: tx.now,
			})
			.onConflict((already) => already.doNothing())
			.execute();
	await settleFor(tx, { pairingId });
	await tx.announce(anotherTried({ pairingId }));
	return { pairingId };
}

/** Whether the supporter of a pairing is told that the other has gone on to somebody else. */
export async function isToldOfAnother(db: Reader, pairingId: PairingId): Promise<boolean> {
	const tried = await db
		.selectFrom('tried_another')
		.select('told')
		.where('pairing_id', '=', pairingId)
		.executeTakeFirst();
	return tried?.told ?? false;
}
