import { refuse, type Refused } from '#platform/ruling.ts';
import { Fields, kindOf, wrongKind, type Kind, type WrongKind } from './fields.ts';
import type { Listing } from './listing.ts';
import { zoneReader, type ZoneOf } from './told.ts';

/** Why one meeting of a list is left out. Everything else that is odd about a row is put right or left unsaid. */
export type NotListed =
	| 'no-name'
	| 'no-slug'
	| 'bad-slug'
	| 'slug-twice'
	| 'bad-day'
	| 'bad-time'
	| 'bad-recurrence'
	| 'not-public'
	| 'called-off'
	| 'over';

/** A row that is left out, counted from 1. */
export interface LeftOut {
	row: number;
	because: NotListed;
	/** What the format calls the field that is not right, and what it said. */
	field: string;
	said: string | null;
}

/** A list that was read: each of its rows is in exactly one of the two. */
export interface ReadList {
	listed: Listing[];
	leftOut: LeftOut[];
}

export type NotAList = Refused<'not-a-list'> & { found: Kind };

/** Reads one row: a listing, or why not. */
export type ReadRow = (fields: Fields, zoneOf: ZoneOf) => Listing | Omit<LeftOut, 'row'>;

/** Why a row is left out. What it said may be long, or somebody’s; a few words are enough to find it again. */
export const leftOut = (
	because: NotListed,
	field: string,
	said: string | number | null = null,
): Omit<LeftOut, 'row'> => ({ because, field, said: said === null ? null : String(said).slice(0, 60) });

/** Reads every row of a list of objects, in order; a slug that an earlier row has is left out. */
export function readRows(
	rows: unknown,
	readRow: ReadRow,
	{ zone, slugField }: { zone: string | null; slugField: string },
): ReadList | WrongKind | NotAList {
	if (!Array.isArray(rows)) return { ...refuse('not-a-list'), found: kindOf(rows) };

	const read: ReadList = { listed: [], leftOut: [] };
	const zoneOf = zoneReader(zone);
	const taken = new Set<string>();
	for (const [index, row] of rows.entries()) {
		if (kindOf(row) !== 'object') return wrongKind(index + 1, undefined, row);
		const fields = new Fields(row as Record<string, unknown>);
		const outcome = readRow(fields, zoneOf);
		if (fields.mistaken) return wrongKind(index + 1, fields.mistaken.field, fields.mistaken.value);

		if ('because' in outcome) read.leftOut.push({ row: index + 1, ...outcome });
		else if (taken.has(outcome.slug))
			read.leftOut.push({ row: index + 1, ...leftOut('slug-twice', slugField, outcome.slug) });
		else {
			taken.add(outcome.slug);
			read.listed.push(outcome);
		}
	}
	return read;
}
