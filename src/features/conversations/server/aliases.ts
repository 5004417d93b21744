import { sql } from 'kysely';
import { betweenSql, notBetween } from '#features/blocks/server/index.ts';
import { nicknameKey } from '#features/people/nickname.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Key } from '#platform/seal.ts';
import type { KeyId } from '#platform/vault.ts';
import type { AliasId, ConversationId } from '../conversation.ts';

export interface Alias {
	id: AliasId;
	name: string;
}

/** Who this person is in this conversation; undefined before they first asked for anything here. */
export const aliasIn = (
	db: Reader,
	conversationId: ConversationId,
	personId: PersonId,
): Promise<Alias | undefined> =>
	db
		.selectFrom('alias')
		.select(['id', 'name'])
		.where('conversation_id', '=', conversationId)
		.where('person_id', '=', personId)
		.executeTakeFirst();

/**
 * Makes sure that a person is somebody in this conversation: under their nickname, or as they are `called` where this
 * conversation came about, with a number behind it where somebody else already goes by that. It is held still, so that
 * two do not become one.
 */
export async function beSomebody(
	tx: Tx,
	conversationId: ConversationId,
	{ called }: { called?: string } = {},
): Promise<Alias> {
	const already = await aliasIn(tx.db, conversationId, tx.actor);
	if (already) return already;
	const name = await freeName(tx, conversationId, called ?? (await nicknameOf(tx)));
	const { id: keyId } = await tx.vault.newKey(tx.db, tx.now);
	const alias = { id: tx.newId<'alias'>(), name };
	await tx.db
		.insertInto('alias')
		.values({
			...alias,
			name_key: nicknameKey(alias.name),
			conversation_id: conversationId,
			person_id: tx.actor,
			key_id: keyId,
			accepted_version: 0,
		})
		.execute();
	return alias;
}

async function nicknameOf(tx: Tx): Promise<string> {
	const query = tx.db.selectFrom('person').select('nickname').where('id', '=', tx.actor);
	return (await query.executeTakeFirstOrThrow()).nickname;
}

async function freeName(tx: Tx, conversationId: ConversationId, nickname: string): Promise<string> {
	for (let number = 1; ; number++) {
		const name = number === 1 ? nickname : `${nickname} ${number}`;
		if (!(await isTaken(tx, conversationId, name))) return name;
	}
}

/** Whether somebody else in this conversation goes by a name that looks the same. */
export async function isTaken(tx: Tx, conversationId: ConversationId, name: string): Promise<boolean> {
	const other = await tx.db
		.selectFrom('alias')
		.select('id')
		.where('conversation_id', '=', conversationId)
		.where('name_key', '=', nicknameKey(name))
		.where('person_id', '!=', tx.actor)
		.executeTakeFirst();
	return other !== undefined;
}

/** The key that seals what an alias says. Its words are gone once the key is. */
export async function keyOf(tx: Tx, aliasId: AliasId): Promise<Key> {
	const { key_id } = await tx.db
		.selectFrom('alias')
		.select('key_id')
		.where('id', '=', aliasId)
		.executeTakeFirstOrThrow();
	const key = key_id && (await tx.vault.key(tx.db, key_id as KeyId));
	if (!key) throw new Error('Somebody without a key cannot speak.');
	return key;
}

/**
 * Whose alias this is, for those who act on somebody they see; undefined when it is of another conversation, or erased, or
 * when a block stands between the two.
 */
export async function personBehind(
	tx: Tx,
	conversationId: ConversationId,
	aliasId: AliasId,
): Promise<PersonId | undefined> {
	const row = await tx.db
		.selectFrom('alias')
		.select('person_id')
		.where('id', '=', aliasId)
		.where('conversation_id', '=', conversationId)
		.where((where) => notBetween(where, tx.actor, 'alias.person_id'))
		.executeTakeFirst();
	return row?.person_id ?? undefined;
}

/** Who in this conversation is not shown to this person, nor they to them. */
export async function aliasesApart(
	db: Reader,
	conversationId: ConversationId,
	personId: PersonId,
): Promise<ReadonlySet<AliasId>> {
	const rows = await db
		.selectFrom('alias')
		.select('id')
		.where('conversation_id', '=', conversationId)
		.where(betweenSql(personId, sql.ref('alias.person_id')))
		.execute();
	return new Set(rows.map(({ id }) => id));
}

/** Remembers which version of the agreements this person has accepted. */
export async function acceptVersion(tx: Tx, conversationId: ConversationId, version: number) {
	await tx.db
		.updateTable('alias')
		.set({ accepted_version: version })
		.where('conversation_id', '=', conversationId)
		.where('person_id', '=', tx.actor)
		.execute();
}
