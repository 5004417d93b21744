import { sql } from 'kysely';
import { notBetween } from '#features/blocks/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { writtenOnce } from '#platform/written-once.ts';
import { topicOf, type AliasId, type ConversationId, type Kind } from '../conversation.ts';
import type { MessageId } from '../message.ts';

/** Begins the conversation of a circle, room or pairing, with the same id. */
export async function beginConversation(tx: Tx, kind: Kind, id: ConversationId) {
	await tx.db
		.insertInto('conversation')
		.values({ id, kind, last_place: 0, last_change: 0, calm: null, calm_since: null })
		.execute();
}

/**
 * Holds a conversation still until the transaction ends. Whoever decides about a circle or a room holds it too, so that
 * nothing is said in a place that has just closed, and nobody waits for anybody crosswise. Answers with what is watched.
 */
export async function holdStill(tx: Tx, id: ConversationId): Promise<string> {
	const [held] = await tx.ask(holding({ id }));
	if (!held) throw new Error('There is no such conversation to hold still.');
	return topicOf(held.kind, id);
}

/** The hold itself, to be sent before whatever must stay true: with it comes how far the numbers have got. */
export const holding = writtenOnce((db, { id }: { id: ConversationId }) =>
	db
		.selectFrom('conversation')
		.select(['kind', 'last_place', 'last_change', 'calm', 'calm_since as since'])
		.where('id', '=', id)
		.forUpdate(),
);

/**
 * Writes down how far the numbers have got, for whoever holds the conversation and has given some out. Messages are
 * numbered 1, 2, 3… in the order they commit, so a reader who asks for “everything after 812” can never miss one: the
 * conversation’s row is held until then. Clocks and ids cannot promise that.
 */
export const numbering = writtenOnce(
	(db, { id, place, change }: { id: ConversationId; place: number; change: number }) =>
		db.updateTable('conversation').set({ last_place: place, last_change: change }).where('id', '=', id),
);

/** Where a sealed body belongs: moved to another row, it does not open. */
export const bodyOf = (id: MessageId) => `message:${id}:body`;
export const noteOf = (id: MessageId) => `message:${id}:note`;
export const openingOf = (id: MessageId) => `message:${id}:opening`;

/** Every other change has a number too, so those who were away learn of edits and removals the same way. */
export async function nextChange(tx: Tx, conversationId: ConversationId) {
	const { kind, last_change } = await tx.db
		.updateTable('conversation')
		.set((row) => ({ last_change: row('last_change', '+', 1) }))
		.where('id', '=', conversationId)
		.returning(['kind', 'last_change'])
		.executeTakeFirstOrThrow();
	return { change: last_change, topic: topicOf(kind, conversationId) };
}

/**
 * A message as the operations that change it find it, once the conversation is held still: what somebody said whom a
 * block stands between them and whoever acts is not there.
 */
export async function messageAt(tx: Tx, conversationId: ConversationId, place: number) {
	const row = await tx.db
		.selectFrom('message')
		.innerJoin('alias', 'alias.id', 'message.alias_id')
		.select([
			'message.id',
			'message.alias_id as aliasId',
			'message.removed_at',
			'message.hidden_at',
			'message.withheld_at',
			'message.body',
			'alias.person_id as authorId',
		])
		.where('message.conversation_id', '=', conversationId)
		.where('message.place', '=', place)
		.where((where) => notBetween(where, tx.actor, 'alias.person_id'))
		.executeTakeFirst();
	if (!row) return undefined;
	const { id, aliasId, authorId, hidden_at, withheld_at } = row;
	const state = row.removed_at || !row.body ? 'gone' : hidden_at || withheld_at ? 'hidden' : 'said';
	return { id, aliasId, authorId, state, withheld: withheld_at !== null } as const;
}

/**
 * Gives everything an alias said a new change number, because it is shown differently now. The conversation is held still, so
 * the numbers after its last one are free; in one statement, however much was said.
 */
export async function touchMessagesOf(tx: Tx, conversationId: ConversationId, aliasId: AliasId) {
	await tx.db
		.with('said', (db) =>
			db
				.selectFrom('message')
				.innerJoin('conversation', 'conversation.id', 'message.conversation_id')
				.select([
					'message.id',
					sql<number>`conversation.last_change + row_number() over (order by message.place)`.as('change'),
				])
				.where('message.alias_id', '=', aliasId),
		)
		.with('touched', (db) =>
			db
				.updateTable('message')
				.from('said')
				.set((set) => ({ change: set.ref('said.change') }))
				.whereRef('message.id', '=', 'said.id')
				.returning('message.change'),
		)
		.updateTable('conversation')
		.set({
			last_change: sql<number>`greatest(last_change, coalesce((select max(change) from touched), 0))`,
		})
		.where('id', '=', conversationId)
		.execute();
}
