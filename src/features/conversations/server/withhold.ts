import type { Reader, Tx } from '#platform/db.ts';
import type { ConversationId, Kind } from '../conversation.ts';
import { messageHidden, messageShown } from '../events.ts';
import { BY_STEWARDS, type MessageId } from '../message.ts';
import { nextChange } from './numbering.ts';

/** Where a message was said; undefined when there is none of this id. */
export const conversationOf = (
	db: Reader,
	messageId: MessageId,
): Promise<{ id: ConversationId; kind: Kind } | undefined> =>
	db
		.selectFrom('message')
		.innerJoin('conversation', 'conversation.id', 'message.conversation_id')
		.select(['conversation.id', 'conversation.kind'])
		.where('message.id', '=', messageId)
		.executeTakeFirst();

/**
 * Stewards hide a message: it leaves everybody’s screen at once, and keeps its place. Whether a host has hidden it as well is
 * another thing, which this does not touch.
 */
export async function withhold(tx: Tx, messageId: MessageId, at: Date): Promise<boolean> {
	const where = await conversationOf(tx.db, messageId);
	if (!where) return false;
	const { change, topic } = await nextChange(tx, where.id);
	const withheld = await tx.db
		.updateTable('message')
		.set({ withheld_at: at, change })
		.where('id', '=', messageId)
		.where('withheld_at', 'is', null)
		.where('body', 'is not', null)
		.executeTakeFirst();
	if (withheld.numUpdatedRows === 0n) return false;
	await tx.announce(messageHidden({ topic, messageId, because: BY_STEWARDS }));
	return true;
}

/** Gives it back in its place. */
export async function giveBack(tx: Tx, messageId: MessageId): Promise<boolean> {
	const where = await conversationOf(tx.db, messageId);
	if (!where) return false;
	const { change, topic } = await nextChange(tx, where.id);
	const given = await tx.db
		.updateTable('message')
		.set({ withheld_at: null, change })
		.where('id', '=', messageId)
		.where('withheld_at', 'is not', null)
		.executeTakeFirst();
	if (given.numUpdatedRows === 0n) return false;
	await tx.announce(messageShown({ topic, messageId }));
	return true;
}
