import { sql } from 'kysely';
import { filtersIn } from '#features/directory/forms.ts';
import { strictly } from '#features/directory/server/candidates.ts';
import { fitting } from '#features/directory/server/fitting.ts';
import { understand } from '#features/directory/server/understand.ts';
import type { Reader } from '#platform/db.ts';
import { wordsIn } from '#features/directory/words.ts';

/** Columns of a listing that somebody could look for it by. */
const fields = [
	'name',
	'group_name',
	'about',
	'place',
	'address',
	'region',
	'postcode',
	'identity',
	'notes',
	'place_notes',
	'online_notes',
	'phone',
	'online_url',
	'website',
	'joining',
	'cost',
] as const;

/**
 * Looks for every listing by each of its fields, as somebody would who types it in. Answers with how many there were to find,
 * and which were not found.
 */
export async function recall(db: Reader, { now, most = Infinity }: { now: Date; most?: number }) {
	let [asked, expected] = [0, 0];
	const missed: { field: string; text: string; ids: string[] }[] = [];
	for (const field of fields) {
		const { rows } = await sql<{ text: string; ids: string[] }>`
			select ${sql.ref(field)} as text, array_agg(id) as ids from listing
			where ${sql.ref(field)} is not null group by 1 order by 1`.execute(db);
		for (const { text, ids } of rows.slice(0, most)) {
			// What has no letter or figure in it cannot be looked for.
			if (wordsIn(text).length === 0) continue;
			asked++;
			expected += ids.length;
			const found = await everything(db, text, now);
			const missing = ids.filter((id) => !found.has(id));
			if (missing.length > 0) missed.push({ field, text, ids: missing });
		}
	}
	return { asked, expected, missed };
}

async function everything(db: Reader, text: string, now: Date): Promise<Set<string>> {
	const filters = filtersIn(new URLSearchParams({ q: text }));
	const { concepts } = await understand(db, filters.q, 'en');
	const search = { filters, viewer: null, now, zone: 'UTC', near: undefined, stretches: undefined };
	const { rows } = await sql<{ id: string }>`
		select finding.listing_id as id from finding where ${fitting(search, strictly(concepts))}`.execute(db);
	return new Set(rows.map(({ id }) => id));
}
