import type { Tx } from '#platform/db.ts';
import type { NoticeId } from '../notice.ts';

/** Puts one notice away: it is not new any more. Nobody else’s. */
export async function putAway(tx: Tx, { notice }: { notice: NoticeId }) {
	await mine(tx).where('id', '=', notice).execute();
	return { away: true };
}

export async function putAllAway(tx: Tx) {
	await mine(tx).execute();
	return { away: true };
}

const mine = (tx: Tx) =>
	tx.db
		.updateTable('notice')
		.set({ unread: false })
		.where('person_id', '=', tx.actor)
		.where('unread', '=', true);
