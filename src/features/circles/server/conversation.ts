import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { AliasId, CircleId } from '../circle.ts';
import type { MessageId } from '../message.ts';

/** Where a sealed body belongs: moved to another row, it does not open. */
export const bodyOf = (id: MessageId) => `message:${id}:body`;
export const noteOf = (id: MessageId) => `message:${id}:note`;

/**
 * Messages are numbered 1, 2, 3… in the order they commit, so a reader who asks for “everything after 812” can never
 * miss one: the row of the circle is held until then. Clocks and ids cannot promise that.
 */
export async function nextPlace(tx: Tx, circleId: CircleId) {
	const { last_place, last_change } = await tx.db
		.updateTable('circle')
		.set((circle) => ({
			last_place: circle('last_place', '+', 1),
			last_change: circle('last_change', '+', 1),
		}))
		.where('id', '=', circleId)
		.returning(['last_place', 'last_change'])
		.executeTakeFirstOrThrow();
	return { place: last_place, change: last_change };
}

/** Every other change has a number too, so those who were away learn of edits and removals the same way. */
export async function nextChange(tx: Tx, circleId: CircleId) {
	const { last_change } = await tx.db
		.updateTable('circle')
		.set((circle) => ({ last_change: circle('last_change', '+', 1) }))
		.where('id', '=', circleId)
		.returning('last_change')
		.executeTakeFirstOrThrow();
	return last_change;
}

/** A message as the operations that change it find it, once the circle is held still. */
export async function messageAt(tx: Tx, circleId: CircleId, place: number) {
	const row = await tx.db
		.selectFrom('message')
		.innerJoin('alias', 'alias.id', 'message.alias_id')
		.select([
			'message.id',
			'message.alias_id as aliasId',
			'message.removed_at',
			'message.hidden_at',
			'message.body',
			'alias.person_id as authorId',
		])
		.where('message.circle_id', '=', circleId)
		.where('message.place', '=', place)
		.executeTakeFirst();
	if (!row) return undefined;
	const state = row.removed_at || !row.body ? 'gone' : row.hidden_at ? 'hidden' : 'said';
	return { id: row.id, aliasId: row.aliasId, authorId: row.authorId, state } as const;
}

/**
 * Gives everything an alias said a new change number, because it is shown differently now. The circle is held still, so
 * the numbers after its last one are free; in one statement, however much was said.
 */
export async function touchMessagesOf(tx: Tx, circleId: CircleId, aliasId: AliasId) {
	await tx.db
		.with('said', (db) =>
			db
				.selectFrom('message')
				.innerJoin('circle', 'circle.id', 'message.circle_id')
				.select([
					'message.id',
					sql<number>`circle.last_change + row_number() over (order by message.place)`.as('change'),
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
		.updateTable('circle')
		.set({
			last_change: sql<number>`greatest(last_change, coalesce((select max(change) from touched), 0))`,
		})
		.where('id', '=', circleId)
		.execute();
}
