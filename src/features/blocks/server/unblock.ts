import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { BlockId } from '../block.ts';
import { unblocked } from '../events.ts';

/** Takes one’s own block back. What the other may have wanted stays, and is not told; what ended by it does not come back. */
export async function unblock(tx: Tx, { blockId }: { blockId: BlockId }) {
	const gone = await tx.db
		.deleteFrom('block')
		.where('id', '=', blockId)
		.where('blocker_id', '=', tx.actor)
		.returning('blocked_id')
		.executeTakeFirst();
	if (!gone) return refuse('not-found');
	await tx.announce(unblocked({ blockerId: tx.actor, blockedId: gone.blocked_id }));
	await tx.nudge(`!person:${gone.blocked_id}`);
	return { unblocked: true };
}
