import type { ServiceBodyId } from '#features/directory/events.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { seal, unseal, type Key, type Sealed } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';

/** What words are, and so where they open: nowhere else. */
type About = 'proposal' | 'answer' | 'remark';

/** Seals what is written about the listings of a body, under a key of its own. Nothing is no words. */
export async function sealWords(tx: Tx, bodyId: ServiceBodyId, about: About, id: string, words: string) {
	return words === '' ? null : seal(await keyOf(tx, bodyId), words, contextOf(about, id));
}

async function keyOf(tx: Tx, bodyId: ServiceBodyId): Promise<Key> {
	const known = await keyFor(tx.db, tx.vault, bodyId);
	if (known) return known;
	const made = await tx.vault.newKey(tx.db, tx.now);
	await tx.db.updateTable('service_body').set({ key_id: made.id }).where('id', '=', bodyId).execute();
	return made.key;
}

/** The key of a body; undefined where nobody has written anything yet. */
export async function keyFor(db: Reader, vault: Vault, bodyId: ServiceBodyId): Promise<Key | undefined> {
	const row = await db
		.selectFrom('service_body')
		.select('key_id')
		.where('id', '=', bodyId)
		.executeTakeFirst();
	return row?.key_id ? vault.key(db, row.key_id) : undefined;
}

export const openWords = (key: Key | undefined, sealed: Sealed | null, about: About, id: string): string =>
	key && sealed ? unseal(key, sealed, contextOf(about, id)) : '';

const contextOf = (about: About, id: string) => `keeping:${about}:${id}`;
