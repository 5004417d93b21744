import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Viewer } from '#features/people/person.ts';
import { after } from '#platform/time.ts';
import { LONGEST, wallOf } from '../coming.ts';
import { all, quoted } from '../concepts.ts';
import type { ListingId } from '../events.ts';
import type { Filters } from '../forms.ts';
import { boxesAround, type Point } from '../place.ts';
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

export const isHeld = ({ held = [] }: Search) => sql<SqlBool>`finding.listing_id = any(${[...held]}::uuid[])`;

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

export const fact = (name: string) => quoted(`#${name}`);

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

/** The times that count. */
export const timesOf = (search: Search): Then =>
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

/** Where a list names no zone, the reader’s clocks are taken for those of the place. */
export const begins = ({ now, zone }: Search) =>
	sql`coalesce(coming.starts_at, coming.wall at time zone ${offsetOf(now, zone)}::interval)`;

/** The reader’s clocks as PostgreSQL takes them, which may not know their zone. */
const offsetOf = (now: Date, zone: string) =>
	Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).offset;

/**
 * A time that was asked for. A listing on its own clocks says by a fact on which days and parts of the day it is, also
 * where no time of it is known; `reading` then is only when.
 */
export function thatTime(search: Search, stretches: readonly Stretch[]): Then & { fact?: string } {
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
