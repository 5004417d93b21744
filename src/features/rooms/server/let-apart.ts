import { blocked } from '#features/blocks/server/index.ts';
import { holdStill } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Reaction } from '#platform/job.ts';
import { tellDoor } from './tell-door.ts';

/** A block ends a talk of the two, offered or begun. */
async function endAsides(tx: Tx, two: readonly PersonId[]) {
	const open = await tx.db
		.selectFrom('aside')
		.select(['id', 'room_id as roomId'])
		.where('person_id', 'in', two)
		.where('holder_id', 'in', two)
		.where('ended_at', 'is', null)
		.orderBy('room_id')
		.orderBy('id')
		.execute();
	for (const { id, roomId } of open) {
		await holdStill(tx, roomId);
		await holdStill(tx, id);
		await tx.db.updateTable('aside').set({ ended_at: tx.now }).where('id', '=', id).execute();
		await tellDoor(tx, roomId, { stirred: true });
	}
}

export const whenBlocked: Reaction = {
	factName: blocked.factName,
	atOnce: (tx, { blockerId, blockedId }) => endAsides(tx, [blockerId as PersonId, blockedId as PersonId]),
};
