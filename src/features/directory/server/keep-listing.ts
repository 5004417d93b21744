import { sql } from 'kysely';
import { notBetween } from '#features/blocks/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { ListingId, ServiceBodyId } from '../events.ts';
import { listingOf } from './columns.ts';
import { said, writeListings } from './write-listings.ts';

/** A listing as those who keep it see it, whether it can be found or was taken off. */
export async function keptListing(db: Reader, bodyId: ServiceBodyId, slug: string) {
	const row = await db
		.selectFrom('listing')
		.leftJoin('feed', 'feed.id', 'listing.feed_id')
		.selectAll('listing')
		.select('feed.confirmed_at as listedAt')
		.where('listing.service_body_id', '=', bodyId)
		.where('listing.slug', '=', slug)
		.executeTakeFirst();
	if (row)
		return {
			id: row.id,
			feedId: row.feed_id,
			revision: row.revision,
			says: listingOf(row),
			off: false,
			ours: false,
			confirmedAt: row.confirmed_at,
			confirmedAs: row.confirmed_as,
			listedAt: row.listedAt,
		};

	const off = await db
		.selectFrom('listing_off')
		.select(['listing_id', 'feed_id', 'revision', 'says'])
		.where('service_body_id', '=', bodyId)
		.where('slug', '=', slug)
		.executeTakeFirst();
	return (
		off && {
			id: off.listing_id,
			feedId: off.feed_id,
			revision: off.revision,
			says: listingOf(off.says),
			off: true,
			ours: false,
			confirmedAt: null,
			confirmedAs: null,
			listedAt: null,
		}
	);
}

export type KeptListing = NonNullable<Awaited<ReturnType<typeof keptListing>>>;

/** Holds a body still until the transaction ends, so that what is decided about its listings stays true. */
export const holdBodyStill = (tx: Tx, bodyId: ServiceBodyId) =>
	tx.db.selectFrom('service_body').select('id').where('id', '=', bodyId).forUpdate().executeTakeFirst();

/** Which of these names are in use in a body, whether what they name can be found or was taken off. */
export async function slugsTaken(db: Reader, bodyId: ServiceBodyId, base: string): Promise<Set<string>> {
	const like = `${base}%`;
	const rows = await db
		.selectFrom('listing')
		.select('slug')
		.where('service_body_id', '=', bodyId)
		.where('slug', 'like', like)
		.unionAll(
			db
				.selectFrom('listing_off')
				.select('slug')
				.where('service_body_id', '=', bodyId)
				.where('slug', 'like', like),
		)
		.execute();
	return new Set(rows.map(({ slug }) => slug));
}

/** Says that all of it is still so. */
export async function confirmListing(tx: Tx, listingId: ListingId, as: 'keeper' | 'group'): Promise<boolean> {
	const confirmed = await tx.db
		.updateTable('listing')
		.set({ confirmed_at: tx.now, confirmed_as: as })
		.where('id', '=', listingId)
		.executeTakeFirst();
	return confirmed.numUpdatedRows > 0n;
}

/** Takes a listing out of everything that is found. What it said stays, and it can come back. */
export async function takeListingOff(tx: Tx, bodyId: ServiceBodyId, slug: string): Promise<boolean> {
	const { rows } = await sql`
		with gone as (
			delete from listing where service_body_id = ${bodyId} and slug = ${slug}
			returning id, service_body_id, feed_id, slug, revision, changed_at, changed_how, changed_by, ${said()} as says
		), before as (
			insert into listing_version (listing_id, revision, service_body_id, says, since, how, by_id, until)
			select id, revision, service_body_id, says, changed_at, changed_how, changed_by, ${tx.now} from gone
		)
		insert into listing_off (listing_id, service_body_id, feed_id, slug, says, revision, off_at, off_by)
		select id, service_body_id, feed_id, slug, says, revision, ${tx.now}, ${tx.actor} from gone
		returning listing_id
	`.execute(tx.db);
	return rows.length > 0;
}

/** Has it be found again, as it was. */
export async function bringListingBack(tx: Tx, bodyId: ServiceBodyId, slug: string): Promise<boolean> {
	const off = await tx.db
		.deleteFrom('listing_off')
		.where('service_body_id', '=', bodyId)
		.where('slug', '=', slug)
		.returningAll()
		.executeTakeFirst();
	if (!off) return false;
	const was = { id: off.listing_id, revision: off.revision + 1 };
	await writeListings(tx, { bodyId, feedId: off.feed_id, was }, [listingOf(off.says)], 'reverted');
	return true;
}

/**
 * Everything a listing has said, the latest first, with since when and by whose hand. The first of them is what it says
 * now, unless it was taken off. The hand of somebody whom a block stands between is nobody’s.
 */
export async function versionsOf(
	db: Reader,
	{ id, off }: Pick<KeptListing, 'id' | 'off'>,
	seenBy: PersonId | null,
) {
	const before = await db
		.selectFrom('listing_version')
		.leftJoin('person', (join) =>
			join.onRef('person.id', '=', 'listing_version.by_id').on((on) => notBetween(on, seenBy, 'person.id')),
		)
		.select(['revision', 'since', 'how', 'person.nickname as by', 'says'])
		.where('listing_id', '=', id)
		.orderBy('revision', 'desc')
		.execute();
	const now = off
		? undefined
		: await db
				.selectFrom('listing')
				.leftJoin('person', (join) =>
					join.onRef('person.id', '=', 'listing.changed_by').on((on) => notBetween(on, seenBy, 'person.id')),
				)
				.select(['revision', 'changed_at as since', 'changed_how as how', 'person.nickname as by'])
				.select(said().as('says'))
				.where('listing.id', '=', id)
				.executeTakeFirst();
	return [...(now ? [now] : []), ...before].map(({ says, ...version }) => ({
		...version,
		says: listingOf(says),
	}));
}
