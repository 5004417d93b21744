import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CircleId } from '../circle.ts';

/** Rests, or comes back: the seat is kept, and while resting nothing reminds the person of it. */
export async function restInCircle(tx: Tx, { circleId, resting }: { circleId: CircleId; resting: boolean }) {
	const rested = await tx.db
		.updateTable('seat')
		.set({ resting })
		.where('circle_id', '=', circleId)
		.where('person_id', '=', tx.actor)
		.executeTakeFirst();
	return rested.numUpdatedRows === 0n ? refuse('not-seated') : { resting };
}
