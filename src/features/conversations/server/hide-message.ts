import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { ConversationId } from '../conversation.ts';
import { messageHidden, messageShown } from '../events.ts';
import type { HidingReason } from '../message.ts';
import { messageAt, nextChange } from './numbering.ts';

/** Hides a message from everyone but its author and those who hold the place. The author reads the reason. */
export async function hideMessage(
	tx: Tx,
	conversationId: ConversationId,
	{ place, because }: { place: number; because: HidingReason },
) {
	const { change, topic } = await nextChange(tx, conversationId);
	const message = await messageAt(tx, conversationId, place);
	if (message?.state !== 'said') return refuse('no-such-message');

	await tx.db
		.updateTable('message')
		.set({ hidden_at: tx.now, hidden_because: because, change })
		.where('id', '=', message.id)
		.execute();
	await tx.announce(messageHidden({ topic, messageId: message.id, because }));
	return { place };
}

/** Shows a hidden message again: somebody thought better of it. What stewards withhold is theirs to give back. */
export async function showMessage(tx: Tx, conversationId: ConversationId, place: number) {
	const { change, topic } = await nextChange(tx, conversationId);
	const message = await messageAt(tx, conversationId, place);
	if (message?.state !== 'hidden' || message.withheld) return refuse('no-such-message');

	await tx.db
		.updateTable('message')
		.set({ hidden_at: null, hidden_because: null, change })
		.where('id', '=', message.id)
		.execute();
	await tx.announce(messageShown({ topic, messageId: message.id }));
	return { place };
}
