import type { LineAround, Reportable } from '#platform/reportable.ts';
import { unseal } from '#platform/seal.ts';
import type { MessageId } from '../message.ts';
import type { Home } from './home.ts';
import { linesAround } from './lines.ts';
import { bodyOf } from './numbering.ts';
import { giveBack, withhold } from './withhold.ts';

/** A message, shown to stewards only when somebody who may read it reports it. */
export const messageReportable = (homes: readonly Home[]): Reportable => ({
	prefix: 'message',

	async show(db, vault, reporter, id, now) {
		const message = await db
			.selectFrom('message')
			.innerJoin('conversation', 'conversation.id', 'message.conversation_id')
			.innerJoin('alias', 'alias.id', 'message.alias_id')
			.select([
				'message.id',
				'message.body',
				'alias.person_id',
				'alias.key_id',
				'conversation.kind',
				'conversation.id as conversationId',
			])
			.where('message.id', '=', id as MessageId)
			.executeTakeFirst();
		if (!message?.body || !message.person_id || !message.key_id) return undefined;

		const home = homes.find(({ kind }) => kind === message.kind);
		if (!home || (await home.mayRead(db, reporter, message.conversationId, now)).refused) return undefined;
		const key = await vault.key(db, message.key_id);
		if (!key) return undefined;
		return {
			authorId: message.person_id,
			text: unseal(key, message.body, bodyOf(message.id)),
			where: await home.nameOf(db, message.conversationId, null),
		};
	},

	hide: (tx, id, at) => withhold(tx, id as MessageId, at),
	restore: (tx, id) => giveBack(tx, id as MessageId),

	async editedAt(db, id) {
		const message = await db
			.selectFrom('message')
			.select(['posted_at', 'edited_at'])
			.where('id', '=', id as MessageId)
			.where('body', 'is not', null)
			.executeTakeFirst();
		return message && (message.edited_at ?? message.posted_at);
	},

	async around(db, vault, id): Promise<LineAround[]> {
		const message = await db
			.selectFrom('message')
			.select(['conversation_id', 'place'])
			.where('id', '=', id as MessageId)
			.executeTakeFirst();
		if (!message) return [];
		const lines = await linesAround(db, vault, message.conversation_id, message.place);
		return lines.map(({ place, author, body }) => ({
			by: author.name,
			text: body,
			it: place === message.place,
		}));
	},
});
