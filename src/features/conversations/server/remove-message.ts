import type { Tx } from '#platform/db.ts';
import type { ConversationId } from '../conversation.ts';
import { messageRemoved } from '../events.ts';
import { decideChange } from '../message.ts';
import { aliasIn } from './aliases.ts';
import { messageAt, nextChange } from './numbering.ts';

/** Takes one’s own words back. That needs no rule of the place: nobody gives up the right by leaving it. */
export async function removeMessage(tx: Tx, conversationId: ConversationId, place: number) {
	const alias = await aliasIn(tx.db, conversationId, tx.actor);
	const next = alias && (await nextChange(tx, conversationId));
	const message = await messageAt(tx, conversationId, place);

	const decision = decideChange(message, alias?.id);
	if ('refused' in decision) return decision;

	const { id } = message!;
	const { change, topic } = next!;
	await tx.db
		.updateTable('message')
		.set({ body: null, content_note: null, opening: null, removed_at: tx.now, change })
		.where('id', '=', id)
		.execute();
	await tx.db.deleteFrom('resonance').where('message_id', '=', id).execute();
	await tx.announce(messageRemoved({ topic, messageId: id }));
	return { place };
}
