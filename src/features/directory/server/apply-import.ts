import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { kept, revived } from '../comparing.ts';
import { listChanged, type FeedId, type ImportId } from '../events.ts';
import type { FeedBefore } from '../import.ts';
import type { Listing } from '../listing.ts';
import type { HeldFeed } from './hold-feed.ts';
import { writeListings } from './write-listings.ts';

/** Says how far it is; a list of thousands takes seconds. Answers whether to go on. */
export type Progress = (done: number, of: number) => void | Promise<'go-on' | 'stop'>;

/** Few enough for one statement, many enough to be quick. */
const AT_ONCE = 500;

/**
 * Does to the listings exactly what a comparison said. Whoever calls holds the list still, and has seen that it is as it
 * was when it was compared.
 */
export async function applyChanges(
	tx: Tx,
	importId: ImportId,
	{ id: feedId, bodyId }: Pick<HeldFeed, 'id' | 'bodyId'>,
	progress: Progress = () => {},
): Promise<'done' | 'stopped'> {
	await removeGone(tx, importId);
	const todo = await writing(tx, importId);
	const slugs = todo.map(({ slug }) => slug);
	for (let start = 0; start < slugs.length; start += AT_ONCE) {
		const slice = await changesOf(tx, importId, slugs.slice(start, start + AT_ONCE));
		const listings = slice.flatMap(({ change, after }) =>
			after && change !== 'noted' ? [revived(after)] : [],
		);
		if (listings.length > 0) await writeListings(tx, { bodyId, feedId }, listings);
		await noteSaid(
			tx,
			feedId,
			slice.flatMap(({ says }) => (says ? [revived(says)] : [])),
		);
		if ((await progress(start + slice.length, slugs.length)) === 'stop') return 'stopped';
	}
	return 'done';
}

/** Remembers that it was done, and what the list was before. */
export async function noteDone(tx: Tx, importId: ImportId, feed: HeldFeed) {
	const before: FeedBefore = {
		source: feed.source,
		zone: feed.zone,
		format: feed.format,
		changed_at: feed.changed_at.toISOString(),
	};
	const { added, changed, gone, zone, ...now } = await tx.db
		.updateTable('import')
		.set({
			state: 'done',
			feed_id: feed.id,
			content: null,
			listings: null,
			done_at: tx.now,
			feed_before: feed.isNew ? null : before,
		})
		.where('id', '=', importId)
		.returning(['source', 'zone', 'format', 'added', 'changed', 'gone', 'etag', 'last_modified'])
		.executeTakeFirstOrThrow();
	await tx.db
		.updateTable('feed')
		.set({
			...now,
			...(zone && { zone }),
			changed_at: tx.now,
			confirmed_at: tx.now,
			looked_at: tx.now,
			problem: null,
		})
		.where('id', '=', feed.id)
		.execute();
	await tx.announce(listChanged({ feedId: feed.id, added, changed, gone }));
}

async function removeGone(tx: Tx, importId: ImportId) {
	await tx.db
		.deleteFrom('listing')
		.using('import_change')
		.whereRef('listing.id', '=', 'import_change.listing_id')
		.where('import_change.import_id', '=', importId)
		.where('import_change.change', '=', 'gone')
		.execute();
}

const writing = (tx: Tx, importId: ImportId) =>
	tx.db
		.selectFrom('import_change')
		.select('slug')
		.where('import_id', '=', importId)
		.where('change', '<>', 'gone')
		.orderBy('slug')
		.execute();

const changesOf = (tx: Tx, importId: ImportId, slugs: readonly string[]) =>
	tx.db
		.selectFrom('import_change')
		.select(['change', 'after', 'says'])
		.where('import_id', '=', importId)
		.where(sql<boolean>`slug = any(${slugs}::text[])`)
		.orderBy('slug')
		.execute();

/** What a list says of its listings, beside them. */
export async function noteSaid(tx: Tx, feedId: FeedId, said: readonly Listing[]) {
	if (said.length === 0) return;
	await sql`
		insert into listed (listing_id, says)
		select listing.id, said.says from unnest(
			${said.map(({ slug }) => slug)}::text[], ${said.map((listing) => JSON.stringify(kept(listing)))}::jsonb[]
		) said (slug, says)
		join listing on listing.feed_id = ${feedId} and listing.slug = said.slug
		on conflict (listing_id) do update set says = excluded.says
	`.execute(tx.db);
}
