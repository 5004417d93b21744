import { sql } from 'kysely';
import type { Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import type { ListingId } from '../events.ts';
import type { Filters } from '../forms.ts';
import type { Ranked } from '../rank.ts';
import { shiftFor } from '../shift.ts';
import { nextMeeting } from '../times.ts';
import type { TypeCode } from '../types.ts';
import { visibleTo } from './fitting.ts';
import { search, type Asking, type How } from './search.ts';

/** One page of what fits, as it is shown. */
export async function find(db: Reader, filters: Filters, asking: Asking, how: How = {}) {
	const { ranked, ...found } = await search(db, filters, asking, how);
	const rows = await cards(
		db,
		ranked.map(({ id }) => id),
	);
	const byId = new Map(rows.map((row) => [row.id, row]));
	return { ...found, lines: ranked.flatMap((each) => lineOf(each, byId.get(each.id), asking)) };
}

type Card = Awaited<ReturnType<typeof cards>>[number];

const lineOf = (
	{ id: _, score: __, next, ...ranked }: Ranked,
	card: Card | undefined,
	{ now, zone, held = [] }: Asking,
) =>
	card
		? [
				{
					...card,
					...ranked,
					next: next?.startsAt ?? undefined,
					isHeld: held.some((id) => id === card.subjectId),
					shift: shiftFor(card, { zone, now }),
				},
			]
		: [];

export type FoundLine = ReturnType<typeof lineOf>[number];

const cards = (db: Reader, ids: readonly ListingId[]) =>
	db
		.selectFrom('listing')
		.leftJoin('service_body', 'service_body.id', 'listing.service_body_id')
		.select(line)
		.where('listing.id', '=', sql<ListingId>`any(${[...ids]}::uuid[])`)
		.execute();

/** One listing of a service body, by its name in addresses: `body~meeting`. Whom it is not for, it is not there for. */
export async function listingBySlug(db: Reader, slug: string, viewer: Viewer | null, now: Date) {
	const tilde = slug.indexOf('~');
	if (tilde === -1 || slug.includes('\0')) return undefined;
	const row = await db
		.selectFrom('listing')
		.innerJoin('finding', 'finding.listing_id', 'listing.id')
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
			'listing.joining',
			'listing.structure',
			'service_body.name as body',
			'listing.list_updated_at as updated',
			'listing.postcode',
			'listing.country',
			'listing.confirmed_at as confirmedAt',
			'listing.confirmed_as as confirmedAs',
			'feed.confirmed_at as listedAt',
		])
		.where('service_body.slug', '=', slug.slice(0, tilde))
		.where('listing.slug', '=', slug.slice(tilde + 1))
		.where(sql<boolean>`finding.terms @@ ${visibleTo(viewer).join(' & ')}::tsquery`)
		.executeTakeFirst();
	return row && { ...row, slug, next: nextMeeting(row, now) };
}

/** What there is to choose from: kinds of meeting, topics and languages that some listing has, the commonest first. */
export async function choicesListed(db: Reader) {
	const rows = await db
		.selectFrom('vocabulary')
		.select(['word', 'documents'])
		.where(sql<boolean>`(word like '#type:%' or word like '#topic:%' or word like '#lang:%')`)
		.orderBy('documents', 'desc')
		.limit(400)
		.execute();
	const of = (prefix: string) =>
		rows.filter(({ word }) => word.startsWith(prefix)).map(({ word }) => word.slice(prefix.length));
	return {
		types: of('#type:').map((code) => code.toUpperCase() as TypeCode),
		topics: of('#topic:'),
		languages: of('#lang:'),
	};
}

const line = [
	'listing.id',
	/** The circle or room that it tells of has a page of its own. */
	sql<string | null>`service_body.slug || '~' || listing.slug`.as('slug'),
	'listing.slug as ownSlug',
	'listing.subject_id as subjectId',
	'listing.kind',
	'listing.times',
	'listing.name',
	'listing.about',
	'listing.topics',
	'listing.languages',
	'listing.form',
	'listing.access',
	'listing.cost',
	'listing.identity',
	'listing.observers_welcome as observersWelcome',
	'listing.newcomers_welcome as newcomersWelcome',
	'listing.size',
	'listing.days',
	sql<string | null>`to_char(listing.local_time, 'HH24:MI')`.as('time'),
	'listing.minutes',
	'listing.zone',
	'listing.types',
	'listing.place',
	'listing.address',
	'listing.region',
	'listing.in_person as inPerson',
	'listing.here',
	'listing.online_url as onlineUrl',
	'listing.phone',
] as const;
