import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import { after, hours } from '#platform/time.ts';
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

/** Beyond this nobody counts. */
export const COUNTED = 2_000;

interface Page {
	limit: number;
	offset: number;
}

/** All that fits, in an order that is the same for every page. `words` is a tsquery; undefined asks for none. */
export async function candidates(
	db: Reader,
	search: Search,
	{ words, concepts, of }: { words: string | undefined; concepts: readonly Concept[]; of: number },
	{ limit, offset }: Page,
): Promise<Candidates> {
	const order = words ? said(concepts, of) : search.near ? farAway(search.near) : soonness(search);
	const fits = fitting(search, words);
	const { rows } = await sql<{ id: ListingId; count: number }>`
		with fitting as materialized (
			select finding.listing_id, finding.terms, finding.place, finding.welcome
			from finding
			where ${fits}
			limit ${COUNTED + 1}
		)
		select finding.listing_id as id, (select count(*) from fitting) as count
		from fitting as finding
		order by ${order}, finding.listing_id
		limit ${limit} offset ${offset}`.execute(db);
	const count = rows[0]?.count ?? 0;
	if (count <= COUNTED && (rows.length > 0 || offset === 0))
		return { ids: rows.map(({ id }) => id), count, more: false };
	const ids =
		words || search.near
			? await ofMany(db, search, words, { limit, offset })
			: await soonest(db, search, { limit, offset });
	return { ids, count: COUNTED, more: true };
}

/** Of very many: words that so many have tell little apart, so what takes in newcomers best comes first; or what is nearest. */
async function ofMany(db: Reader, search: Search, words: string | undefined, { limit, offset }: Page) {
	const order = search.near
		? sql`finding.place <-> point(${search.near.longitude}, ${search.near.latitude})`
		: sql`finding.welcome desc`;
	const { rows } = await sql<{ id: ListingId }>`
		select finding.listing_id as id
		from finding
		where ${fitting(search, words)}
		order by ${order}, finding.listing_id
		limit ${limit} offset ${offset}`.execute(db);
	return rows.map(({ id }) => id);
}

/**
 * Of very many: what begins next, each once. The soonest times are read until there are enough of them; what has no time
 * that is known comes after all others, and is then put in order one by one.
 */
async function soonest(db: Reader, search: Search, { limit, offset }: Page) {
	const { now, zone } = search;
	const from = beginning(search);
	const enough = (limit + offset) * TIMES_EACH;
	// Where a list names no zone, the reader’s clocks are taken for those of the place.
	const { rows } = await sql<{ id: ListingId }>`
		select listing_id as id
		from (
			(
				select coming.listing_id, coming.starts_at as begins
				from coming join finding on finding.listing_id = coming.listing_id
				where coming.starts_at >= ${from}
					and coming.starts_at > ${now}::timestamptz - make_interval(mins => coming.minutes)
					and ${fitting(search, undefined)}
				order by coming.starts_at, coming.listing_id
				limit ${enough}
			)
			union all
			(
				select coming.listing_id, coming.wall at time zone ${offsetOf(now, zone)}::interval as begins
				from coming join finding on finding.listing_id = coming.listing_id
				where coming.starts_at is null and coming.on_own_clocks
					and coming.wall >= ${wallOf(from, zone)}::timestamp
					and coming.wall > ${wallOf(now, zone)}::timestamp - make_interval(mins => coming.minutes)
					and ${fitting(search, undefined)}
				order by coming.wall, coming.listing_id
				limit ${enough}
			)
		) times
		group by listing_id
		order by min(begins), listing_id
		limit ${limit} offset ${offset}`.execute(db);
	return rows.length === limit ? rows.map(({ id }) => id) : oneByOne(db, search, { limit, offset });
}

/** How many times a listing has, at most, among the soonest. */
const TIMES_EACH = 3;

/** From when on times are looked through: what is going on, or the first day that was asked for, on anybody’s clocks. */
function beginning({ stretches, now }: Search): Date {
	const goingOn = after(now, -LONGEST);
	const asked = stretches?.[0] && after(stretches[0].from, -hours(26));
	return asked && asked > goingOn ? asked : goingOn;
}

async function oneByOne(db: Reader, search: Search, { limit, offset }: Page) {
	const { rows } = await sql<{ id: ListingId }>`
		select finding.listing_id as id
		from finding
		where ${fitting(search, undefined)}
		order by ${soonness(search)}, finding.listing_id
		limit ${limit} offset ${offset}`.execute(db);
	return rows.map(({ id }) => id);
}

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

