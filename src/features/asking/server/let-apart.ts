import { blocked } from '#features/blocks/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Reaction } from '#platform/job.ts';
import { putToNext } from './cards.ts';

/** A block takes back the cards between the two; what was asked goes on to whoever fits next. */
async function takeCardsBack(tx: Tx, two: readonly PersonId[]) {
	const cards = await tx.db
		.updateTable('offer')
		.from('ask')
		.set({ state: 'withdrawn' })
		.whereRef('ask.id', '=', 'offer.ask_id')
		.where('offer.state', '=', 'open')
		.where('offer.supporter_id', 'in', two)
		.where('ask.person_id', 'in', two)
		.returning('offer.ask_id as askId')
		.execute();
	for (const { askId } of cards) await tx.enqueue(putToNext, { askId });
}

export const whenBlocked: Reaction = {
	factName: blocked.factName,
	atOnce: (tx, { blockerId, blockedId }) => takeCardsBack(tx, [blockerId as PersonId, blockedId as PersonId]),
};
