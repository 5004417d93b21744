import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Reader } from '#platform/db.ts';
import { PLANNED_EACH_TIME } from '#platform/statement-name.ts';
import { all, any, queryFor, rarity, type Concept } from '../concepts.ts';
import type { ListingId } from '../events.ts';
import { EVERYTHING } from '../said.ts';
import type { Stretch } from '../when.ts';
import { begins, fact, fitting, isHeld, thatTime, timesOf, type Near, type Search } from './fitting.ts';

/** What comes first before anything is weighed: what says most of it, what is nearest, or what is soonest. */
export interface Candidates {
	ids: ListingId[];
	/** How many there are; `more` than so many. */
	count: number;
	more: boolean;
}

/** So many can be asked one by one how far away they are. */
const NOT_MANY = 10_000;

const plannedEachTime = sql.raw(PLANNED_EACH_TIME);

/** Beyond this nobody counts, unless asked to. */
export const COUNTED = 2_000;

interface Page {
	limit: number;
	offset: number;
}

/**
 * All that fits, in an order that is the same for every page: what says most of the concepts, or what is nearest, or what
 * begins next. `words` is a tsquery; undefined asks for none.
 */
export async function candidates(
	db: Reader,
	search: Search,
	{ words, concepts, of }: { words: string | undefined; concepts: readonly Concept[]; of: number },
	page: Page,
): Promise<Candidates> {
	const { most = COUNTED } = search;
	const tellsLittle = concepts.length > 0 && fewest(concepts) > most;
	const asked = { ...search, few: concepts.length > 0 && fewest(concepts) <= NOT_MANY };
	const fits = fitting(asked, words);
	// Words that so many have tell little apart, so what takes in newcomers best comes first.
	const order =
		concepts.length > 0
			? tellsLittle
				? sql`finding.welcome desc`
				: said(concepts, of)
			: search.near && farAway(search.near);
	// What rare words or a place leave is few enough to ask each when it is. Everything else is found by its times.
	if (order && (!tellsLittle || search.near)) {
		const { ids, count } = await allInOrder(db, fits, order, { ...page, most });
		return { ids, count: Math.min(count, most), more: count > most };
	}
	if (search.stretches) {
		const ids = await atThatTime(db, { ...search, most }, search.stretches, words);
		if (ids.length <= most) {
			const those = sql<SqlBool>`finding.listing_id = any(${ids}::uuid[])`;
			const some = await inOrder(db, those, order ?? soonness(search), page);
			return { ids: some, count: ids.length, more: false };
		}
		const some = order ? inOrder(db, fits, order, page) : soonest(db, search, words, page);
		return { ids: await some, count: most, more: true };
	}
	const counting = countOf(db, fits, most);
	const finding = order
		? inOrder(db, fits, order, page)
		: counting.then((count) =>
				count > most ? soonest(db, search, words, page) : inOrder(db, fits, soonness(search), page),
			);
	const [count, ids] = await Promise.all([counting, finding]);
	return { ids, count: Math.min(count, most), more: count > most };
}

async function countOf(db: Reader, fits: RawBuilder<SqlBool>, most: number): Promise<number> {
	const { rows } = await sql<{ count: number }>`${plannedEachTime}
		select count(*) from (select from finding where ${fits} limit ${most + 1}) fitting`.execute(db);
	return rows[0]!.count;
}

/** No more than this have all of them, whatever else is asked for. */
const fewest = (concepts: readonly Concept[]) => Math.min(...concepts.map(({ documents }) => documents));

/** The same, and how many there are: all of them are looked at for their order. */
async function allInOrder(
	db: Reader,
	fits: RawBuilder<SqlBool>,
	order: RawBuilder<unknown>,
	{ most, ...page }: Page & { most: number },
) {
	const { rows } = await sql<{ id: ListingId; count: number }>`${plannedEachTime}
		select finding.listing_id as id, count(*) over () as count
		from finding
		where ${fits}
		order by ${order}, finding.listing_id
		limit ${page.limit} offset ${page.offset}`.execute(db);
	const isPastTheEnd = rows.length === 0 && page.offset > 0;
	return {
		ids: rows.map(({ id }) => id),
		count: isPastTheEnd ? await countOf(db, fits, most) : (rows[0]?.count ?? 0),
	};
}

async function inOrder(
	db: Reader,
	fits: RawBuilder<SqlBool>,
	order: RawBuilder<unknown>,
	{ limit, offset }: Page,
): Promise<ListingId[]> {
	const { rows } = await sql<{ id: ListingId }>`${plannedEachTime}
		select finding.listing_id as id
		from finding
		where ${fits}
		order by ${order}, finding.listing_id
		limit ${limit} offset ${offset}`.execute(db);
	return rows.map(({ id }) => id);
}

