import type { Personal } from '#platform/personal.ts';
import { unseal } from '#platform/seal.ts';
import type { Home } from './home.ts';
import { heldOf } from './held.ts';
import { placeRead } from './reading.ts';
import { bodyOf, holdStill, noteOf, touchMessagesOf } from './numbering.ts';

/** What a person said, wherever they said it, and who they were there. */
export const personal = (homes: readonly Home[]): Personal => ({
	feature: 'conversations',

	async export(db, vault, personId) {
		const aliases = await db
			.selectFrom('alias')
			.innerJoin('conversation', 'conversation.id', 'alias.conversation_id')
			.select(['alias.id', 'alias.name', 'alias.key_id', 'alias.accepted_version'])
			.select(['conversation.kind', 'conversation.id as conversationId'])
			.where('alias.person_id', '=', personId)
			.orderBy('alias.id')
			.execute();
		const said = [];
		for (const alias of aliases) {
			const key = alias.key_id ? await vault.key(db, alias.key_id) : undefined;
			const messages = await db
				.selectFrom('message')
				.select(['id', 'place', 'body', 'content_note', 'reply_to'])
				.select(['posted_at', 'edited_at', 'hidden_because', 'withheld_at'])
				.where('alias_id', '=', alias.id)
				.orderBy('place')
				.execute();
			const resonances = await db
				.selectFrom('resonance')
				.innerJoin('message', 'message.id', 'resonance.message_id')
				.select(['resonance.kind', 'message.place'])
				.where('resonance.alias_id', '=', alias.id)
				.execute();
			const home = homes.find(({ kind }) => kind === alias.kind);
			said.push({
				kind: alias.kind,
				where: await home?.nameOf(db, alias.conversationId, personId),
				alias: alias.name,
				agreementsAccepted: alias.accepted_version,
				messages: messages.map(({ id, body, content_note, ...message }) => ({
					...message,
					body: key && body ? unseal(key, body, bodyOf(id)) : null,
					contentNote: key && content_note ? unseal(key, content_note, noteOf(id)) : null,
				})),
				waiting: key ? await heldOf(db, vault, alias.id) : [],
				resonances,
				readUpTo: key ? await placeRead(db, vault, alias.id) : undefined,
			});
		}
		const keptOut = await db
			.selectFrom('kept_out')
			.innerJoin('conversation', 'conversation.id', 'kept_out.conversation_id')
			.select(['conversation.kind', 'kept_out.until'])
			.where('person_id', '=', personId)
			.execute();
		return { said, keptOut };
	},

	/** The words go with their keys; the places they stood at stay, so that nobody else’s conversation is renumbered. */
	async erase(tx, personId) {
		const aliases = await tx.db
			.selectFrom('alias')
			.select(['id', 'conversation_id', 'key_id'])
			.where('person_id', '=', personId)
			.orderBy('conversation_id')
			.execute();
		for (const { id, conversation_id: conversationId, key_id } of aliases) {
			const topic = await holdStill(tx, conversationId);
			await tx.db
				.updateTable('message')
				.set({ body: null, content_note: null, opening: null, removed_at: tx.now })
				.where('alias_id', '=', id)
				.execute();
			for (const table of ['resonance', 'reading', 'held_message'] as const)
				await tx.db.deleteFrom(table).where('alias_id', '=', id).execute();
			await tx.db
				.updateTable('alias')
				.set({ person_id: null, name: '', name_key: null, key_id: null, accepted_version: 0 })
				.where('id', '=', id)
				.execute();
			if (key_id) await tx.db.deleteFrom('sealing_key').where('id', '=', key_id).execute();
			await touchMessagesOf(tx, conversationId, id);
			await tx.nudge(topic);
			await tx.nudge(`!${topic}`);
		}
	},
});
