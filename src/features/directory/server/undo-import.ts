import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { revived, sameListing, type AsKept, type ChangeKind, type Known } from '../comparing.ts';
import { importUndone, type FeedId, type ImportId, type ListingId, type ServiceBodyId } from '../events.ts';
import type { FeedBefore } from '../import.ts';
import type { Listing } from '../listing.ts';
import { noteSaid } from './apply-import.ts';
import { knownListings } from './known-listings.ts';
import { writeListings } from './write-listings.ts';

/** Listings that somebody edited since: they stay as they are. */
export interface Undone {
	left: readonly { slug: string; name: string }[];
}

interface Done {
	change: ChangeKind;
	slug: string;
	listing_id: ListingId | null;
	before: AsKept | null;
	after: AsKept | null;
	said_before: AsKept | null;
}

const AT_ONCE = 500;

/**
 * Takes back what the last import of a list did, to the letter, but for listings that somebody edited since. A list that is
 * looked at by itself is no longer: it would bring the same again.
 */
export async function undoImport(
	tx: Tx,
	importId: ImportId,
): Promise<Undone | Refused<'not-here' | 'not-the-last'>> {
	const done = await tx.db
		.selectFrom('import')
		.innerJoin('feed', 'feed.id', 'import.feed_id')
		.select(['feed.id as feedId', 'feed.service_body_id as bodyId', 'import.feed_before', 'import.slug'])
		.where('import.id', '=', importId)
		.where('import.state', '=', 'done')
		.forUpdate()
		.executeTakeFirst();
	if (!done) return refuse('not-here');
	if ((await lastImport(tx, done.feedId)) !== importId) return refuse('not-the-last');

	const known = await knownListings(tx.db, done.feedId);
	const changes = await tx.db
		.selectFrom('import_change')
		.select(['change', 'slug', 'listing_id', 'before', 'after', 'said_before'])
		.where('import_id', '=', importId)
		.orderBy('slug')
		.execute();
	const [untouched, edited] = apart(changes, known);
	await restore(tx, done, untouched, known);
	await restoreFeed(tx, done.feedId, done.feed_before);
	await tx.db.updateTable('import').set({ state: 'undone' }).where('id', '=', importId).execute();
	await tx.announce(importUndone({ importId, slug: done.slug, left: edited.length }));
	return {
		left: edited.map(({ slug, after, before }) => ({ slug, name: (after ?? before)?.name ?? slug })),
	};
}

async function lastImport(tx: Tx, feedId: FeedId): Promise<ImportId | undefined> {
	const last = await tx.db
		.selectFrom('import')
		.select('id')
		.where('feed_id', '=', feedId)
		.where('state', '=', 'done')
		.orderBy('done_at', 'desc')
		.orderBy('id', 'desc')
		.executeTakeFirst();
	return last?.id;
}

/** Those that are as the import left them, and those that are not. */
function apart(changes: readonly Done[], known: ReadonlyMap<string, Known>): [Done[], Done[]] {
	const untouched: Done[] = [];
	const edited: Done[] = [];
	for (const done of changes) {
		const now = known.get(done.slug)?.listing;
		const asLeft =
			done.after === null || (done.change === 'added' && !now)
				? !now
				: now && sameListing(now, revived(done.after));
		(asLeft ? untouched : edited).push(done);
	}
	return [untouched, edited];
}

async function restore(
	tx: Tx,
	{ feedId, bodyId }: { feedId: FeedId; bodyId: ServiceBodyId },
	changes: readonly Done[],
	known: ReadonlyMap<string, Known>,
) {
	const fresh = changes.flatMap(({ change, slug }) =>
		change === 'added' ? (known.get(slug)?.id ?? []) : [],
	);
	if (fresh.length > 0)
		await tx.db
			.deleteFrom('listing')
			.where(sql<boolean>`id = any(${fresh}::uuid[])`)
			.execute();

	const back = changes.filter(({ before }) => before !== null);
	for (let start = 0; start < back.length; start += AT_ONCE) {
		const slice = back.slice(start, start + AT_ONCE);
		const listings = slice.map(({ before }) => revived(before!));
		const ids = new Map(slice.flatMap(({ slug, listing_id }) => (listing_id ? [[slug, listing_id]] : [])));
		await writeListings(tx, { bodyId, feedId, backAs: ids }, listings);
		const said: Listing[] = slice.flatMap(({ said_before }) => (said_before ? [revived(said_before)] : []));
		await noteSaid(tx, feedId, said);
		await forgetSaid(
			tx,
			slice.flatMap(({ said_before, listing_id }) => (said_before ? [] : (listing_id ?? []))),
		);
	}
}

const forgetSaid = (tx: Tx, ids: readonly ListingId[]) =>
	tx.db
		.deleteFrom('listed')
		.where(sql<boolean>`listing_id = any(${ids}::uuid[])`)
		.execute();

/** A list that came with this import goes with it, unless something in it stays. */
async function restoreFeed(tx: Tx, feedId: FeedId, before: FeedBefore | null) {
	const forgotten = { every: null, etag: null, last_modified: null, problem: null };
	if (before) {
		const known = { ...before, changed_at: new Date(before.changed_at) };
		await tx.db
			.updateTable('feed')
			.set({ ...known, ...forgotten })
			.where('id', '=', feedId)
			.execute();
		return;
	}
	await tx.db.updateTable('feed').set(forgotten).where('id', '=', feedId).execute();
	await tx.db
		.deleteFrom('feed')
		.where('id', '=', feedId)
		.where((row) =>
			row.not(row.exists(row.selectFrom('listing').select('id').where('listing.feed_id', '=', feedId))),
		)
		.execute();
}
