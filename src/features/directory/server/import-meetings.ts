import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { listChanged, type FeedId } from '../events.ts';
import { readMeetingGuide, type LeftOut, type NotAList, type WrongKind } from '../meeting-guide.ts';
import type { Listing } from '../listing.ts';
import { writeListings } from './write-listings.ts';

/** A list to bring in. */
export interface List {
	/** Which list it is: bringing in the same slug again replaces what was there. Small letters, digits and dashes. */
	slug: string;
	/** The file or address it was read from. */
	source: string;
	/** IANA name, for meetings that name none. Undefined: as the last time. */
	zone?: string | undefined;
	/** What was read, parsed as JSON. */
	content: unknown;
}

/** What came of each row, and of each meeting that was listed before: new, changed, same and left out add up to the rows. */
export interface Imported {
	added: number;
	changed: number;
	same: number;
	gone: number;
	leftOut: readonly LeftOut[];
	/** How many of the listed ones leave their time, or their day, to be asked. */
	timeless: number;
	dayless: number;
}

/** A list without one meeting is taken for a mistake, rather than for the end of all of them. */
export type EmptyList = Refused<'empty-list'> & { leftOut: readonly LeftOut[] };

/** Says how far it is; a list of thousands takes seconds. */
export type Progress = (done: number, of: number) => void;

/** Few enough for one statement (65,535 values), many enough to be quick. */
const AT_ONCE = 500;

/**
 * Makes the directory say of one list what that list says now. All of it or nothing; bringing in the same list again
 * changes no listing; it only says again that all of them are so.
 */
export async function importMeetings(
	tx: Tx,
	{ slug, source, zone, content }: List,
	progress: Progress = () => {},
): Promise<Imported | WrongKind | NotAList | EmptyList> {
	const feed = await holdFeed(tx, { slug, source, zone });

	const read = readMeetingGuide(content, { zone: zone ?? feed.zone });
	if ('refused' in read) return read;
	const { listed, leftOut } = read;
	if (listed.length === 0) return { ...refuse('empty-list'), leftOut };

	const gone = await removeMissing(tx, feed.id, listed);
	let [added, changed] = [0, 0];
	for (let start = 0; start < listed.length; start += AT_ONCE) {
		const owner = { bodyId: feed.bodyId, feedId: feed.id };
		const written = await writeListings(tx, owner, listed.slice(start, start + AT_ONCE));
		added += written.added.length;
		changed += written.changed.length;
		progress(Math.min(start + AT_ONCE, listed.length), listed.length);
	}

	await tx.db.updateTable('feed').set({ confirmed_at: tx.now }).where('id', '=', feed.id).execute();
	if (added + changed + gone > 0) {
		const now = { source, changed_at: tx.now, ...(zone && { zone }) };
		await tx.db.updateTable('feed').set(now).where('id', '=', feed.id).execute();
		await tx.announce(listChanged({ feedId: feed.id, added, changed, gone }));
	}
	return {
		added,
		changed,
		same: listed.length - added - changed,
		gone,
		leftOut,
		timeless: listed.filter(({ time }) => time === null).length,
		dayless: listed.filter(({ days }) => days.length === 0).length,
	};
}

/** Holds a list still, so that two imports of it follow each other. */
async function holdFeed(tx: Tx, { slug, source, zone }: Omit<List, 'content'>) {
	await tx.db
		.insertInto('service_body')
		.values({ id: tx.newId(), slug, name: slug, zone: zone ?? null, made_at: tx.now })
		.onConflict((known) => known.doNothing())
		.execute();
	await tx.db
		.insertInto('feed')
		.columns(['id', 'service_body_id', 'slug', 'source', 'zone', 'changed_at', 'confirmed_at'])
		.expression((from) =>
			from
				.selectFrom('service_body')
				.select([
					sql.val(tx.newId<'feed'>()).as('id'),
					'id as service_body_id',
					'slug',
					sql.val(source).as('source'),
					sql.val(zone ?? null).as('zone'),
					sql.val(tx.now).as('changed_at'),
					sql.val(tx.now).as('confirmed_at'),
				])
				.where('slug', '=', slug),
		)
		.onConflict((known) => known.doNothing())
		.execute();
	return tx.db
		.selectFrom('feed')
		.select(['id', 'service_body_id as bodyId', 'zone'])
		.where('slug', '=', slug)
		.forUpdate()
		.executeTakeFirstOrThrow();
}

async function removeMissing(tx: Tx, feedId: FeedId, listed: readonly Listing[]): Promise<number> {
	const slugs = listed.map(({ slug }) => slug);
	const { numDeletedRows } = await tx.db
		.deleteFrom('listing')
		.where('feed_id', '=', feedId)
		.where('slug', 'not in', sql<string>`(select unnest(${slugs}::text[]))`)
		.executeTakeFirst();
	return Number(numDeletedRows);
}
