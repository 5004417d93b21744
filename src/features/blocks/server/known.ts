import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal, type Key, type Sealed } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { BlockId, Known } from '../block.ts';

const asOf = (id: BlockId) => `block:${id}:as`;
const inOf = (id: BlockId) => `block:${id}:in`;

/** The key of whoever blocks: what they knew somebody as is readable only as long as they are here. */
export async function keyOf(db: Reader, vault: Vault, personId: PersonId): Promise<Key> {
	const { key_id } = await db
		.selectFrom('person')
		.select('key_id')
		.where('id', '=', personId)
		.executeTakeFirstOrThrow();
	const key = await vault.key(db, key_id);
	if (!key) throw new Error('A person’s key is missing.');
	return key;
}

export const sealKnown = (key: Key, id: BlockId, known: Known) => ({
	known_as: known.as === null ? null : seal(key, known.as, asOf(id)),
	known_in: known.in === null ? null : seal(key, known.in, inOf(id)),
});

export const openKnown = (
	key: Key,
	{ id, known_as, known_in }: { id: BlockId; known_as: Sealed | null; known_in: Sealed | null },
): Known => ({
	as: known_as && unseal(key, known_as, asOf(id)),
	in: known_in && unseal(key, known_in, inOf(id)),
});
