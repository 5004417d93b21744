import { DAY, dayOf, localText, timeOf } from '#platform/recurrence/calendar-days.ts';
import { everHappens } from '#platform/recurrence/occurrences.ts';
import { readMoment, readRule, type NotARule } from '#platform/recurrence/read-rule.ts';
import type { Change, Duration, Recurrence } from '#platform/recurrence/recurrence.ts';
import { instantOfText, wallAt } from '#platform/recurrence/wall-clock.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { lineOf, linesNamed, type Component } from './components.ts';
import type { ContentLine } from './content-lines.ts';

export type NoTime =
	| NotARule
	| 'no-start'
	/** A date or time that is none, or of a year nobody lives in. */
	| 'not-a-time'
	/** A zone that is neither known nor described, or none at all. */
	| 'no-zone'
	| 'no-such-length'
	| 'too-many-dates'
	/** It is written well, and names no day there is. */
	| 'never-happens';

export interface WhenMistake extends Refused<NoTime> {
	line: number;
	about: string;
}

interface Context {
	zones: (name: string) => string | undefined;
	floating: string | undefined;
}

/** The most dates named one by one, and the longest anything lasts. */
const MOST_DATES = 5_000;
const LONGEST = { days: 366, seconds: 366 * 86_400 };

const no = (reason: NoTime, { line, value }: Pick<ContentLine, 'line' | 'value'>): WhenMistake => ({
	...refuse(reason),
	line,
	about: value,
});

/** When an event is, its changes left out. */
export function readWhen(part: Component, context: Context): Recurrence | WhenMistake {
	const begins = lineOf(part, 'DTSTART');
	if (!begins) return no('no-start', { line: part.line, value: '' });
	const start = readStart(begins, context);
	if ('refused' in start) return start;
	const lasts = readLength(part, start, context);
	if ('refused' in lasts) return lasts;

	const ruled = readRules(part);
	if (ruled && 'refused' in ruled) return ruled;
	const also = readDates(part, 'RDATE', start, context);
	if ('refused' in also) return also;
	const except = readDates(part, 'EXDATE', start, context);
	if ('refused' in except) return except;
	const { zone, wholeDays, local } = start;
	const when = {
		zone,
		wholeDays,
		start: local,
		lasts,
		rule: ruled ?? null,
		also: also.texts,
		except: except.texts,
		changes: also.lasting,
	};
	return everHappens(when) ? when : no('never-happens', lineOf(part, 'RRULE') ?? begins);
}

