import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal, type Sealed } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { NowAskId } from '../waiting.ts';

/** What a card says beside its ticks. */
interface CardWords {
	avoid: string;
}

/** Seals what the actor asks, under their own key. */
export async function sealCard(tx: Tx, askId: NowAskId, words: CardWords): Promise<Sealed> {
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
export async function openCards<Row extends { id: NowAskId; personId: PersonId; words: Sealed }>(
	db: Reader,
	vault: Vault,
	rows: readonly Row[],
): Promise<(Omit<Row, 'words'> & CardWords)[]> {
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
		return key ? [{ ...row, ...(JSON.parse(unseal(key, words, contextOf(row.id))) as CardWords) }] : [];
	});
}

const contextOf = (askId: NowAskId) => `now-ask:${askId}`;