/**
 * Of very many: what begins next, each once. The soonest times are read until there are enough of them; what has no time
 * that is known comes after all others, and is then put in order one by one.
 */
async function soonest(db: Reader, search: Search, words: string | undefined, page: Page) {
	const { limit, offset } = page;
	const enough = (limit + offset) * TIMES_EACH;
	const otherwise = fitting({ ...search, stretches: undefined }, words);
	const { starting, reading } = timesOf(search);
	const first = (isThen: RawBuilder<SqlBool>, inTurn: RawBuilder<unknown>) => sql`(
		select coming.listing_id, ${begins(search)} as begins
		from coming join finding on finding.listing_id = coming.listing_id
		where ${isThen} and ${otherwise}
		order by ${inTurn}, coming.listing_id
		limit ${enough}
	)`;
	const { rows } = await sql<{ id: ListingId }>`${plannedEachTime}
		select listing_id as id
		from (${first(starting, sql`coming.starts_at`)} union all ${first(reading, sql`coming.wall`)}) times
		group by listing_id
		order by min(begins), listing_id
		limit ${limit} offset ${offset}`.execute(db);
	if (rows.length === limit) return rows.map(({ id }) => id);
	return inOrder(db, fitting(search, words), soonness(search), page);
}

/** How many times a listing has, at most, among the soonest. */
const TIMES_EACH = 3;

/** How much of what was asked for a listing says, the rarest words most: a first cut, before BM25. */
function said(concepts: readonly Concept[], of: number): RawBuilder<unknown> {
	const parts = concepts.map(
		(concept) =>
			sql`${rarity(concept, of)}::float8 * ts_rank('{0.2, 0.4, 0.7, 1}', finding.terms, ${queryFor(concept)}::tsquery)`,
	);
	return sql`(${sql.join(parts, sql` + `)}) desc`;
}

const farAway = ({ latitude, longitude }: Near) =>
	sql`finding.place <-> point(${longitude}, ${latitude}) nulls last`;

/** When it begins next, at a time that was asked for if one was; what is going on counts as soon. */
function soonness(search: Search): RawBuilder<unknown> {
	const { starting, reading } = timesOf(search);
	return sql`(
		select min(${begins(search)})
		from coming
		where coming.listing_id = finding.listing_id and ((${starting}) or (${reading}))
	) nulls last`;
}

/** So many times are looked through for what they are times of; when those are of too few, more, and then all. */
const lookedThrough = (most: number) => [most + 1, 4 * most, null];

/** Everything that is at a time that was asked for and fits otherwise, in no order; more than `most` when there are more. */
async function atThatTime(
	db: Reader,
	search: Search & { most: number },
	stretches: readonly Stretch[],
	words: string | undefined,
): Promise<ListingId[]> {
	const otherwise = fitting({ ...search, stretches: undefined }, words);
	const { fact: own, starting, reading } = thatTime(search, stretches);
	const isSaid = own
		? sql<SqlBool>`finding.terms @@ ${own}::tsquery`
		: search.filters.when === 'now'
			? isHeld(search)
			: undefined;
	const saying = isSaid
		? await sql<{ id: ListingId }>`${plannedEachTime}
			select finding.listing_id as id from finding
			where ${isSaid} and ${otherwise}
			limit ${search.most + 1}`.execute(db)
		: { rows: [] };
	const ids = new Set(saying.rows.map(({ id }) => id));
	for (const isThen of own ? [starting] : [starting, reading])
		for (const times of lookedThrough(search.most)) {
			if (ids.size > search.most) return [...ids];
			const { rows } = await sql<{ id: ListingId }>`${plannedEachTime}
				select coming.listing_id as id
				from coming join finding on finding.listing_id = coming.listing_id
				where ${isThen} and ${otherwise}
				limit ${times}`.execute(db);
			for (const { id } of rows) ids.add(id);
			if (rows.length < (times ?? Infinity)) break;
		}
	return [...ids];
}

/** All words, each said in any way. */
export const strictly = (concepts: readonly Concept[]): string => all(concepts.map(queryFor));

/** As many listings as are worth weighing when no single one says everything. */
const WORTH_WEIGHING = 4_000;

/** Any of the words: the rarest ones, as long as they leave something to weigh. */
export function loosely(concepts: readonly Concept[]): string {
	const rarest = concepts
		.filter(({ documents }) => documents > 0)
		.toSorted((a, b) => a.documents - b.documents);
	const some: Concept[] = [];
	let sum = 0;
	for (const concept of rarest) {
		sum += concept.documents;
		if (some.length > 0 && sum > WORTH_WEIGHING) break;
		some.push(concept);
	}
	return some.length === 0 ? fact(`no-${EVERYTHING}`) : any(some.map(queryFor));
}
