import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { seal, unseal } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import { writtenOnce } from '#platform/written-once.ts';
import { topicOf, type AliasId, type ConversationId } from '../conversation.ts';
import { messagePosted } from '../events.ts';
import type { MessageId } from '../message.ts';
import { frankColumns, frankKey } from './frank.ts';
import { bodyOf, holding, noteOf, numbering } from './numbering.ts';
import type { Spoken } from './post-message.ts';
import type { Voice } from './voices.ts';

/** Something that was said and waits to be read. It is nowhere in the conversation: nobody finds a gap where it will be. */
export interface ToHold {
	id: MessageId;
	spoken: Spoken;
	voice: Voice;
}

/** Keeps what waits, sealed as the message that it may become. */
export const holdingBack = ({ id, spoken, voice }: ToHold) =>
	keeping({
		id,
		aliasId: voice.id,
		clientId: spoken.clientId,
		body: seal(voice.key!, spoken.body, bodyOf(id)),
		note: spoken.contentNote ? seal(voice.key!, spoken.contentNote, noteOf(id)) : null,
		replyTo: spoken.replyTo ?? null,
		at: spoken.at,
	});

interface Kept {
	id: MessageId;
	aliasId: AliasId;
	clientId: string;
	body: Buffer;
	note: Buffer | null;
	replyTo: number | null;
	at: Date;
}

const keeping = writtenOnce((db, { id, aliasId, clientId, body, note, replyTo, at }: Kept) =>
	db
		.insertInto('held_message')
		.values({
			...{ id, alias_id: aliasId, client_id: clientId, body, content_note: note, reply_to: replyTo },
			...{ held_at: at, declined_at: null },
		})
		.onConflict((again) => again.doNothing()),
);

const held = (db: Reader) =>
	db
		.selectFrom('held_message')
		.innerJoin('alias', 'alias.id', 'held_message.alias_id')
		.innerJoin('person', 'person.id', 'alias.person_id')
		.innerJoin('conversation', 'conversation.id', 'alias.conversation_id')
		.innerJoin('sealing_key as key', 'key.id', 'alias.key_id')
		.select([
			'held_message.id',
			'held_message.body',
			'held_message.content_note as note',
			'held_message.held_at as heldAt',
			'held_message.declined_at as declinedAt',
			'alias.name as author',
			'person.id as authorId',
			'person.age_band as ageBand',
			'conversation.id as conversationId',
			'conversation.kind',
			'key.id as keyId',
			'key.master',
			'key.wrapped',
		]);

type Row = Awaited<ReturnType<ReturnType<typeof held>['execute']>>[number];

const open = (vault: Vault, { keyId, master, wrapped, body, note, ...row }: Row) => {
	const key = vault.unwrap({ id: keyId, master, wrapped });
	return {
		...row,
		body: unseal(key, body, bodyOf(row.id)),
		contentNote: note ? unseal(key, note, noteOf(row.id)) : '',
	};
};

/** What somebody has said here that waits, or was not passed on: for them alone. */
export async function heldOf(db: Reader, vault: Vault, aliasId: AliasId) {
	const rows = await held(db)
		.where('held_message.alias_id', '=', aliasId)
		.orderBy('held_message.held_at')
		.execute();
	return rows.map((row) => {
		const { id, body, contentNote, declinedAt } = open(vault, row);
		return { id, body, contentNote, declined: declinedAt !== null };
	});
}

/** Everything that waits anywhere. Who may read which is for whoever asks to decide, before any of it is shown. */
export async function heldAnywhere(db: Reader, vault: Vault) {
	const rows = await held(db)
		.where('held_message.declined_at', 'is', null)
		.orderBy('held_message.held_at')
		.execute();
	return rows.map((row) => open(vault, row));
}

/** One that waits, without its words: for the rule about it. */
export const heldAt = (db: Reader, id: MessageId) =>
	held(db)
		.clearSelect()
		.select(['conversation.id as conversationId', 'conversation.kind'])
		.select(['person.id as authorId', 'person.age_band as ageBand'])
		.where('held_message.id', '=', id)
		.where('held_message.declined_at', 'is', null)
		.executeTakeFirst();

/** How many wait in one conversation. */
export async function heldCount(db: Reader, conversationId: ConversationId): Promise<number> {
	const { count } = await db
		.selectFrom('held_message')
		.innerJoin('alias', 'alias.id', 'held_message.alias_id')
		.select(sql<number>`count(*)::int`.as('count'))
		.where('alias.conversation_id', '=', conversationId)
		.where('held_message.declined_at', 'is', null)
		.executeTakeFirstOrThrow();
	return count;
}

/** Passes on what waited: it is said now, by whoever wrote it, after whatever was said meanwhile. */
export async function passOn(tx: Tx, id: MessageId) {
	const found = await heldAt(tx.db, id);
	if (!found) return refuse('no-such-message');
	const { conversationId, authorId } = found;
	const [before] = await tx.ask(holding({ id: conversationId }));
	// Asked again behind the hold: somebody else may have decided meanwhile.
	const row = await held(tx.db)
		.select(['held_message.client_id', 'held_message.reply_to', 'alias.id as aliasId'])
		.where('held_message.id', '=', id)
		.where('held_message.declined_at', 'is', null)
		.executeTakeFirst();
	if (!row || !before) return refuse('no-such-message');
	await tx.db.deleteFrom('held_message').where('id', '=', id).execute();

	const { client_id, reply_to, aliasId } = row;
	const key = tx.vault.unwrap({ id: row.keyId, master: row.master, wrapped: row.wrapped });
	const { body, contentNote } = open(tx.vault, row);
	const said = { conversationId, messageId: id, aliasId, at: tx.now, body, contentNote };
	const [place, change] = [before.last_place + 1, before.last_change + 1];
	const nothing = { edited_at: null, removed_at: null, hidden_at: null, hidden_because: null };
	await tx.db
		.insertInto('message')
		.values({
			...{ id, conversation_id: conversationId, place, change, alias_id: aliasId, client_id, reply_to },
			...{ body: row.body, content_note: row.note, posted_at: tx.now, ...nothing },
			...frankColumns(await frankKey(tx), key, said),
		})
		.execute();
	tx.lastly(numbering({ id: conversationId, place, change }));
	const topic = topicOf(before.kind, conversationId);
	await tx.as({ actor: authorId, now: tx.now }).announce(messagePosted({ topic, messageId: id }));
	return { place };
}

/** Does not pass it on. Its author is told, and still has their words. */
export async function keepBack(tx: Tx, id: MessageId) {
	const { numUpdatedRows } = await tx.db
		.updateTable('held_message')
		.set({ declined_at: tx.now })
		.where('id', '=', id)
		.where('declined_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n ? { kept: id } : refuse('no-such-message');
}

/** Its author takes it back, whether it waits or was not passed on. */
export async function takeBackHeld(tx: Tx, id: MessageId) {
	const { numDeletedRows } = await tx.db
		.deleteFrom('held_message')
		.where('id', '=', id)
		.where('alias_id', 'in', (of) =>
			of.selectFrom('alias').select('alias.id').where('alias.person_id', '=', tx.actor),
		)
		.executeTakeFirst();
	return numDeletedRows > 0n ? { taken: id } : refuse('no-such-message');
}
