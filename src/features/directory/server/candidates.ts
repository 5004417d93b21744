import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import { PLANNED_EACH_TIME } from '#platform/statement-name.ts';
import { after } from '#platform/time.ts';
import { all, any, queryFor, quoted, rarity, type Concept } from '../concepts.ts';
import type { ListingId } from '../events.ts';
import type { Filters } from '../forms.ts';
import { boxesAround, type Point } from '../place.ts';
import { EVERYTHING } from '../said.ts';
import { LONGEST, wallOf } from '../coming.ts';
import type { Stretch } from '../when.ts';

/** What a search is about: who asks, when and where, and what they asked for. */
export interface Search {
	filters: Filters;
	viewer: Viewer | null;
	now: Date;
	/** The reader’s. */
	zone: string;
	/** The middle of what is near; undefined when nothing has to be. */
	near: Near | undefined;
	/** When it has to begin, by `stretchesOf`; undefined when that does not matter. */
	stretches: readonly Stretch[] | undefined;
	/** Whether its words leave few enough to ask each of them how far away it is. */
	few?: boolean;
	/** Up to how many are counted, `COUNTED` unless said. What fits more is very many, and is found in other ways. */
	most?: number | undefined;
	/** Only what this service body lists, by its slug. */
	body?: string | undefined;
	/** Our own rooms that somebody holds at this moment: whatever their hours say, no other room is on now. */
	held?: readonly ListingId[];
}

export interface Near extends Point {
	km: number;
	/** As a listing without a position would say it. */
	named: readonly string[];
}

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

/** The times that count. */
const timesOf = (search: Search): Then =>
	search.stretches ? thatTime(search, search.stretches) : comingNext(search);

/** Every time that is not over, on clocks that are known and on the reader’s for those that are not. */
function comingNext({ now, zone }: Search): Then {
	const from = after(now, -LONGEST);
	const lasts = sql`make_interval(mins => coming.minutes)`;
	return {
		starting: sql`coming.starts_at >= ${from} and coming.starts_at > ${now}::timestamptz - ${lasts}`,
		reading: sql`coming.starts_at is null and coming.on_own_clocks
			and coming.wall >= ${wallOf(from, zone)}::timestamp
			and coming.wall > ${wallOf(now, zone)}::timestamp - ${lasts}`,
	};
}

/** What has to hold of a time in `coming`: of one by its moment, or of one by what clocks show; each by an index. */
interface Then {
	starting: RawBuilder<SqlBool>;
	reading: RawBuilder<SqlBool>;
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

/** Where a list names no zone, the reader’s clocks are taken for those of the place. */
const begins = ({ now, zone }: Search) =>
	sql`coalesce(coming.starts_at, coming.wall at time zone ${offsetOf(now, zone)}::interval)`;

/** The reader’s clocks as PostgreSQL takes them, which may not know their zone. */
const offsetOf = (now: Date, zone: string) =>
	Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).offset;

/** Whatever fits what was asked for: this alone decides what is listed, and what never is. */
export function fitting(search: Search, words: string | undefined): RawBuilder<SqlBool> {
	const { filters, near } = search;
	const conditions = [
		sql<SqlBool>`finding.terms @@ ${all([...visibleTo(search.viewer), ...facts(filters), ...(words ? [words] : [])])}::tsquery`,
		...(near ? [isNear(near, search.few)] : []),
		...(search.body === undefined ? [] : [isOf(search.body)]),
		...(search.stretches ? [isAtThatTime(search, search.stretches)] : []),
		...(filters.when === 'now'
			? [sql<SqlBool>`(not finding.terms @@ ${fact('kind:room')}::tsquery or ${isHeld(search)})`]
			: []),
	];
	return sql.join(conditions, sql` and `) as RawBuilder<SqlBool>;
}

const isHeld = ({ held = [] }: Search) => sql<SqlBool>`finding.listing_id = any(${[...held]}::uuid[])`;

const isOf = (body: string) => sql<SqlBool>`finding.listing_id in (
	select listing.id
	from listing join service_body on service_body.id = listing.service_body_id
	where service_body.slug = ${body}
)`;

/**
 * What this viewer may find at all: what is for their band of ages. Whatever else hides a listing from somebody belongs
 * here.
 */
export const visibleTo = (viewer: Viewer | null): string[] => [fact(`band:${viewer?.ageBand ?? 'adult'}`)];

const fact = (name: string) => quoted(`#${name}`);

function facts({ where, kind, topic, language, type, need, free, newcomers, observers }: Filters): string[] {
	return [
		...(where ? [where] : []),
		...(kind ? [`kind:${kind}`] : []),
		...(topic ? [`topic:${topic}`] : []),
		...(language ? [`lang:${language}`] : []),
		...(type ? [`type:${type.toLowerCase()}`] : []),
		...need.map((each) => `access:${each}`),
		...(free ? ['free'] : []),
		...(newcomers ? ['newcomers'] : []),
		...(observers ? ['observers'] : []),
	].map(fact);
}