/** What became of a single one. */
export function readChange(part: Component, whole: Recurrence, context: Context): Change | WhenMistake {
	const named = lineOf(part, 'RECURRENCE-ID')!;
	if (named.parameters['RANGE']) return no('too-special', named);
	const of = readLocal(named, named.value, whole, context);
	if (typeof of !== 'string') return of;
	if (lineOf(part, 'STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return { of, to: null };

	const begins = lineOf(part, 'DTSTART');
	if (!begins) return no('no-start', { line: part.line, value: '' });
	const start = readLocal(begins, begins.value, whole, context);
	if (typeof start !== 'string') return start;
	const lasts = readLength(part, { ...whole, local: start }, context);
	return 'refused' in lasts ? lasts : { of, to: { start, lasts } };
}

function readRules(part: Component) {
	const [line, another] = linesNamed(part, 'RRULE');
	const special = another ?? lineOf(part, 'EXRULE');
	if (special) return no('too-special', special);
	if (!line) return undefined;
	const rule = readRule(line.value.trim());
	return 'refused' in rule ? { ...refuse(rule.refused), line: line.line, about: rule.about } : rule;
}

/** On which clocks, and what they show. */
type Start = Pick<Recurrence, 'zone' | 'wholeDays'> & { local: string };

function readStart(line: ContentLine, { zones, floating }: Context): Start | WhenMistake {
	const moment = readMoment(line.value.trim());
	if (moment === undefined) return no('not-a-time', line);
	if (moment.endsWith('Z')) return { zone: 'UTC', wholeDays: false, local: moment.slice(0, -1) };
	const wholeDays = !moment.includes('T');
	const tzid = line.parameters['TZID'];
	const zone = tzid === undefined ? (floating ?? (wholeDays ? 'UTC' : undefined)) : zones(tzid);
	if (!zone) return no('no-zone', { ...line, value: tzid ?? line.value });
	return { zone, wholeDays, local: wholeDays ? `${moment}T00:00` : moment };
}

/** A moment on the clocks of the event, whichever it is written in; in UTC where those clocks show it twice. */
function readLocal(line: ContentLine, value: string, { zone }: Pick<Recurrence, 'zone'>, context: Context) {
	const moment = readMoment(value.trim());
	if (moment === undefined) return no('not-a-time', line);
	if (!moment.includes('T')) return `${moment}T00:00`;
	const tzid = line.parameters['TZID'];
	const theirs = tzid === undefined ? zone : context.zones(tzid);
	if (!theirs) return no('no-zone', { ...line, value: tzid ?? value });
	if (!moment.endsWith('Z') && theirs === zone) return moment;
	const instant = instantOfText(theirs, moment);
	const local = localText(wallAt(zone, instant));
	return instantOfText(zone, local) === instant ? local : `${localText(instant)}Z`;
}

function readLength(part: Component, start: Start, context: Context): Duration | WhenMistake {
	const written = lineOf(part, 'DURATION');
	if (written) return readDuration(written.value.trim()) ?? no('no-such-length', written);
	const ends = lineOf(part, 'DTEND');
	if (!ends) return { days: start.wholeDays ? 1 : 0, seconds: 0 };
	const end = readLocal(ends, ends.value, start, context);
	if (typeof end !== 'string') return end;
	return between(start, end) ?? no('no-such-length', ends);
}

/** An end fixes the exact length (RFC 5545, 3.8.5.3); that of whole days is counted in days. */
function between({ zone, wholeDays, local }: Start, end: string): Duration | undefined {
	if (wholeDays) return bounded({ days: Math.max(1, dayOf(end) - dayOf(local)), seconds: 0 });
	return bounded({ days: 0, seconds: (instantOfText(zone, end) - instantOfText(zone, local)) / 1_000 });
}

function readDuration(text: string): Duration | undefined {
	const [whole, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] =
		/^\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/.exec(
			text,
		) ?? [];
	if (whole === undefined || whole.endsWith('P')) return undefined;
	return bounded({
		days: Number(weeks) * 7 + Number(days),
		seconds: Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds),
	});
}

const bounded = (lasts: Duration): Duration | undefined =>
	lasts.days <= LONGEST.days && lasts.seconds >= 0 && lasts.seconds <= LONGEST.seconds ? lasts : undefined;

/** Dates named one by one. A period among them lasts as long as it says. */
function readDates(part: Component, name: 'RDATE' | 'EXDATE', start: Start, context: Context) {
	const texts: string[] = [];
	const lasting: Change[] = [];
	for (const line of linesNamed(part, name))
		for (const value of line.value.split(',')) {
			if (texts.length >= MOST_DATES) return no('too-many-dates', { ...line, value: name });
			const [begins = '', until] = value.split('/', 2);
			const text = readLocal(line, begins, start, context);
			if (typeof text !== 'string') return text;
			// Some calendars name only the day on which a time is left out.
			const dayOnly = !start.wholeDays && !begins.includes('T');
			const local = dayOnly ? localText(dayOf(text) * DAY + timeOf(start.local.slice(11))) : text;
			texts.push(local);
			if (until === undefined) continue;
			const lasts = periodLength(line, { start, local, until }, context);
			if ('refused' in lasts) return lasts;
			lasting.push({ of: local, to: { start: local, lasts } });
		}
	return { texts, lasting };
}

function periodLength(
	line: ContentLine,
	{ start, local, until }: { start: Start; local: string; until: string },
	context: Context,
): Duration | WhenMistake {
	if (/^\+?P/.test(until)) return readDuration(until.trim()) ?? no('no-such-length', line);
	const end = readLocal(line, until, start, context);
	if (typeof end !== 'string') return end;
	return between({ ...start, local }, end) ?? no('no-such-length', line);
}
