import type { AliasId } from '#features/conversations/conversation.ts';
import type { MessageId } from '#features/conversations/message.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { isDue, type CardId, type CardKind } from '../card.ts';
import { callDesk } from './call-desk.ts';

/** Words that carry danger and have just been said. */
export interface Said {
	authorId: PersonId;
	aliasId: AliasId;
	messageId: MessageId;
	kind: CardKind;
}

/**
 * Puts a card before whoever said it, unless one was there lately, and calls the desk. Both are written in the transaction
 * of the words; stewards are called by a job, so that nothing that goes wrong there ever stands in the way of what was said.
 */
export async function dealCard(
	tx: Tx,
	{ authorId, aliasId, messageId, kind }: Said,
): Promise<CardId | undefined> {
	const latest = await tx.db
		.selectFrom('card')
		.select(['id', 'kind', 'message_id as messageId', 'made_at as madeAt'])
		.where('alias_id', '=', aliasId)
		.orderBy('made_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (latest && !isDue(kind, latest, tx.now)) {
		await tx.enqueue(callDesk, { authorId, kind, messageId, after: latest.messageId });
		return undefined;
	}

	const cardId: CardId = tx.newId();
	await tx.db
		.insertInto('card')
		.values({
			...{ id: cardId, alias_id: aliasId, message_id: messageId, kind },
			...{ answer: null, case_id: null, made_at: tx.now },
		})
		.execute();
	await tx.enqueue(callDesk, { authorId, kind, messageId, after: null });
	return cardId;
}
