import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { allowsPrivateFeeds } from '#platform/config.ts';
import type { Tx } from '#platform/db.ts';
import { fetchingJob } from '#platform/job.ts';
import { kept, revived, type AsKept } from '../comparing.ts';
import type { ImportId } from '../events.ts';
import type { Problem } from '../import.ts';
import { readListing, type Format } from '../list-formats.ts';
import type { ReadList } from '../rows.ts';
import type { Called } from './hold-feed.ts';
import { keepComparison, type Counted } from './keep-comparison.ts';
import { knownListings } from './known-listings.ts';
import { inText, readList, type Text } from './read-list.ts';

/** A list that somebody asks to see compared. */
export interface Wanted extends Called {
	/** What they handed over. Null: `source` is an address, and it is fetched from there. */
	content: Buffer | null;
}

/** Begins to read a list. Nothing that anybody can find changes before somebody says so. */
export async function askForList(tx: Tx, { slug, source, zone, content }: Wanted): Promise<{ id: ImportId }> {
	const id = tx.newId<'import'>();
	await tx.db
		.insertInto('import')
		.values({
			...{ id, slug, source, zone, state: 'reading', made_at: tx.now },
			content: content && gzipSync(content),
		})
		.execute();
	await tx.enqueue(readAsked, { importId: id });
	return { id };
}

export const importIdIn = z.object({ importId: z.uuid().transform((id) => id as ImportId) });

/** Fetches a list, if it has to be, and compares it with what is here. */
export const readAsked = fetchingJob('directory.read-list', importIdIn, {
	async fetch(db, { importId }): Promise<Read | Problem> {
		const asked = await db
			.selectFrom('import')
			.select(['source', 'content', 'listings'])
			.where('id', '=', importId)
			.executeTakeFirst();
		if (!asked) return { refused: 'not-here' };
		if (asked.listings) return unpacked(asked.listings);
		return asked.content ? inText(gunzipSync(asked.content), asked.source) : await fetchedList(asked.source);
	},
	async run(tx, { importId }, read) {
		await prepare(tx, importId, read);
	},
});

/** The list at an address, or why there is none. Files are read for whoever sits at the server, and for nobody else. */
export async function fetchedList(
	source: string,
	version: { etag?: string; lastModified?: string } = {},
): Promise<Text | Problem> {
	if (!/^https?:\/\//i.test(source)) return { refused: 'not-a-web-address', about: source };
	const read = await readList(source, { allowPrivate: allowsPrivateFeeds(process.env), version });
	return 'unchanged' in read ? { refused: 'unchanged' } : read;
}

/** A list as it came, or as it was read before. */
export type Read = Text | { read: ReadList & { format: Format } };

const packed = ({ listed, leftOut, format }: ReadList & { format: Format }): Buffer =>
	gzipSync(JSON.stringify({ listed: listed.map(kept), leftOut, format }));

export function unpacked(content: Buffer): Read {
	const { listed, ...rest } = JSON.parse(gunzipSync(content).toString()) as Omit<ReadList, 'listed'> & {
		listed: AsKept[];
		format: Format;
	};
	return { read: { ...rest, listed: listed.map(revived) } };
}

export type Prepared = { counted: Counted; before: number } | { problem: Problem };

/** Reads and compares; what came of it is the state of the import from then on. */
export async function prepare(tx: Tx, importId: ImportId, read: Read | Problem): Promise<Prepared> {
	const asked = await tx.db
		.selectFrom('import')
		.select(['slug', 'zone'])
		.where('id', '=', importId)
		.where('state', 'in', ['reading', 'ready', 'held', 'coming-in'])
		.forUpdate()
		.executeTakeFirst();
	if (!asked) return { problem: { refused: 'not-here' } };
	if ('refused' in read) return await refused(tx, importId, read);

	const feed = await tx.db
		.selectFrom('feed')
		.select(['id', 'zone'])
		.where('slug', '=', asked.slug)
		.executeTakeFirst();
	const how = { zone: asked.zone ?? feed?.zone ?? null, now: tx.now };
	const list = 'read' in read ? read.read : readListing(read.text, how);
	if ('refused' in list) return await refused(tx, importId, list);
	if (list.listed.length === 0) return await refused(tx, importId, { refused: 'empty-list' });

	const known = await knownListings(tx.db, feed?.id ?? null);
	const counted = await keepComparison(tx, importId, list, known);
	await tx.db
		.updateTable('import')
		.set({
			state: 'ready',
			feed_id: feed?.id ?? null,
			format: list.format,
			content: null,
			listings: packed(list),
			refusal: null,
			...('text' in read && { etag: read.etag ?? null, last_modified: read.lastModified ?? null }),
		})
		.where('id', '=', importId)
		.execute();
	return { counted, before: known.size };
}

async function refused(tx: Tx, importId: ImportId, problem: Problem): Promise<Prepared> {
	await tx.db
		.updateTable('import')
		.set({ state: 'refused', refusal: { ...problem }, content: null, listings: null })
		.where('id', '=', importId)
		.execute();
	return { problem };
}
