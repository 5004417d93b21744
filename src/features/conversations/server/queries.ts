import type { Reader } from '#platform/db.ts';
import type { AliasId, ConversationId } from '../conversation.ts';
import type { MessageId } from '../message.ts';

/** The message that somebody said at a place, by who they are there; undefined when there is none. */
export async function messageOf(db: Reader, aliasId: AliasId, place: number): Promise<MessageId | undefined> {
	const row = await db
		.selectFrom('message')
		.select('id')
		.where('alias_id', '=', aliasId)
		.where('place', '=', place)
		.executeTakeFirst();
	return row?.id;
}

/** One’s own quiet answers between two places, so that each can be taken back. */
export const resonancesOf = (
	db: Reader,
	conversationId: ConversationId,
	aliasId: AliasId,
	{ from, to }: { from: number; to: number },
) =>
	db
		.selectFrom('resonance')
		.innerJoin('message', 'message.id', 'resonance.message_id')
		.select(['message.place', 'resonance.kind'])
		.where('message.conversation_id', '=', conversationId)
		.where('message.place', '>=', from)
		.where('message.place', '<=', to)
		.where('resonance.alias_id', '=', aliasId)
		.execute();

/** Whether somebody has said anything in a conversation. */
export async function hasSpoken(
	db: Reader,
	conversationId: ConversationId,
	aliasId: AliasId,
): Promise<boolean> {
	const said = await db
		.selectFrom('message')
		.select('id')
		.where('conversation_id', '=', conversationId)
		.where('alias_id', '=', aliasId)
		.limit(1)
		.executeTakeFirst();
	return said !== undefined;
}
