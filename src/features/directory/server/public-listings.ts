import { sql } from 'kysely';
import type { Reader } from '#platform/db.ts';
import type { ListingId, ServiceBodyId } from '../events.ts';
import type { Filters } from '../forms.ts';
import type { Body, Publicly } from '../hsds.ts';
import type { Listing } from '../listing.ts';
import { columns, listingOf } from './columns.ts';
import { fits } from './search.ts';

/** Which of them: by what a search asks, of one service body, or one by its name. */
export interface Which {
	filters?: Filters | undefined;
	now: Date;
	/** Slug of a service body. */
	body?: string | undefined;
	/** Name in addresses, `body~listing`. */
	slug?: string | undefined;
	id?: string | undefined;
	/** These. */
	ids?: readonly ListingId[] | undefined;
}

interface Slice {
	limit: number;
	offset: number;
}

/**
 * What is exported knows no reader: it is what a visitor of whom nothing is known may find, so it is for adults. Our own
 * circles and rooms belong to no service body; they are the organisation’s.
 */
const publicly = async (db: Reader, { filters, now, body, slug, id, ids }: Which) => {
	const asked = filters && (await fits(db, filters, { viewer: null, now, zone: 'UTC', locale: 'en' }));
	return db
		.selectFrom('listing')
		.innerJoin('finding', 'finding.listing_id', 'listing.id')
		.leftJoin('service_body', 'service_body.id', 'listing.service_body_id')
		.leftJoin('feed', 'feed.id', 'listing.feed_id')
		.leftJoin('organisation', (on) => on.onTrue())
		.where('listing.age_band', '=', 'adult')
		.$if(asked !== undefined, (query) => query.where(asked!))
		.$if(body !== undefined, (query) => query.where('service_body.slug', '=', body!))
		.$if(id !== undefined, (query) => query.where('listing.id', '=', id as ListingId))
		.$if(ids !== undefined, (query) =>
			query.where('listing.id', '=', sql<ListingId>`any(${[...ids!]}::uuid[])`),
		)
		.$if(slug !== undefined, (query) =>
			query
				.where('service_body.slug', '=', slug!.split('~', 1)[0]!)
				.where('listing.slug', '=', slug!.slice(slug!.indexOf('~') + 1)),
		);
};

/** Listings that anybody may find, with who lists them, always in the same order. */
export async function publicListings(
	db: Reader,
	which: Which,
	slice?: Slice,
): Promise<(Publicly & { id: ListingId; slug: string; path: string })[]> {
	const rows = await (
		await publicly(db, which)
	)
		.select(columns.map((name) => `listing.${name}` as const))
		.select([
			'listing.id',
			'service_body.id as bodyId',
			'service_body.slug as bodySlug',
			'service_body.name as bodyName',
			'organisation.name as organisation',
			'service_body.about as bodyAbout',
			'service_body.website as bodyWebsite',
			sql<Date>`coalesce(feed.changed_at, service_body.made_at, organisation.made_at)`.as('changed'),
		])
		.orderBy('service_body.slug')
		.orderBy('listing.slug')
		.$if(slice !== undefined, (query) => query.limit(slice!.limit).offset(slice!.offset))
		.execute();
	return rows.map(
		({ id, bodyId, bodySlug, bodyName, bodyAbout, bodyWebsite, organisation, changed, ...row }) => ({
			id,
			listing: listingOf(row),
			body: bodyId
				? { id: bodyId, name: bodyName ?? '', about: bodyAbout, website: bodyWebsite }
				: { id: HERE, name: organisation ?? '', about: null, website: null },
			...namesOf(row, bodySlug),
			changed,
		}),
	);
}

/** The organisation itself, which needs no id anywhere else (RFC 9562, version 8). */
const HERE = '00000000-0000-8000-8000-000000000001';

/** Its name among all of them, and where it is shown. */
function namesOf({ kind, slug }: Pick<Listing, 'kind' | 'slug'>, body: string | null) {
	if (body === null) return { slug, path: `/${kind}s/${encodeURIComponent(slug)}` };
	const name = `${body}~${slug}`;
	return { slug: name, path: `/find/${encodeURIComponent(name)}` };
}

export async function countPublic(db: Reader, which: Which): Promise<number> {
	const { count } = await (
		await publicly(db, which)
	)
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return count;
}

/** Service bodies that list anything. */
export const publicBodies = (db: Reader, { id }: { id?: string | undefined } = {}) =>
	db
		.selectFrom('service_body')
		.select(['id', 'slug', 'name', 'about', 'website'])
		.where((row) =>
			row.exists(
				row
					.selectFrom('listing')
					.select('listing.id')
					.whereRef('listing.service_body_id', '=', 'service_body.id')
					.where('listing.age_band', '=', 'adult'),
			),
		)
		.$if(id !== undefined, (query) => query.where('id', '=', id as ServiceBodyId))
		.orderBy('slug')
		.execute() satisfies Promise<(Body & { slug: string })[]>;
