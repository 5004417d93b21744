import { sql } from 'kysely';
import { notBetween } from '#features/blocks/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal, type Key, type Sealed } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { AliasId, ConversationId } from '../conversation.ts';
import { aliasIn, keyOf } from './aliases.ts';

const placeOf = (id: AliasId) => `alias:${id}:reading`;
const written = (key: Key, id: AliasId, place: number) => seal(key, String(place), placeOf(id));
const known = (key: Key, id: AliasId, place: Sealed) => Number(unseal(key, place, placeOf(id)));

/**
 * Remembers that somebody has read up to a place, on whichever device. It never goes back, so that two devices at once
 * end up at the further one; and nobody but they can ever see it.
 */
export async function readUpTo(tx: Tx, conversationId: ConversationId, place: number) {
	const alias = await aliasIn(tx.db, conversationId, tx.actor);
	if (!alias) return { place: 0 };
	const key = await keyOf(tx, alias.id);
	await tx.db
		.insertInto('reading')
		.values({ alias_id: alias.id, place: written(key, alias.id, 0) })
		.onConflict((again) => again.doNothing())
		.execute();
	const row = await tx.db
		.selectFrom('reading')
		.select('place')
		.select((from) =>
			from
				.selectFrom('conversation')
				.select('last_place')
				.where('conversation.id', '=', conversationId)
				.as('last'),
		)
		.where('alias_id', '=', alias.id)
		.forUpdate('reading')
		.executeTakeFirstOrThrow();
	const before = known(key, alias.id, row.place);
	const now = Math.max(before, Math.min(place, row.last ?? 0));
	if (now > before)
		await tx.db
			.updateTable('reading')
			.set({ place: written(key, alias.id, now) })
			.where('alias_id', '=', alias.id)
			.execute();
	return { place: now };
}

/** Up to where somebody had read here; undefined when they have never opened it. */
export async function placeRead(db: Reader, vault: Vault, aliasId: AliasId): Promise<number | undefined> {
	const [row] = await readings(db).where('alias.id', '=', aliasId).execute();
	return row && known(vault.unwrap(row), row.aliasId, row.place);
}

/** How many messages of others are further on than where this person has read, by conversation; where there are none, there is no number. */
export async function unreadFor(
	db: Reader,
	vault: Vault,
	personId: PersonId,
): Promise<Map<ConversationId, number>> {
	const rows = await readings(db).where('alias.person_id', '=', personId).execute();
	if (rows.length === 0) return new Map();
	const aliases = rows.map(({ aliasId }) => aliasId);
	const places = rows.map((row) => known(vault.unwrap(row), row.aliasId, row.place));
	const counted = await db
		.selectFrom(
			sql<{ alias_id: AliasId; place: number }>`unnest(${aliases}::uuid[], ${places}::int[])`.as<'read'>(
				sql`read (alias_id, place)`,
			),
		)
		.innerJoin('alias', 'alias.id', 'read.alias_id')
		.innerJoin('message', (join) =>
			join
				.onRef('message.conversation_id', '=', 'alias.conversation_id')
				.onRef('message.place', '>', 'read.place')
				.onRef('message.alias_id', '<>', 'alias.id'),
		)
		.innerJoin('alias as author', 'author.id', 'message.alias_id')
		.select(['alias.conversation_id as id', sql<number>`count(*)::int`.as('unread')])
		.where('message.removed_at', 'is', null)
		.where('message.hidden_at', 'is', null)
		.where('message.withheld_at', 'is', null)
		.where((where) => notBetween(where, personId, 'author.person_id'))
		.groupBy('alias.conversation_id')
		.execute();
	return new Map(counted.map(({ id, unread }) => [id, unread]));
}

const readings = (db: Reader) =>
	db
		.selectFrom('reading')
		.innerJoin('alias', 'alias.id', 'reading.alias_id')
		.innerJoin('sealing_key', 'sealing_key.id', 'alias.key_id')
		.select([
			'reading.place',
			'alias.id as aliasId',
			'sealing_key.id',
			'sealing_key.master',
			'sealing_key.wrapped',
		]);
