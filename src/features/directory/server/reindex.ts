import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { readRecurrence } from '#platform/ical/recurrence-text.ts';
import type { Recurrence } from '#platform/recurrence/recurrence.ts';
import { after, days } from '#platform/time.ts';
import { comingOf, heldOn, type Coming } from '../coming.ts';
import type { ListingId } from '../events.ts';
import { factsOf, saidBy, termsOf, welcomeOf } from '../said.ts';
import type { Listing } from '../listing.ts';
import { countWords } from './count-words.ts';
import { listingOf } from './columns.ts';
import { names } from './names.ts';

/**
 * Makes listings findable as they are now: their words, what can be asked of them, and when they are. Whoever writes
 * listings does this in the same transaction. A few hundred at once.
 */
export async function reindex(tx: Tx, ids: readonly ListingId[]): Promise<void> {
	if (ids.length === 0) return;
	await tellAgain(tx, ids);
	await tx.enqueue(countWords, {}, { key: countWords.name, at: after(tx.now, COUNTED_WITHIN) });
}

const COUNTED_WITHIN = 5_000;

/** The same, for listings that have not changed but whose times have passed. */
export async function tellAgain(tx: Tx, ids: readonly ListingId[]): Promise<void> {
	const rows = await tx.db
		.selectFrom('listing')
		.leftJoin('service_body', 'service_body.id', 'listing.service_body_id')
		.selectAll('listing')
		.select('service_body.name as body')
		.where('listing.id', '=', sql<ListingId>`any(${[...ids]}::uuid[])`)
		.execute();
	const found = rows.map(({ body, ...row }) => ({ id: row.id, ...findingOf(listingOf(row), body, tx.now) }));
	if (found.length === 0) return;

	await tx.db
		.insertInto('finding')
		.columns(['listing_id', 'terms', 'length', 'place', 'welcome', 'since', 'told_at'])
		.expression(
			sql`select listing_id, terms::tsvector, length, point(longitude, latitude), welcome, ${tx.now}, ${tx.now}
				from unnest(
					${found.map(({ id }) => id)}::uuid[],
					${found.map(({ terms }) => terms)}::text[],
					${found.map(({ length }) => length)}::int[],
					${found.map(({ longitude }) => longitude)}::float8[],
					${found.map(({ latitude }) => latitude)}::float8[],
					${found.map(({ welcome }) => welcome)}::real[]
				) found (listing_id, terms, length, longitude, latitude, welcome)`,
		)
		.onConflict((known) =>
			known.column('listing_id').doUpdateSet((row) => ({
				terms: row.ref('excluded.terms'),
				length: row.ref('excluded.length'),
				place: row.ref('excluded.place'),
				welcome: row.ref('excluded.welcome'),
				told_at: row.ref('excluded.told_at'),
			})),
		)
		.execute();
	await tellComing(tx, found);
}

interface Times {
	id: ListingId;
	coming: readonly Coming[];
	onReadersClocks: boolean;
	onOwnClocks: boolean;
}

async function tellComing(tx: Tx, found: readonly Times[]) {
	await tx.db
		.deleteFrom('coming')
		.where('listing_id', '=', sql<ListingId>`any(${found.map(({ id }) => id)}::uuid[])`)
		.execute();
	const times = found.flatMap(({ coming, ...of }) => coming.map((each) => ({ ...of, ...each })));
	if (times.length === 0) return;
	await tx.db
		.insertInto('coming')
		.columns(['listing_id', 'wall', 'starts_at', 'minutes', 'on_readers_clocks', 'on_own_clocks'])
		.expression(
			sql`select * from unnest(
				${times.map(({ id }) => id)}::uuid[],
				${times.map(({ wall }) => wall)}::timestamp[],
				${times.map(({ startsAt }) => startsAt)}::timestamptz[],
				${times.map(({ minutes }) => minutes)}::int[],
				${times.map(({ onReadersClocks }) => onReadersClocks)}::boolean[],
				${times.map(({ onOwnClocks }) => onOwnClocks)}::boolean[]
			)`,
		)
		.execute();
}

/** Everything that is kept to find a listing by. */
export function findingOf(listing: Listing, body: string | null, now: Date) {
	const coming = comingOf(listing, recurrencesOf(listing), now);
	const joinable = listing.here || listing.onlineUrl !== null || listing.phone !== null;
	const onReadersClocks = joinable && coming.some(({ startsAt }) => startsAt !== null);
	// Whoever goes there goes by the clocks of that place; so does whoever has to ask first.
	const onOwnClocks = listing.inPerson || !onReadersClocks || coming.length === 0;
	const facts = factsOf(listing, onOwnClocks ? heldOn(listing, coming) : []);
	return {
		...termsOf(saidBy(listing, body, names), facts),
		longitude: listing.position?.longitude ?? null,
		latitude: listing.position?.latitude ?? null,
		welcome: welcomeOf(listing),
		coming,
		onReadersClocks,
		onOwnClocks,
	};
}

/** What its times say; one that cannot be read says nothing. */
const recurrencesOf = ({ times, zone }: Listing): Recurrence[] =>
	times.flatMap((text) => {
		const read = readRecurrence(text, { zone: zone ?? 'UTC' });
		return 'refused' in read ? [] : [read];
	});

/** How old the telling of times may be: they are told for eight days. */
export const TOLD_FOR = days(0.5);
