import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal, type Key, type Sealed } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { ShiftId } from '../rota.ts';

/** What words on a shift are, and so where they open: nowhere else. */
type About = 'cover' | 'put-on';

/** Seals what the actor says about somebody’s place on a shift, under their own key. */
export async function sealMine(tx: Tx, about: About, shiftId: ShiftId, personId: PersonId, words: string) {
	const key = (await keysOf(tx.db, tx.vault, [tx.actor])).get(tx.actor);
	if (!key) throw new Error('A person’s key is missing.');
	return seal(key, words, contextOf(about, shiftId, personId));
}

/** The keys under which these people’s words are sealed. */
export async function keysOf(
	db: Reader,
	vault: Vault,
	authors: readonly PersonId[],
): Promise<Map<PersonId, Key>> {
	if (authors.length === 0) return new Map();
	const rows = await db.selectFrom('person').select(['id', 'key_id']).where('id', 'in', authors).execute();
	const keys = await vault.keys(
		db,
		rows.map(({ key_id }) => key_id),
	);
	return new Map(rows.flatMap(({ id, key_id }) => (keys.has(key_id) ? [[id, keys.get(key_id)!]] : [])));
}

/** The words again; undefined where there are none, or whoever wrote them has gone. */
export const openWords = (
	key: Key | undefined,
	sealed: Sealed | null,
	about: About,
	shiftId: ShiftId,
	personId: PersonId,
): string | undefined =>
	key && sealed ? unseal(key, sealed, contextOf(about, shiftId, personId)) : undefined;

const contextOf = (about: About, shiftId: ShiftId, personId: PersonId) => `${about}:${shiftId}:${personId}`;
