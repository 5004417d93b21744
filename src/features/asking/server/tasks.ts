import type { PairingId } from '#features/pairings/pairing.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { AskId, TaskId } from '../ask.ts';
import { may } from '../policy.ts';

type About = { askId: AskId; pairingId?: undefined } | { pairingId: PairingId; askId?: undefined };

/** Asks coordinators to look at something. What lies before them already is not asked twice. */
export async function makeTask(
	tx: Tx,
	{ kind, askId, pairingId }: About & { kind: 'unmatched' | 'handed-over' },
) {
	await tx.db
		.insertInto('asking_task')
		.values({
			id: tx.newId(),
			kind,
			ask_id: askId ?? null,
			pairing_id: pairingId ?? null,
			made_at: tx.now,
			settled_at: null,
			settled_by: null,
		})
		.onConflict((asked) => asked.doNothing())
		.execute();
}

/** A coordinator has looked after it. */
export async function settleTask(tx: Tx, { taskId }: { taskId: TaskId }) {
	const ruling = may.lookAfter({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	const settled = await tx.db
		.updateTable('asking_task')
		.set({ settled_at: tx.now, settled_by: tx.actor })
		.where('id', '=', taskId)
		.where('settled_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return settled ? { taskId } : refuse('not-found');
}

/** What it was about has come to an end by itself. */
export async function settleFor(tx: Tx, { askId, pairingId }: About) {
	await tx.db
		.updateTable('asking_task')
		.set({ settled_at: tx.now })
		.where('settled_at', 'is', null)
		.$if(askId !== undefined, (query) => query.where('ask_id', '=', askId!))
		.$if(pairingId !== undefined, (query) => query.where('pairing_id', '=', pairingId!))
		.execute();
}
