import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Reader } from '#platform/db.ts';
import type { Filters } from '../forms.ts';
import { nextMeeting, partsOfDay, secondOfWeek, type Day, type PartOfDay } from '../times.ts';
import type { TypeCode } from '../types.ts';

const PAGE = 25;

interface Asking {
	now: Date;
	/** The reader's zone, for the order of meetings whose list names none. */
	zone: string;
}

/**
 * One page of meetings elsewhere, the one that begins next first; those whose day or time is to be asked come last.
 * With a day chosen, “next” is the next on that day.
 */
export async function listings(db: Reader, filters: Filters, { now, zone }: Asking) {
	const { day, page } = filters;
	const clocks = await clocksOf(db, { now, zone });
	const rows = await matching(db, filters)
		.innerJoin('service_body', 'service_body.id', 'listing.service_body_id')
		.select(line)
		.orderBy(secondsUntil(day, clocks), (order) => order.asc().nullsLast())
		.orderBy('listing.name')
		.orderBy('listing.id')
		.limit(PAGE)
		.offset((page - 1) * PAGE)
		.execute();
	const { count } = await matching(db, filters)
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();

	const lines = rows.map((row) => {
		const days = day === undefined ? row.days : [day];
		return { ...row, next: nextMeeting({ ...row, days }, now) };
	});
	return { lines, count, pages: Math.max(1, Math.ceil(count / PAGE)) };
}

export type ListingLine = Awaited<ReturnType<typeof listings>>['lines'][number];

/** One meeting elsewhere, by its name in addresses: `body~meeting`. */
export async function listingBySlug(db: Reader, slug: string, now: Date) {
	const tilde = slug.indexOf('~');
	if (tilde === -1 || slug.includes('\0')) return undefined;
	const row = await db
		.selectFrom('listing')
		.innerJoin('service_body', 'service_body.id', 'listing.service_body_id')
		.leftJoin('feed', 'feed.id', 'listing.feed_id')
		.select(line)
		.select([
			'listing.group_name as group',
			'listing.place_notes as placeNotes',
			'listing.online_notes as onlineNotes',
			'listing.phone_notes as phoneNotes',
			'listing.notes',
			'listing.website',
			'listing.list_updated_at as updated',
			'listing.times',
			'listing.confirmed_at as confirmedAt',
			'listing.confirmed_as as confirmedAs',
			'feed.confirmed_at as listedAt',
		])
		.where('service_body.slug', '=', slug.slice(0, tilde))
		.where('listing.slug', '=', slug.slice(tilde + 1))
		.executeTakeFirst();
	return row && { ...row, next: nextMeeting(row, now) };
}

/** The kinds of meeting that are listed, for choosing one. */
export async function typesListed(db: Reader): Promise<TypeCode[]> {
	const rows = await db
		.selectFrom('listing')
		.select(sql<TypeCode>`unnest(listing.types)`.as('type'))
		.distinct()
		.execute();
	return rows.map(({ type }) => type);
}

const line = [
	sql<string>`service_body.slug || '~' || listing.slug`.as('slug'),
	'listing.name',
	'listing.days',
	sql<string | null>`to_char(listing.local_time, 'HH24:MI')`.as('time'),
	'listing.minutes',
	'listing.zone',
	'listing.types',
	'listing.place',
	'listing.address',
	'listing.region',
	'listing.in_person as inPerson',
	'listing.online_url as onlineUrl',
	'listing.phone',
] as const;

/** What the questions narrow down to. */
const matching = (db: Reader, filters: Filters) =>
	db.selectFrom('listing').where((row) => row.and(conditions(filters)));

function conditions({ day, part, type, where, q }: Filters): RawBuilder<SqlBool>[] {
	const words = q.split(/\s+/).filter(Boolean);
	return [
		...(day === undefined ? [] : [sql<SqlBool>`listing.days @> array[${day}]::smallint[]`]),
		...(part === undefined ? [] : [during(part)]),
		...(type === undefined ? [] : [sql<SqlBool>`listing.types @> array[${type}]::text[]`]),
		...(where === 'in-person' ? [sql<SqlBool>`listing.in_person`] : []),
		...(where === 'online' ? [sql<SqlBool>`listing.online`] : []),
		...words.map((word) => sql<SqlBool>`listing.search like '%' || folded(${literally(word)}) || '%'`),
	];
}

/** A part of the day that goes on past midnight is the day without what lies between. */
function during(part: PartOfDay): RawBuilder<SqlBool> {
	const { from, to } = partsOfDay[part];
	const [begins, ends] = [`${from}:00`, `${to}:00`];
	return from < to
		? sql`listing.local_time >= ${begins}::time and listing.local_time < ${ends}::time`
		: sql`(listing.local_time >= ${begins}::time or listing.local_time < ${ends}::time)`;
}

const literally = (word: string) => word.replace(/[\\%_]/g, '\\$&');

const A_WEEK = 604_800;

/** How long it is, in seconds, until a meeting begins; null where its day or time is to be asked. */
const secondsUntil = (day: Day | undefined, { zones, seconds }: Clocks) => sql<number | null>`(
	select min((of_week * 86400 + extract(epoch from listing.local_time)::int - clock.seconds - 1 + ${A_WEEK}) % ${A_WEEK})
	from unnest(${day === undefined ? sql`listing.days` : sql`array[${day}]::smallint[]`}) of_week,
		unnest(${zones}::text[], ${seconds}::int[]) clock (zone, seconds)
	where clock.zone = coalesce(listing.zone, '')
)`;

/** What the clocks of each zone say. The empty zone is that of the reader. */
interface Clocks {
	zones: string[];
	seconds: number[];
}

/** Told here and not by PostgreSQL, which may not know every zone that we know, or know it differently. */
async function clocksOf(db: Reader, { now, zone }: Asking): Promise<Clocks> {
	const rows = await db.selectFrom('listing').select('zone').distinct().execute();
	const zones = rows.map((row) => row.zone ?? '');
	return { zones, seconds: zones.map((name) => secondOfWeek(now, name || zone)) };
}
