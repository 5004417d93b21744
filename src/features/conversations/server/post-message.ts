import type { Tx } from '#platform/db.ts';
import { refuse, type Ruling } from '#platform/ruling.ts';
import { seal } from '#platform/seal.ts';
import type { AliasId, ConversationId } from '../conversation.ts';
import { messagePosted } from '../events.ts';
import type { MessageId } from '../message.ts';
import { aliasIn, keyOf } from './aliases.ts';
import { bodyOf, holdStill, nextPlace, noteOf } from './numbering.ts';
import { keepPace } from './pace.ts';

export interface Saying {
	body: string;
	contentNote: string;
	replyTo: number | undefined;
	clientId: string;
}

/**
 * Says something, if the rule of the place allows it, which is asked once everything is held still. Sent again with the
 * same client id, it is the same message, not another.
 */
export async function postMessage<Reason extends string>(
	tx: Tx,
	conversationId: ConversationId,
	{ body, contentNote, replyTo, clientId }: Saying,
	maySpeak: () => Promise<Ruling<Reason>>,
) {
	const pace = await keepPace(tx, 'say');
	if (pace.refused) return pace;
	// Two sends of one message wait for each other here, so the second finds the first.
	await holdStill(tx, conversationId);
	const alias = await aliasIn(tx.db, conversationId, tx.actor);
	const already = alias && (await sentBefore(tx, alias.id, clientId));
	if (already) return already;
	const ruling = await maySpeak();
	if (ruling.refused) return refuse(ruling.refused);

	const id: MessageId = tx.newId();
	const key = await keyOf(tx, alias!.id);
	const { place, change, topic } = await nextPlace(tx, conversationId);
	if (replyTo !== undefined && replyTo >= place) return refuse('no-such-message');
	await tx.db
		.insertInto('message')
		.values({
			id,
			conversation_id: conversationId,
			place,
			change,
			alias_id: alias!.id,
			client_id: clientId,
			body: seal(key, body, bodyOf(id)),
			content_note: contentNote ? seal(key, contentNote, noteOf(id)) : null,
			reply_to: replyTo ?? null,
			posted_at: tx.now,
			edited_at: null,
			removed_at: null,
			hidden_at: null,
			hidden_because: null,
		})
		.execute();
	await tx.announce(messagePosted({ topic, messageId: id }));
	return { id, place };
}

const sentBefore = (tx: Tx, aliasId: AliasId, clientId: string) =>
	tx.db
		.selectFrom('message')
		.select(['id', 'place'])
		.where('alias_id', '=', aliasId)
		.where('client_id', '=', clientId)
		.executeTakeFirst();
