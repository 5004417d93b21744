import { callOffAll } from '#features/pairings/server/index.ts';
import type { Duty } from '#features/people/person.ts';
import { dutyGiven, dutyTaken } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Reaction } from '#platform/job.ts';
import { talkHandedOver } from '../events.ts';
import { putToNext } from './cards.ts';
import { makeTask, settleFor } from './tasks.ts';

/**
 * Somebody is no supporter any more, in the very transaction that takes the duty: no card stays with them, sessions to come
 * are called off so that nobody waits in them alone, and coordinators are asked to look after whoever they were with. What
 * was said stays readable; the rule of a pairing lets nothing new be said.
 */
async function handOver(tx: Tx, supporterId: PersonId) {
	// Held still, so that whoever says yes at this moment is either seen here or refused there.
	await tx.db.selectFrom('supporter').select('id').where('person_id', '=', supporterId).forUpdate().execute();
	const cards = await tx.db
		.updateTable('offer')
		.set({ state: 'withdrawn' })
		.where('supporter_id', '=', supporterId)
		.where('state', '=', 'open')
		.returning('ask_id as askId')
		.execute();
	for (const { askId } of cards) await tx.enqueue(putToNext, { askId });
	for (const { id: pairingId } of await goingOnWith(tx, supporterId)) {
		await callOffAll(tx, pairingId);
		await makeTask(tx, { kind: 'handed-over', pairingId });
		await tx.announce(talkHandedOver({ pairingId }));
	}
}

/** They are a supporter again: their talks go on, and nobody needs to look after them. */
async function takeBack(tx: Tx, supporterId: PersonId) {
	for (const { id: pairingId } of await goingOnWith(tx, supporterId)) await settleFor(tx, { pairingId });
}

const goingOnWith = (tx: Tx, supporterId: PersonId) =>
	tx.db
		.selectFrom('pairing')
		.select('id')
		.where('supporter_id', '=', supporterId)
		.where('ended_at', 'is', null)
		.orderBy('id')
		.execute();

const whenSupporter =
	(then: (tx: Tx, personId: PersonId) => Promise<void>) =>
	async (tx: Tx, { personId, duty }: { personId?: unknown; duty?: unknown }) => {
		if ((duty as Duty) === 'supporter') await then(tx, personId as PersonId);
	};

export const handingOver: readonly Reaction[] = [
	{ factName: dutyTaken.factName, atOnce: whenSupporter(handOver) },
	{ factName: dutyGiven.factName, atOnce: whenSupporter(takeBack) },
];
