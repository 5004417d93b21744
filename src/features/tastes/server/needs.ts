import type { Reader } from '#platform/db.ts';
import { unseal } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import { numberOf } from '../answers.ts';
import { tallyOf } from '../need.ts';
import { contextOf } from './words.ts';

/** What groups were missed, each thing counted by itself and what is rare together. For coordinators. */
export async function needsCounted(db: Reader) {
	const rows = await db
		.selectFrom('unmet_need')
		.select(['topic', 'language', 'at_time as time', 'format'])
		.execute();
	const of = (name: keyof (typeof rows)[number]) =>
		tallyOf(
			[...Map.groupBy(rows, (row) => row[name])].map(([value, those]) => ({
				of: value,
				count: those.length,
			})),
		);
	return { topic: of('topic'), language: of('language'), time: of('time'), format: of('format') };
}

const WORDS_SHOWN = 100;

/** What people wrote, by itself: nothing says with which need, or when, and the order says neither. */
export async function wordsOfNeeds(db: Reader, vault: Vault): Promise<string[]> {
	const rows = await db
		.selectFrom('unmet_need')
		.select(['id', 'words', 'key_id'])
		.where('words', 'is not', null)
		.orderBy('made_on', 'desc')
		.limit(WORDS_SHOWN)
		.execute();
	const keys = await vault.keys(
		db,
		rows.flatMap(({ key_id }) => key_id ?? []),
	);
	return rows
		.toSorted((a, b) => numberOf(a.id) - numberOf(b.id))
		.flatMap(({ id, words, key_id }) => {
			const key = key_id && keys.get(key_id);
			return key && words ? [unseal(key, words, contextOf(id))] : [];
		});
}
