import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal, type Key, type Sealed } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { MeasureId } from '../ladder.ts';

type Which = 'reason' | 'appeal' | 'answer';

/** Seals words to somebody, or their own about what was decided, under their own key: erasing them erases the words. */
export async function sealTo(tx: Tx, personId: PersonId, which: Which, id: MeasureId, words: string) {
	const key = await keyOf(tx.db, tx.vault, personId);
	if (!key) throw new Error('A person’s key is missing.');
	return seal(key, words, contextOf(which, id));
}

/** Empty when there are none, or whoever they were for has gone. */
export function openWords(key: Key | undefined, sealed: Sealed | null, which: Which, id: MeasureId): string {
	return key && sealed ? unseal(key, sealed, contextOf(which, id)) : '';
}

export async function keyOf(db: Reader, vault: Vault, personId: PersonId | null): Promise<Key | undefined> {
	if (!personId) return undefined;
	const person = await db.selectFrom('person').select('key_id').where('id', '=', personId).executeTakeFirst();
	return person && vault.key(db, person.key_id);
}

const contextOf = (which: Which, id: MeasureId) => `measure-${which}:${id}`;
