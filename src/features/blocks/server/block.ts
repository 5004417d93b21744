import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { decideBlock, type Known } from '../block.ts';
import { blocked } from '../events.ts';
import { holdTwoStill } from './hold-two-still.ts';
import { keyOf, sealKnown } from './known.ts';
import { keepPace } from './pace.ts';

/**
 * Blocks somebody. From the commit on the two do not meet anywhere, whoever of them is asked about; nobody is told. Twice
 * is once.
 */
export async function block(tx: Tx, { personId, known }: { personId: PersonId; known: Known }) {
	const between = { blockerId: tx.actor, blockedId: personId };
	const decision = decideBlock(between);
	if ('refused' in decision) return decision;
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	await holdTwoStill(tx, between.blockerId, between.blockedId);
	const there = await tx.db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst();
	if (!there) return refuse('not-found');

	const id = tx.newId<'block'>();
	const key = await keyOf(tx.db, tx.vault, tx.actor);
	const made = await tx.db
		.insertInto('block')
		.values({
			id,
			blocker_id: between.blockerId,
			blocked_id: between.blockedId,
			...sealKnown(key, id, known),
			since: tx.now,
		})
		.onConflict((already) => already.columns(['blocker_id', 'blocked_id']).doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!made) return decision;
	await tx.announce(blocked(between));
	await tx.nudge(`!person:${between.blockedId}`);
	return decision;
}
