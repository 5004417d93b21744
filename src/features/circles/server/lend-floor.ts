import type { AliasId } from '#features/conversations/conversation.ts';
import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';

/** While the talking piece is out, only whoever holds it writes; nobody does while it is with `null`. */
export async function lendFloor(tx: Tx, circleId: CircleId, to: AliasId | 'everyone' | null) {
	const floor =
		to === 'everyone' ? { piece_out: false, piece_with: null } : { piece_out: true, piece_with: to };
	await tx.db.updateTable('circle').set(floor).where('id', '=', circleId).execute();
	await tx.nudge(`circle:${circleId}`);
}
