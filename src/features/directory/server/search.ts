import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import type { Id } from '#platform/ids.ts';
import { nothingUnderstood, type Understood } from '../concepts.ts';
import type { ListingId } from '../events.ts';
import type { Filters } from '../forms.ts';
import { rank, type Ranked, type Wanting, type Weighed } from '../rank.ts';
import { wallOf } from '../coming.ts';
import { asksWhen, stretchesOf, type Kept } from '../when.ts';
import { candidates, loosely, strictly } from './candidates.ts';
import { fitting, type Near, type Search } from './fitting.ts';
import { placeNear } from './gazetteer.ts';
import { understand } from './understand.ts';

export const PAGE = 25;
/** How many are weighed against each other; the rest follows as the database puts it in order. */
const WEIGHED = 100;

/** Who asks, when, and on which clocks. */
export interface Asking {
	viewer: Viewer | null;
	now: Date;
	zone: string;
	locale: string;
	/** Our own rooms that somebody holds, asked of them; where nobody has asked, none is open. */
	held?: readonly Id<'room'>[];
}

/** What was found, best first. */
export interface Found {
	ranked: Ranked[];
	/** How many fit; `more` than that if so. */
	count: number;
	more: boolean;
	/** How many of them have all the words. */
	all: number;
	pages: number;
	understood: Understood;
	near: Near | undefined;
	/** A place was asked for that nobody here knows. */
	nowhere: boolean;
}

/** Whether a row of `finding` has all that was asked for, as a condition: for whatever goes through all of them. */
export async function fits(db: Reader, filters: Filters, asking: Asking): Promise<RawBuilder<SqlBool>> {
	const { asked, words } = await askedFor(db, filters, asking);
	return fitting(asked, words);
}

/** What fits, what begins next first, unweighed: for pages of others. */
export async function coming(
	db: Reader,
	filters: Filters,
	{ body, ...asking }: Asking & { body: string | undefined },
	page: { limit: number; offset: number },
) {
	const { asked, words } = await askedFor(db, filters, asking);
	return candidates(db, { ...asked, body }, { words, concepts: [], of: 0 }, page);
}

async function askedFor(
	db: Reader,
	filters: Filters,
	{ viewer, now, zone, locale, held = [] }: Asking,
	most?: number,
) {
	const understood = filters.q ? await understand(db, filters.q, locale) : nothingUnderstood;
	const near = await placeNear(db, filters, locale);
	const asked: Search = {
		filters,
		viewer,
		now,
		zone,
		stretches: asksWhen(filters) ? stretchesOf(filters, now, zone) : undefined,
		near: near === 'unknown' ? undefined : near,
		most,
		held: await listingsOf(db, held),
	};
	const { concepts } = understood;
	const words = concepts.length > 0 ? strictly(concepts) : undefined;
	return { understood, asked, words, nowhere: near === 'unknown' };
}

async function listingsOf(db: Reader, rooms: readonly Id<'room'>[]): Promise<ListingId[]> {
	if (rooms.length === 0) return [];
	const rows = await db.selectFrom('listing').select('id').where('subject_id', 'in', rooms).execute();
	return rows.map(({ id }) => id);
}

/** What measurements and tests turn. */
export interface How {
	/** Whether words are weighed by how rare they are. */
	bm25?: boolean;
	/** Up to how many are counted. */
	most?: number | undefined;
}

/** One page of what fits. Everything that fits is on one of them. */
export async function search(
	db: Reader,
	filters: Filters,
	asking: Asking,
	{ most, ...how }: How = {},
): Promise<Found> {
	const { understood, asked, words, nowhere } = await askedFor(db, filters, asking, most);
	const { now, zone } = asking;
	const wanting: Wanting = {
		understood,
		when: filters,
		stretches: asked.stretches,
		hours: filters.hours,
		near: asked.near,
		now,
		zone,
	};
	const offset = (filters.page - 1) * PAGE;

	const inWindow = offset + PAGE <= WEIGHED;
	const { concepts, of } = understood;
	const strict = await candidates(
		db,
		asked,
		{ words, concepts, of },
		inWindow ? { limit: WEIGHED, offset: 0 } : { limit: PAGE, offset },
	);
	const isThin = concepts.length > 1 && !strict.more && strict.count < PAGE;
	const loose = isThin
		? await candidates(db, asked, { words: loosely(concepts), concepts, of }, { limit: WEIGHED, offset: 0 })
		: undefined;

	const all = new Set(strict.ids);
	const some = loose?.ids.filter((id) => !all.has(id)) ?? [];
	const weighed = await weighedOf(db, [...strict.ids, ...some], {
		all,
		withWords: concepts.length > 0,
		asked,
	});
	const ranked = inWindow
		? rank(weighed, wanting, how).slice(offset, offset + PAGE)
		: asTheyAre(weighed, wanting);
	const count = strict.count + some.length;
	return {
		ranked,
		count,
		more: strict.more,
		all: strict.count,
		// Of very many nobody knows how many pages there are, but whether there is another.
		pages: strict.more
			? filters.page + (ranked.length === PAGE ? 1 : 0)
			: Math.max(1, Math.ceil(count / PAGE)),
		understood,
		near: asked.near,
		nowhere,
	};
}

