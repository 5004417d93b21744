import { refuse, type Refused } from '#platform/ruling.ts';
import { isBmlt, readBmlt } from './bmlt.ts';
import { isCalendar, readCalendarList, type BrokenCalendar } from './calendar-list.ts';
import { looksLikeTable, readTable, type BrokenTable } from './csv.ts';
import type { WrongKind } from './fields.ts';
import { readMeetingGuide } from './meeting-guide.ts';
import type { NotAList, ReadList } from './rows.ts';
import { typeTold } from './types-told.ts';

/** The formats that lists come in. */
export type Format = 'meeting-guide' | 'table' | 'bmlt' | 'calendar';

/** Why nothing can be made of a text. `about` is what it stumbled over. */
export type NotReadable =
	| WrongKind
	| NotAList
	| BrokenTable
	| BrokenCalendar
	| Refused<'empty-file' | 'not-known'>
	| (Refused<'not-json'> & { about: string });

interface How {
	/** For meetings that name none. */
	zone: string | null;
	/** What is over by then is not listed. */
	now: Date;
}

/**
 * Reads a list of meetings from a text, whichever format it is in: that is told from what it says, not from what somebody
 * calls it.
 */
export function readListing(text: string, how: How): (ReadList & { format: Format }) | NotReadable {
	if (text.trim() === '') return refuse('empty-file');
	if (isCalendar(text)) return as('calendar', readCalendarList(text, how));
	if (looksLikeTable(text)) return as('table', tableIn(text, how));
	if (!/^\s*[[{"\dtfn-]/.test(text)) return refuse('not-known');

	const json = jsonIn(text);
	if ('refused' in json) return json;
	return isBmlt(json.content)
		? as('bmlt', readBmlt(json.content, how))
		: as('meeting-guide', readMeetingGuide(json.content, how));
}

const as = (format: Format, outcome: ReadList | NotReadable) =>
	'refused' in outcome ? outcome : { ...outcome, format };

function jsonIn(text: string): { content: unknown } | NotReadable {
	try {
		return { content: JSON.parse(text) as unknown };
	} catch (error) {
		return { ...refuse('not-json'), about: error instanceof Error ? error.message : String(error) };
	}
}

function tableIn(text: string, how: How) {
	const rows = readTable(text);
	return 'refused' in rows ? rows : readMeetingGuide(rows.map(fromTable), how);
}

/** What a table holds in one cell is several in JSON: kinds with commas, by name or code; regions with `>`; days. */
const fromTable = ({ types, regions, day, ...rest }: Record<string, string>) => ({
	...rest,
	day: day?.split(',') ?? [],
	types: types?.split(',').map((told) => typeTold(told) ?? told) ?? [],
	...(regions && { regions: regions.split('>') }),
});
