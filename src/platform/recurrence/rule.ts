import { weekdays, type Weekday } from './calendar-days.ts';

/**
 * A repetition as RFC 5545 (3.3.10) has it: on which days something happens again. Times of day are not its business.
 * Empty lists say nothing; what is missing is taken from the first day.
 */
export interface Rule {
	every: 'day' | 'week' | 'month' | 'year';
	/** Every how many of them; 1 is each. */
	interval: number;
	/** BYMONTH: 1 is January. */
	months: readonly number[];
	/** BYMONTHDAY: 1 to 31; −1 is the last day of the month. */
	monthDays: readonly number[];
	/** BYDAY. */
	days: readonly RuleDay[];
	/** BYSETPOS: which of a period’s days are meant; −1 is the last of them. */
	positions: readonly number[];
	/** WKST: the day weeks begin with. It matters to “every second week”. */
	weekStart: Weekday;
	/** SKIP of RFC 7529: what becomes of a 31st in a month without one. RFC 5545 leaves it out. */
	skip: Skip;
	ends: Ending | null;
}

/** A weekday, and which one of the month (or year) it is; −1 is the last, 0 is each of them. */
export interface RuleDay {
	nth: number;
	day: Weekday;
}

export type Skip = 'omit' | 'backward' | 'forward';

/**
 * COUNT or UNTIL. `on` is the last day or moment there may be: a date, a local date-time, or one in UTC with a `Z`;
 * that very moment is still taken.
 */
export type Ending = { times: number } | { on: string };

/** A rule that says nothing but how often. */
export const plainly = (every: Rule['every']): Rule => ({
	every,
	interval: 1,
	months: [],
	monthDays: [],
	days: [],
	positions: [],
	weekStart: 'MO',
	skip: 'omit',
	ends: null,
});

export const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;

/** The rule as RFC 5545 writes it, `FREQ=WEEKLY;BYDAY=TU`. Reading it again gives the same rule. */
export function writeRule(rule: Rule): string {
	const { every, interval, months, monthDays, days, positions, weekStart, skip, ends } = rule;
	const parts = [
		...(skip === 'omit' ? [] : ['RSCALE=GREGORIAN']),
		`FREQ=${frequencies[every]}`,
		...(ends && 'times' in ends ? [`COUNT=${ends.times}`] : []),
		...(ends && 'on' in ends ? [`UNTIL=${compact(ends.on)}`] : []),
		...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
		...list('BYMONTH', months),
		...list('BYMONTHDAY', monthDays),
		...list(
			'BYDAY',
			days.map(({ nth, day }) => `${nth === 0 ? '' : nth}${day}`),
		),
		...list('BYSETPOS', positions),
		...(weekStart === 'MO' ? [] : [`WKST=${weekStart}`]),
		...(skip === 'omit' ? [] : [`SKIP=${skip.toUpperCase()}`]),
	];
	return parts.join(';');
}

const list = (name: string, values: readonly (string | number)[]) =>
	values.length === 0 ? [] : [`${name}=${values.join(',')}`];

/** `2026-05-03T19:00` as RFC 5545 writes it: `20260503T190000`. */
export function compact(text: string): string {
	const [date = '', time] = text.replaceAll('-', '').split('T');
	if (time === undefined) return date;
	const digits = time.replace(/[:Z]/g, '').padEnd(6, '0');
	return `${date}T${digits}${time.endsWith('Z') ? 'Z' : ''}`;
}

export const isWeekday = (letters: string): letters is Weekday =>
	(weekdays as readonly string[]).includes(letters);
