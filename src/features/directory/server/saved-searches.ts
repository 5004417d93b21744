import { sql } from 'kysely';
import type { Viewer } from '#features/people/person.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { seal, unseal, type Key } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import { nothingUnderstood } from '../concepts.ts';
import type { SavedSearchId } from '../events.ts';
import { filtersIn, queryOf, type Filters } from '../forms.ts';
import { asksWhen, stretchesOf } from '../when.ts';
import { strictly } from './candidates.ts';
import { fitting } from './fitting.ts';
import { placeNear } from './gazetteer.ts';
import type { Asking } from './search.ts';
import { understand } from './understand.ts';

const MOST_SEARCHES = 20;

/** Keeps a search, sealed under the person’s own key: what somebody looks for tells a lot about them. */
export async function keepSearch(
	tx: Tx,
	filters: Filters,
): Promise<{ kept: true } | Refused<'too-many-searches' | 'nothing-asked'>> {
	const query = queryOf(filters);
	if (query === '') return refuse('nothing-asked');
	const { key_id } = await tx.db
		.selectFrom('person')
		.select('key_id')
		.where('id', '=', tx.actor)
		.forUpdate()
		.executeTakeFirstOrThrow();
	const there = await searchesOf(tx.db, tx.vault, tx.actor);
	if (there.some((each) => each.query === query)) return { kept: true };
	if (there.length >= MOST_SEARCHES) return refuse('too-many-searches');

	const key = await tx.vault.key(tx.db, key_id);
	if (!key) throw new Error('A person’s key is missing.');
	const id: SavedSearchId = tx.newId();
	await tx.db
		.insertInto('saved_search')
		.values({
			id,
			person_id: tx.actor,
			sealed: sealed(key, id, { query, seenAt: tx.now }),
			saved_at: tx.now,
		})
		.execute();
	return { kept: true };
}

/** Forgets one of one’s own. */
export async function forgetSearch(tx: Tx, id: SavedSearchId) {
	await tx.db.deleteFrom('saved_search').where('id', '=', id).where('person_id', '=', tx.actor).execute();
	return {};
}

/** What fits now is known; only what comes later is new. */
export async function sawSearches(tx: Tx) {
	for (const { id, key, query } of await openSearches(tx.db, tx.vault, tx.actor))
		await tx.db
			.updateTable('saved_search')
			.set({ sealed: sealed(key, id, { query, seenAt: tx.now }) })
			.where('id', '=', id)
			.execute();
	return {};
}

/** A person’s searches, the latest first, for nobody else’s eyes. */
export async function searchesOf(db: Reader, vault: Vault, personId: PersonId) {
	return (await openSearches(db, vault, personId)).map(({ key: _, ...search }) => search);
}

async function openSearches(db: Reader, vault: Vault, personId: PersonId) {
	const rows = await db
		.selectFrom('saved_search')
		.innerJoin('person', 'person.id', 'saved_search.person_id')
		.select(['saved_search.id', 'sealed', 'saved_at as savedAt', 'key_id'])
		.where('person_id', '=', personId)
		.orderBy('saved_at', 'desc')
		.execute();
	const keys = await vault.keys(
		db,
		rows.map(({ key_id }) => key_id),
	);
	return rows.flatMap(({ sealed, key_id, ...row }) => {
		const key = keys.get(key_id);
		if (!key) return [];
		const { query, seenAt } = JSON.parse(unseal(key, sealed, contextOf(row.id))) as Sealing<string>;
		return [{ ...row, key, query, seenAt: new Date(seenAt) }];
	});
}

/** What is sealed: when somebody last looked is nobody else’s business either. */
interface Sealing<Moment> {
	query: string;
	seenAt: Moment;
}

const sealed = (key: Key, id: SavedSearchId, says: Sealing<Date>) =>
	seal(key, JSON.stringify(says), contextOf(id));

const contextOf = (id: SavedSearchId) => `saved-search:${id}`;

/** Each of a person’s searches, with how much that fits it has come since they looked. */
export async function searchesWithNews(
	db: Reader,
	vault: Vault,
	viewer: Viewer,
	how: Omit<Asking, 'viewer'>,
) {
	const searches = await searchesOf(db, vault, viewer.id);
	const told = [];
	for (const each of searches) {
		const filters = filtersIn(new URLSearchParams(each.query));
		told.push({ ...each, filters, fresh: await freshOf(db, filters, each.seenAt, { ...how, viewer }) });
	}
	return told;
}

async function freshOf(db: Reader, filters: Filters, since: Date, { viewer, now, zone, locale }: Asking) {
	const { concepts } = filters.q ? await understand(db, filters.q, locale) : nothingUnderstood;
	const near = await placeNear(db, filters, locale);
	const stretches = asksWhen(filters) ? stretchesOf(filters, now, zone) : undefined;
	const search = { filters, viewer, now, zone, stretches, near: near === 'unknown' ? undefined : near };
	const { rows } = await sql<{ count: number }>`
		select count(*) as count
		from finding
		where finding.since > ${since} and ${fitting(search, concepts.length > 0 ? strictly(concepts) : undefined)}`.execute(
		db,
	);
	return rows[0]!.count;
}
