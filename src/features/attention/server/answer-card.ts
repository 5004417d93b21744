import { letRest } from '#features/desk/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CardAnswer, CardId } from '../card.ts';

/**
 * What whoever wrote the words says to the card. “Not what I meant” is believed, and what the desk had of it is put away.
 * Where danger seemed near, or somebody has begun to look, they still do, and see what was said here.
 */
export async function answerCard(tx: Tx, { cardId, answer }: { cardId: CardId; answer: CardAnswer }) {
	const card = await tx.db
		.selectFrom('card')
		.innerJoin('alias', 'alias.id', 'card.alias_id')
		.select(['card.id', 'card.kind', 'card.case_id as caseId'])
		.where('card.id', '=', cardId)
		.where('alias.person_id', '=', tx.actor)
		.forUpdate('card')
		.executeTakeFirst();
	if (!card) return refuse('no-such-card');

	await tx.db.updateTable('card').set({ answer }).where('id', '=', cardId).execute();
	if (answer === 'not-meant' && card.caseId) await letRest(tx, { caseId: card.caseId });
	return { answered: answer };
}
