import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import type { Topic } from '#platform/topic.ts';
import type { PairingId } from '../pairing.ts';
import { pairingHome } from './talk.ts';

/** Tells both of a pairing’s pages that something around a session has changed. What it is, each asks again. */
export async function stirSession(tx: Tx, pairingId: PairingId) {
	await tx.db
		.updateTable('pairing')
		.set({ session_change: sql`session_change + 1` })
		.where('id', '=', pairingId)
		.execute();
	await tx.nudge(`session:${pairingId}`);
}

const changeOf = async (db: Reader, id: string) =>
	(
		await db
			.selectFrom('pairing')
			.select('session_change as change')
			.where('id', '=', id as PairingId)
			.executeTakeFirst()
	)?.change ?? 0;

/** Says only that something changed around a session, to those who may read what the two say. */
export const sessionTopic: Topic = {
	prefix: 'session',
	admit: async (db, viewer, id, now) =>
		isId(id) ? pairingHome.mayRead(db, viewer, id as unknown as PairingId, now) : refuse('not-found'),
	latest: changeOf,
	async since(db, _vault, id, change) {
		const now = await changeOf(db, id);
		return now > change ? [{ change: now }] : [];
	},
};
