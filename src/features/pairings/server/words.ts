import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal, type Sealed } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { AskId } from '../ask.ts';

/** What an ask says beside its ticks. */
export interface AskWords {
	avoid: string;
}

/** Seals what the actor asks, under their own key. */
export async function sealAsk(tx: Tx, askId: AskId, words: AskWords): Promise<Sealed> {
	const { key_id } = await tx.db
		.selectFrom('person')
		.select('key_id')
		.where('id', '=', tx.actor)
		.executeTakeFirstOrThrow();
	const key = await tx.vault.key(tx.db, key_id);
	if (!key) throw new Error('A person’s key is missing.');
	return seal(key, JSON.stringify(words), contextOf(askId));
}

/** Opens what these people asked. Whoever has erased themselves is missing. */
export async function openAsks<Row extends { id: AskId; personId: PersonId; words: Sealed }>(
	db: Reader,
	vault: Vault,
	rows: readonly Row[],
): Promise<(Omit<Row, 'words'> & AskWords)[]> {
	if (rows.length === 0) return [];
	const people = await db
		.selectFrom('person')
		.select(['id', 'key_id'])
		.where(
			'id',
			'in',
			rows.map(({ personId }) => personId),
		)
		.execute();
	const keys = await vault.keys(
		db,
		people.map(({ key_id }) => key_id),
	);
	const keyOf = new Map(people.map(({ id, key_id }) => [id, keys.get(key_id)]));
	return rows.flatMap(({ words, ...row }) => {
		const key = keyOf.get(row.personId);
		return key ? [{ ...row, ...(JSON.parse(unseal(key, words, contextOf(row.id))) as AskWords) }] : [];
	});
}

const contextOf = (askId: AskId) => `ask:${askId}`;
