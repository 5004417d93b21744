import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { leftNow, nobodyCame } from '../events.ts';
import { isWaiting, type Waiting } from '../waiting.ts';
import { rememberWait } from './past-waits.ts';
import { currentStill, waitMinutes } from './standing.ts';
import { tellTalks } from './tell.ts';

/** Waits no longer. One press, any time; nothing of it is kept but how long it was, and not of whom. */
export async function leaveWait(tx: Tx) {
	const current = await currentStill(tx);
	if (!current) return refuse('not-waiting');
	const over = !isWaiting(current, await waitMinutes(tx.db), tx.now);
	await (over ? endUnanswered(tx, current) : endLeft(tx, current));
	await tx.db.deleteFrom('now_ask').where('id', '=', current.id).execute();
	await tellTalks(tx, current.ageBand);
	return { askId: current.id };
}

type Told = Waiting & { toldMost: number | null };

/** They left, or can never be back. */
export async function endLeft(tx: Tx, waiting: Told) {
	await rememberWait(tx, { ...waiting, cameOfIt: 'left' });
	await tx.announce(leftNow({ askId: waiting.id }));
}

/** Nobody came in time. Said once, however often it is looked at. */
export async function endUnanswered(tx: Tx, waiting: Told) {
	if (waiting.state !== 'waiting') return;
	await rememberWait(tx, { ...waiting, cameOfIt: 'nobody-came' });
	await tx.db
		.updateTable('now_ask')
		.set({ state: 'lapsed', ended_at: tx.now })
		.where('id', '=', waiting.id)
		.execute();
	await tx.announce(nobodyCame({ askId: waiting.id }));
}
