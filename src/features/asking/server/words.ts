import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal, type Sealed, type Key } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { AskId } from '../ask.ts';
import { blankFit, type Fit } from '../fit.ts';

/** What an ask says beside its ticks. */
export interface AskWords {
	avoid: string;
}

/** Seals what the actor asks, under their own key. */
export const sealAsk = (tx: Tx, askId: AskId, words: AskWords): Promise<Sealed> =>
	sealMine(tx, JSON.stringify(words), contextOf(askId));

/** Opens what these people asked. Whoever has erased themselves is missing. */
export async function openAsks<Row extends { id: AskId; personId: PersonId; words: Sealed }>(
	db: Reader,
	vault: Vault,
	rows: readonly Row[],
): Promise<(Omit<Row, 'words'> & AskWords)[]> {
	const keyOf = await keysOf(db, vault, rows);
	return rows.flatMap(({ words, ...row }) => {
		const key = keyOf.get(row.personId);
		return key ? [{ ...row, ...(JSON.parse(unseal(key, words, contextOf(row.id))) as AskWords) }] : [];
	});
}

/** Seals what fits the actor, under their own key. */
export const sealFit = (tx: Tx, fit: Fit): Promise<Sealed> =>
	sealMine(tx, JSON.stringify(fit), fitContextOf(tx.actor));

/** Opens what fits these people. */
export async function openFits(
	db: Reader,
	vault: Vault,
	rows: readonly { personId: PersonId; words: Sealed }[],
): Promise<Map<PersonId, Fit>> {
	const keyOf = await keysOf(db, vault, rows);
	return new Map(
		rows.flatMap(({ personId, words }) => {
			const key = keyOf.get(personId);
			if (!key) return [];
			const fit = JSON.parse(unseal(key, words, fitContextOf(personId))) as Partial<Fit>;
			return [[personId, { ...blankFit, ...fit }] as const];
		}),
	);
}

async function sealMine(tx: Tx, text: string, context: string): Promise<Sealed> {
	const { key_id } = await tx.db
		.selectFrom('person')
		.select('key_id')
		.where('id', '=', tx.actor)
		.executeTakeFirstOrThrow();
	const key = await tx.vault.key(tx.db, key_id);
	if (!key) throw new Error('A person’s key is missing.');
	return seal(key, text, context);
}

async function keysOf(db: Reader, vault: Vault, rows: readonly { personId: PersonId }[]) {
	if (rows.length === 0) return new Map<PersonId, Key | undefined>();
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
	return new Map(people.map(({ id, key_id }) => [id, keys.get(key_id)]));
}

const contextOf = (askId: AskId) => `ask:${askId}`;
const fitContextOf = (personId: PersonId) => `what-fits:${personId}`;
