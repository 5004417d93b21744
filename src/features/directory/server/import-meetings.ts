import type { Tx } from '#platform/db.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import type { ImportId } from '../events.ts';
import { lostMost } from '../import.ts';
import { readListing, type Format, type NotReadable } from '../list-formats.ts';
import type { LeftOut } from '../rows.ts';
import { applyChanges, noteDone, type Progress } from './apply-import.ts';
import { holdFeed } from './hold-feed.ts';
import { keepComparison, type Counted } from './keep-comparison.ts';
import { knownListings } from './known-listings.ts';

/** A list to bring in. */
export interface List {
	/** Which list it is: bringing in the same slug again replaces what was there. Small letters, digits and dashes. */
	slug: string;
	/** The file or address it was read from. */
	source: string;
	/** IANA name, for meetings that name none. Undefined: as the last time. */
	zone?: string | undefined;
	/** What was read, in any of the formats that lists come in. */
	text: string;
	/** Whether more than half of a list may go. */
	lossesAreMeant?: boolean;
	etag?: string | undefined;
	lastModified?: string | undefined;
}

/** What came of each row, and of each meeting that was listed before: new, changed, same and left out add up to the rows. */
export interface Imported extends Counted {
	format: Format;
	leftOut: readonly LeftOut[];
	/** How many of the listed ones leave their time, or their day, to be asked. */
	timeless: number;
	dayless: number;
}

/** A list without one meeting is taken for a mistake, rather than for the end of all of them. */
export type EmptyList = Refused<'empty-list'> & { leftOut: readonly LeftOut[] };

/** A list that has lost more than half of what it had is looked at by somebody first. */
export type MostGone = Refused<'most-gone'> & { gone: number; before: number };

/**
 * Makes the directory say of one list what that list says now, but for what was edited here. All of it or nothing; bringing
 * in the same list again changes no listing; it only says again that all of them are so.
 */
export async function importMeetings(
	tx: Tx,
	list: List,
	progress: Progress = () => {},
): Promise<Imported | NotReadable | EmptyList | MostGone> {
	const feed = await holdFeed(tx, { ...list, zone: list.zone ?? null });
	const read = readListing(list.text, { zone: list.zone ?? feed.zone, now: tx.now });
	if ('refused' in read) return read;
	const { listed, leftOut, format } = read;
	if (listed.length === 0) return { ...refuse('empty-list'), leftOut };

	const known = await knownListings(tx.db, feed.id);
	const importId = await beginImport(tx, { ...list, format });
	const counted = await keepComparison(tx, importId, read, known);
	if (!list.lossesAreMeant && lostMost({ gone: counted.gone, before: known.size }))
		return { ...refuse('most-gone'), gone: counted.gone, before: known.size };

	const anything = (await applyChanges(tx, importId, feed, progress)) === 'done' && isAnything(counted);
	if (anything) await noteDone(tx, importId, feed);
	else {
		await tx.db.deleteFrom('import').where('id', '=', importId).execute();
		await tx.db.updateTable('feed').set({ confirmed_at: tx.now }).where('id', '=', feed.id).execute();
	}
	return {
		...counted,
		format,
		leftOut,
		timeless: listed.filter(({ time, times }) => time === null && times.length === 0).length,
		dayless: listed.filter(({ days, times }) => days.length === 0 && times.length === 0).length,
	};
}

const isAnything = ({ added, changed, gone }: Counted) => added + changed + gone > 0;

async function beginImport(
	tx: Tx,
	{ slug, source, zone, format, etag, lastModified }: List & { format: Format },
): Promise<ImportId> {
	const id = tx.newId<'import'>();
	await tx.db
		.insertInto('import')
		.values({
			...{ id, slug, source, zone: zone ?? null, format, state: 'reading', made_at: tx.now },
			...{ etag: etag ?? null, last_modified: lastModified ?? null },
		})
		.execute();
	return id;
}
