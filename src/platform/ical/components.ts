import { refuse, type Refused } from '#platform/ruling.ts';
import { linesIn, type ContentLine } from './content-lines.ts';

/** A part of a calendar, between `BEGIN:` and `END:`. */
export interface Component {
	name: string;
	lines: readonly ContentLine[];
	parts: readonly Component[];
	/** Where it begins in the text; the first line is 1. */
	line: number;
}

/** The most that is read of one calendar: characters, lines in one part, parts in all, and parts within parts. */
const MOST = { characters: 50_000_000, lines: 5_000, parts: 200_000, depth: 5 } as const;

export type NotACalendar = 'not-a-calendar' | 'broken-calendar' | 'too-much';

/** Why nothing of a calendar can be read, and the line it is about. */
export interface CalendarMistake extends Refused<NotACalendar> {
	line: number;
	about: string;
}

interface Open {
	name: string;
	lines: ContentLine[];
	parts: Component[];
	line: number;
}

/** Takes a calendar apart. What calendars of one’s own invention say (`X-…`) is left out, but for the names of zones. */
export function componentsIn(text: string): Component | CalendarMistake {
	if (text.length > MOST.characters) return mistake('too-much', 1, '');
	const open: Open[] = [];
	let count = 0;
	for (const each of linesIn(text)) {
		const { name, value, line } = each;
		const current = open.at(-1);
		if (name === 'BEGIN') {
			if (++count > MOST.parts || open.length >= MOST.depth) return mistake('too-much', line, value);
			open.push({ name: value.trim().toUpperCase(), lines: [], parts: [], line });
			if (open[0]?.name !== 'VCALENDAR') return mistake('not-a-calendar', line, value);
		} else if (!current) {
			return mistake('not-a-calendar', line, value || name);
		} else if (name === 'END') {
			if (value.trim().toUpperCase() !== current.name) return mistake('broken-calendar', line, value);
			open.pop();
			const above = open.at(-1);
			if (!above) return current;
			above.parts.push(current);
		} else if (name !== '' && (!name.startsWith('X-') || told.has(name))) {
			if (current.lines.length >= MOST.lines) return mistake('too-much', line, name);
			current.lines.push(each);
		}
	}
	const unclosed = open.at(-1);
	return unclosed
		? mistake('broken-calendar', unclosed.line, unclosed.name)
		: mistake('not-a-calendar', 1, '');
}

const told = new Set(['X-WR-TIMEZONE', 'X-LIC-LOCATION']);

const mistake = (reason: NotACalendar, line: number, about: string): CalendarMistake => ({
	...refuse(reason),
	line,
	about: about.slice(0, 60),
});

/** The first line of a name in a part, if there is one. */
export const lineOf = ({ lines }: Component, name: string): ContentLine | undefined =>
	lines.find((line) => line.name === name);

/** All lines of a name in a part. */
export const linesNamed = ({ lines }: Component, name: string): ContentLine[] =>
	lines.filter((line) => line.name === name);
