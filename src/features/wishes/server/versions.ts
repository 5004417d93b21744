import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { unseal } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import { nothingWritten, type Version, type Words } from '../wishes.ts';

/** Somebody’s wishes, the newest version first. Whether they may be read is asked of the rule. */
export async function openVersions(
	db: Reader,
	vault: Vault,
	personId: PersonId,
	most: number,
): Promise<Version[]> {
	const rows = await db
		.selectFrom('wishes_version')
		.innerJoin('person', 'person.id', 'wishes_version.person_id')
		.select(['number', 'words', 'written_at as writtenAt', 'person.key_id'])
		.where('person_id', '=', personId)
		.orderBy('number', 'desc')
		.limit(most)
		.execute();
	const key = rows[0] && (await vault.key(db, rows[0].key_id));
	if (!key) return [];
	return rows.map(({ number, words, writtenAt }) => ({
		number,
		writtenAt,
		words: {
			...nothingWritten,
			...(JSON.parse(unseal(key, words, contextOf(personId, number))) as Partial<Words>),
		},
	}));
}

export const contextOf = (personId: PersonId, number: number) => `wishes:${personId}:${number}`;
