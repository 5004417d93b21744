import { nicknameKey, readNickname } from '#features/people/nickname.ts';
import type { Tx } from '#platform/db.ts';
import { refuse, type Ruling } from '#platform/ruling.ts';
import type { ConversationId } from '../conversation.ts';
import { aliasChanged } from '../events.ts';
import { aliasIn, isTaken } from './aliases.ts';
import { holdStill, touchMessagesOf } from './numbering.ts';
import { keepPace } from './pace.ts';

/** Goes by another name in this conversation. Nothing anywhere links it with the nickname or with other places. */
export async function changeAlias<Reason extends string>(
	tx: Tx,
	conversationId: ConversationId,
	typed: string,
	mayRename: () => Promise<Ruling<Reason>>,
) {
	const pace = await keepPace(tx, 'rename');
	if (pace.refused) return pace;
	const topic = await holdStill(tx, conversationId);
	const ruling = await mayRename();
	if (ruling.refused) return refuse(ruling.refused);
	const read = readNickname(typed);
	if ('refused' in read) return read;
	const alias = await aliasIn(tx.db, conversationId, tx.actor);
	if (!alias) throw new Error('Whoever may have another name here has one.');
	const name = read.nickname;
	if (alias.name === name) return { name };
	if (await isTaken(tx, conversationId, name)) return refuse('alias-taken');

	await tx.db
		.updateTable('alias')
		.set({ name, name_key: nicknameKey(name) })
		.where('id', '=', alias.id)
		.execute();
	await touchMessagesOf(tx, conversationId, alias.id);
	await tx.announce(aliasChanged({ topic, aliasId: alias.id }));
	return { name };
}