/** When it begins next; what is going on counts as soon. */
function soonness(search: Search): RawBuilder<unknown> {
	const { now, zone } = search;
	const begins = sql`coalesce(coming.starts_at, coming.wall at time zone ${offsetOf(now, zone)}::interval)`;
	return sql`(
		select min(${begins})
		from coming
		where coming.listing_id = finding.listing_id
			and ${begins} >= ${beginning(search)}
			and ${begins} > ${now}::timestamptz - make_interval(mins => coming.minutes)
	) nulls last`;
}

/** The reader’s clocks as PostgreSQL takes them, which may not know their zone. */
const offsetOf = (now: Date, zone: string) =>
	Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).offset;

/** Whatever fits what was asked for: this alone decides what is listed, and what never is. */
export function fitting(search: Search, words: string | undefined): RawBuilder<SqlBool> {
	const { filters, near } = search;
	const conditions = [
		sql<SqlBool>`finding.terms @@ ${all([...visibleTo(search.viewer), ...facts(filters), ...(words ? [words] : [])])}::tsquery`,
		...(near ? [isNear(near)] : []),
		...(search.stretches
			? [sql<SqlBool>`finding.listing_id in (${atThatTime(search, search.stretches)})`]
			: []),
	];
	return sql.join(conditions, sql` and `) as RawBuilder<SqlBool>;
}

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

/** Within the distance, or, without a position, in a place of that name. */
function isNear({ named, ...near }: Near): RawBuilder<SqlBool> {
	const boxes = boxesAround(near, near.km).map(
		({ south, north, west, east }) =>
			sql`finding.place <@ box(point(${west}, ${south}), point(${east}, ${north}))`,
	);
	const inside = sql`((${sql.join(boxes, sql` or `)}) and ${kilometres(near)} <= ${near.km})`;
	if (named.length === 0) return inside as RawBuilder<SqlBool>;
	const there = all([fact('somewhere'), ...named.map(quoted)]);
	return sql`(${inside} or finding.terms @@ ${there}::tsquery)`;
}

/** The same as `distance` in `place.ts`. */
const kilometres = ({ latitude, longitude }: Point) => sql`(12742 * asin(least(1, sqrt(
	sin(radians(finding.place[1] - ${latitude}) / 2) ^ 2
	+ cos(radians(${latitude}::float8)) * cos(radians(finding.place[1])) * sin(radians(finding.place[0] - ${longitude}) / 2) ^ 2
))))`;

/** Everything that is at a time that was asked for, on the clocks that count for it. */
function atThatTime({ filters, now, zone }: Search, stretches: readonly Stretch[]): RawBuilder<unknown> {
	const { when, day, part } = filters;
	if (when === 'now')
		return sql`
			select coming.listing_id from coming
			where coming.starts_at >= ${stretches[0]!.from} and coming.starts_at < ${stretches[0]!.to}
				and coming.starts_at + make_interval(mins => coming.minutes) > ${now}
			union all
			select coming.listing_id from coming
			where coming.starts_at is null and coming.on_own_clocks
				and coming.wall >= ${stretches[0]!.wallFrom}::timestamp and coming.wall < ${stretches[0]!.wallTo}::timestamp
				and coming.wall + make_interval(mins => coming.minutes) > ${now}::timestamptz at time zone ${offsetOf(now, zone)}::interval`;
	const ahead = sql`coalesce(coming.starts_at, coming.wall at time zone ${offsetOf(now, zone)}::interval)
		> ${now}::timestamptz - make_interval(mins => coming.minutes)`;
	const readers = sql`
		select coming.listing_id
		from ${listed(stretches)} join coming on coming.starts_at >= asked.from_moment and coming.starts_at < asked.to_moment
		where coming.on_readers_clocks`;
	if (when)
		return sql`${readers} and ${ahead}
			union all
			select coming.listing_id
			from ${listed(stretches)} join coming on coming.wall >= asked.from_wall and coming.wall < asked.to_wall
			where coming.on_own_clocks and ${ahead}`;
	const own = day === undefined ? `part:${part}` : part === undefined ? `day:${day}` : `at:${day}-${part}`;
	return sql`${readers}
		union all
		select held.listing_id from finding held where held.terms @@ ${fact(own)}::tsquery`;
}

const listed = (stretches: readonly Stretch[]) => sql`unnest(
	${stretches.map(({ from }) => from)}::timestamptz[],
	${stretches.map(({ to }) => to)}::timestamptz[],
	${stretches.map(({ wallFrom }) => wallFrom)}::timestamp[],
	${stretches.map(({ wallTo }) => wallTo)}::timestamp[]
) asked (from_moment, to_moment, from_wall, to_wall)`;

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
