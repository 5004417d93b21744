import type { Tx } from '#platform/db.ts';
import type { KeyId } from '#platform/vault.ts';
import type { AliasId, ConversationId } from '../conversation.ts';
import { holdStill } from './numbering.ts';

/**
 * Deletes for good what was said before a moment, and with it everybody who has been somebody here since before then and
 * has no word left, but for those named: they are nobody here until they come again. The numbering stays.
 */
export async function forgetSaidBefore(
	tx: Tx,
	conversationId: ConversationId,
	before: Date,
	{ keep = [] }: { keep?: readonly AliasId[] } = {},
) {
	await holdStill(tx, conversationId);
	await tx.db
		.deleteFrom('message')
		.where('conversation_id', '=', conversationId)
		.where('posted_at', '<', before)
		.execute();
	const silent = await tx.db
		.selectFrom('alias')
		.leftJoin('sealing_key', 'sealing_key.id', 'alias.key_id')
		.select(['alias.id', 'alias.key_id'])
		.where('alias.conversation_id', '=', conversationId)
		.where((has) => has.or([has('alias.key_id', 'is', null), has('sealing_key.made_at', '<', before)]))
		.where(({ not, exists, selectFrom }) =>
			not(exists(selectFrom('message').select('message.id').whereRef('message.alias_id', '=', 'alias.id'))),
		)
		.execute();
	const going = silent.filter(({ id }) => !keep.includes(id));
	if (going.length > 0) await forgetAliases(tx, going);
}

/** Deletes a whole conversation for good, with everything that belongs to it. */
export async function forgetConversation(tx: Tx, conversationId: ConversationId) {
	const aliases = await tx.db
		.selectFrom('alias')
		.select(['id', 'key_id'])
		.where('conversation_id', '=', conversationId)
		.execute();
	if (aliases.length > 0) await forgetAliases(tx, aliases);
	await tx.db.deleteFrom('conversation').where('id', '=', conversationId).execute();
}

async function forgetAliases(tx: Tx, aliases: readonly { id: AliasId; key_id: KeyId | null }[]) {
	const ids = aliases.map(({ id }) => id);
	const keys = aliases.flatMap(({ key_id }) => key_id ?? []);
	await tx.db.deleteFrom('alias').where('id', 'in', ids).execute();
	if (keys.length > 0) await tx.db.deleteFrom('sealing_key').where('id', 'in', keys).execute();
}
