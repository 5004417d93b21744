import type { AliasId, ConversationId } from '#features/conversations/conversation.ts';
import type { MessageId } from '#features/conversations/message.ts';
import type { Case } from '#features/desk/case.ts';
import type { Reader } from '#platform/db.ts';

/** The talk that a case is about, and by whose name there; undefined for a case that is about no talk. */
export async function talkOf(
	db: Reader,
	{ about }: Pick<Case, 'about'>,
): Promise<{ conversationId: ConversationId; aliasId: AliasId | null } | undefined> {
	const [prefix, id] = [about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1)];
	if (prefix === 'message') {
		const row = await db
			.selectFrom('message')
			.select(['conversation_id as conversationId', 'alias_id as aliasId'])
			.where('id', '=', id as MessageId)
			.executeTakeFirst();
		return row;
	}
	if (prefix === 'alias')
		return db
			.selectFrom('alias')
			.select(['conversation_id as conversationId', 'id as aliasId'])
			.where('id', '=', id as AliasId)
			.executeTakeFirst();
	const talk = await db
		.selectFrom('conversation')
		.select(['id', 'kind'])
		.where('id', '=', id as ConversationId)
		.executeTakeFirst();
	return talk?.kind === prefix ? { conversationId: talk.id, aliasId: null } : undefined;
}
