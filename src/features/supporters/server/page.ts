import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal, type Sealed } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import { blankPage, type SupporterPage } from '../supporter.ts';

/** Seals the actor’s own page under their own key. */
export async function sealMyPage(tx: Tx, page: SupporterPage): Promise<Sealed> {
	const { key_id } = await tx.db
		.selectFrom('person')
		.select('key_id')
		.where('id', '=', tx.actor)
		.executeTakeFirstOrThrow();
	const key = await tx.vault.key(tx.db, key_id);
	if (!key) throw new Error('A person’s key is missing.');
	return seal(key, JSON.stringify(page), contextOf(tx.actor));
}

/** The pages of these people, by person, in one question. Who may see which part is decided by whoever asks. */
export async function pagesOf(
	db: Reader,
	vault: Vault,
	personIds: readonly PersonId[],
): Promise<Map<PersonId, SupporterPage>> {
	if (personIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('supporter')
		.innerJoin('person', 'person.id', 'supporter.person_id')
		.innerJoin('sealing_key', 'sealing_key.id', 'person.key_id')
		.select([
			'person.id as personId',
			'supporter.page',
			'sealing_key.id',
			'sealing_key.master',
			'sealing_key.wrapped',
		])
		.where('person.id', 'in', personIds)
		.execute();
	return new Map(
		rows.map(({ personId, page, ...key }) => {
			const words = unseal(vault.unwrap(key), page, contextOf(personId));
			return [personId, { ...blankPage, ...(JSON.parse(words) as Partial<SupporterPage>) }];
		}),
	);
}

const contextOf = (personId: PersonId) => `supporter-page:${personId}`;