/** Within the distance, or, without a position, in a place of that name. Of many, those within are found by an index. */
function isNear({ named, ...near }: Near, few = false): RawBuilder<SqlBool> {
	const boxes = boxesAround(near, near.km).map(
		({ south, north, west, east }) =>
			sql`finding.place <@ box(point(${west}, ${south}), point(${east}, ${north}))`,
	);
	const isWithin = sql<SqlBool>`${kilometres(near)} <= ${near.km}`;
	const inside = few ? isWithin : sql<SqlBool>`((${sql.join(boxes, sql` or `)}) and ${isWithin})`;
	if (named.length === 0) return inside;
	const there = all([fact('somewhere'), ...named.map(quoted)]);
	return sql`(${inside} or finding.terms @@ ${there}::tsquery)`;
}

/** The same as `distance` in `place.ts`. */
const kilometres = ({ latitude, longitude }: Point) => sql`(12742 * asin(least(1, sqrt(
	sin(radians(finding.place[1] - ${latitude}) / 2) ^ 2
	+ cos(radians(${latitude}::float8)) * cos(radians(finding.place[1])) * sin(radians(finding.place[0] - ${longitude}) / 2) ^ 2
))))`;

/** Whether it is at a time that was asked for, on the clocks that count for it. */
function isAtThatTime(search: Search, stretches: readonly Stretch[]): RawBuilder<SqlBool> {
	const { fact: own, starting, reading } = thatTime(search, stretches);
	const isThen = own ? starting : sql`(${starting}) or (${reading})`;
	const isOnce = sql<SqlBool>`exists (select from coming where coming.listing_id = finding.listing_id and (${isThen}))`;
	if (own) return sql<SqlBool>`(finding.terms @@ ${own}::tsquery or ${isOnce})`;
	return search.filters.when === 'now' ? sql<SqlBool>`(${isOnce} or ${isHeld(search)})` : isOnce;
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

/**
 * A time that was asked for. A listing on its own clocks says by a fact on which days and parts of the day it is, also
 * where no time of it is known; `reading` then is only when.
 */
function thatTime(search: Search, stretches: readonly Stretch[]): Then & { fact?: string } {
	const {
		filters: { when, day, part },
		now,
		zone,
	} = search;
	const [first, last] = [stretches[0]!, stretches.at(-1)!];
	const startsThen = sql<SqlBool>`coming.starts_at >= ${first.from} and coming.starts_at < ${last.to}
		and ${half(sql`coming.starts_at <@ ${rangesOf(stretches.map(({ from, to }) => [from.toISOString(), to.toISOString()]))}::tstzmultirange`)}`;
	const readsThen = sql<SqlBool>`coming.wall >= ${first.wallFrom}::timestamp and coming.wall < ${last.wallTo}::timestamp
		and ${half(sql`coming.wall <@ ${rangesOf(stretches.map(({ wallFrom, wallTo }) => [wallFrom, wallTo]))}::tsmultirange`)}`;
	const lasts = sql`make_interval(mins => coming.minutes)`;
	const ownNow = sql`${now}::timestamptz at time zone ${offsetOf(now, zone)}::interval`;
	if (when === 'now')
		return {
			starting: sql`${startsThen} and coming.starts_at + ${lasts} > ${now}`,
			reading: sql`coming.starts_at is null and coming.on_own_clocks
				and ${readsThen} and coming.wall + ${lasts} > ${ownNow}`,
		};
	if (when) {
		const isAhead = sql`${begins(search)} > ${now}::timestamptz - ${lasts}`;
		return {
			starting: sql`coming.on_readers_clocks and ${startsThen} and ${isAhead}`,
			reading: sql`coming.on_own_clocks and ${readsThen} and ${isAhead}`,
		};
	}
	const own = day === undefined ? `part:${part}` : part === undefined ? `day:${day}` : `at:${day}-${part}`;
	return {
		fact: fact(own),
		starting: sql`coming.on_readers_clocks and ${startsThen}`,
		reading: sql`coming.on_own_clocks and ${readsThen}`,
	};
}

/**
 * What PostgreSQL takes for true of every other row. It takes being in one of many stretches for very rare, and then reads
 * and sorts all times there are instead of going through them in order until there are enough.
 */
const half = (condition: RawBuilder<unknown>) =>
	sql<SqlBool>`case when ${condition} then true else false end`;

/** A multirange of PostgreSQL; a stretch that ends before it begins, or as it begins, is none. */
const rangesOf = (some: readonly (readonly [string, string])[]) =>
	`{${some
		.filter(([from, to]) => from < to)
		.map(([from, to]) => `[${from},${to})`)
		.join(',')}}`;

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