/** Far down the list, where nobody weighs any more, the order is that of the database. */
function asTheyAre(weighed: readonly Weighed[], wanting: Wanting): Ranked[] {
	const byId = new Map(rank(weighed, wanting).map((each) => [each.id, each]));
	return weighed.flatMap(({ id }) => byId.get(id) ?? []);
}

type Row = Omit<Weighed, 'coming' | 'position' | 'saysAll'> & {
	/** A circle or room of our own is as it says, always. */
	ours: boolean;
	/** Whether somebody holds it at this moment; null where it is no room of ours. */
	held: boolean | null;
	latitude: number | null;
	longitude: number | null;
	coming: [string, string | null, number, boolean, boolean][] | null;
};

/** What is weighed of these listings, in their order. */
async function weighedOf(
	db: Reader,
	ids: readonly ListingId[],
	{ all, withWords, asked }: { all: ReadonlySet<ListingId>; withWords: boolean; asked: Search },
): Promise<Weighed[]> {
	if (ids.length === 0) return [];
	const { now, zone, held = [] } = asked;
	const { rows } = await sql<Row>`
		select
			listing.id,
			listing.name,
			listing.group_name as group,
			listing.place,
			listing.languages,
			listing.size,
			listing.newcomers_welcome as "newcomersWelcome",
			listing.observers_welcome as "observersWelcome",
			listing.types,
			listing.latitude,
			listing.longitude,
			finding.welcome,
			finding.length,
			case when ${withWords} then finding.terms::text else '' end as terms,
			listing.subject_id is not null as ours,
			case listing.kind when 'room' then listing.id = any(${[...held]}::uuid[]) end as held,
			greatest(listing.confirmed_at, feed.confirmed_at) as confirmed,
			(
				select json_agg(json_build_array(
					to_char(coming.wall, 'YYYY-MM-DD"T"HH24:MI'), coming.starts_at, coming.minutes,
					coming.on_readers_clocks, coming.on_own_clocks
				))
				from coming where coming.listing_id = listing.id
			) as coming
		from unnest(${[...ids]}::uuid[]) with ordinality asked (id, place)
		join listing on listing.id = asked.id
		join finding on finding.listing_id = listing.id
		left join feed on feed.id = listing.feed_id
		order by asked.place`.execute(db);
	return rows.map(({ latitude, longitude, coming, ours, held: isHeld, ...row }) => ({
		...row,
		confirmed: ours ? now : row.confirmed,
		position: latitude === null || longitude === null ? null : { latitude, longitude },
		saysAll: all.has(row.id),
		coming: doorTold(isHeld, (coming ?? []).map(keptOf), { now, zone }),
	}));
}

const keptOf = ([wall, startsAt, minutes, onReadersClocks, onOwnClocks]: NonNullable<
	Row['coming']
>[number]): Kept => ({
	wall,
	startsAt: startsAt === null ? null : new Date(startsAt),
	minutes,
	onReadersClocks,
	onOwnClocks,
});

/** A room is on while somebody holds it, and not because its hours say so. */
function doorTold(
	isHeld: boolean | null,
	coming: readonly Kept[],
	{ now, zone }: { now: Date; zone: string },
): readonly Kept[] {
	if (isHeld === null) return coming;
	const ahead = coming.filter(({ startsAt }) => startsAt !== null && startsAt > now);
	const open = { wall: wallOf(now, zone), startsAt: now, onReadersClocks: true, onOwnClocks: false };
	return isHeld ? [{ ...open, minutes: A_WHILE }, ...ahead] : ahead;
}

/** How long somebody who holds a room is taken to stay, for the order alone. */
const A_WHILE = 30;
