import { minutesFrom } from '#features/directory/times-text.ts';
import { recurrenceText, readRecurrence } from '#platform/ical/recurrence-text.ts';
import { isDate, weekdays, type Weekday } from '#platform/recurrence/calendar-days.ts';
import { plainly, writeRule, type Rule } from '#platform/recurrence/rule.ts';
import type { Recurrence } from '#platform/recurrence/recurrence.ts';
import { recurrenceOf } from '#platform/recurrence/schedule.ts';

/** How often something comes again, as the form offers it: every so many weeks, on one of the month’s, or once. */
export const rhythms = ['w1', 'w2', 'w3', 'w4', 'm1', 'm2', 'm3', 'm4', 'm-1', 'once'] as const;
export type Rhythm = (typeof rhythms)[number];

/** One line of the form: how often, on which days, from when, and from what time until what time. */
export interface TimesRow {
	every: Rhythm;
	days: readonly Weekday[];
	/** Local date; empty where it does not matter. */
	since: string;
	/** `19:00` */
	at: string;
	until: string;
}

/** Times that a form can ask about. */
export interface FormTimes {
	rows: readonly TimesRow[];
	/** Local dates on which none of them is. */
	off: readonly string[];
	/** Local date-times at which there is one more, `2026-12-27T18:00`. */
	extra: readonly string[];
}

export const MOST_ROWS = 14;

/** Before anything that is listed; for rhythms that need no first day. Each of them begins within a month of it. */
const LONG_AGO = '2020-01-06';
const isLongAgo = (date: string) => date >= LONG_AGO && date < '2020-02-06';

/** What is wrong with a line, by its field; undefined when it can be kept. */
export function problemIn({
	every,
	days,
	since,
	at,
}: TimesRow): { field: 'at' | 'since' | 'days'; problem: string } | undefined {
	if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) return { field: 'at', problem: 'needed' };
	const anchored = every === 'once' || (every.startsWith('w') && every !== 'w1');
	if (anchored && !isDate(since)) return { field: 'since', problem: 'needed' };
	if (since !== '' && !isDate(since)) return { field: 'since', problem: 'not-right' };
	if (every !== 'once' && days.length === 0 && since === '') return { field: 'days', problem: 'needed' };
	return undefined;
}

/** The lines of a form as a listing keeps them. One that never comes is left out. */
export function timesFrom({ rows, off, extra }: FormTimes, zone: string): string[] {
	return rows.flatMap((row, index) => {
		const recurrence = recurrenceOf({
			rule: ruleLine(row),
			since: row.since || LONG_AGO,
			at: row.at,
			minutes: lengthOf(row),
			zone,
			except: off,
			// Whatever comes beside the rule is as long as the first line says.
			also: index === 0 ? extra : [],
		});
		return recurrence ? [recurrenceText(recurrence)] : [];
	});
}

function ruleLine({ every, days: ticked, since }: TimesRow): string {
	if (every === 'once') return `RDATE;VALUE=DATE:${since.replaceAll('-', '')}`;
	const days = ticked.length > 0 ? ticked : [weekdayOn(since)];
	const number = Number(every.slice(1));
	const rule: Rule = every.startsWith('w')
		? { ...plainly('week'), interval: number, days: days.map((day) => ({ nth: 0, day })) }
		: { ...plainly('month'), days: days.map((day) => ({ nth: number, day })) };
	return `RRULE:${writeRule(rule)}`;
}

const weekdayOn = (date: string) => weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7]!;

/** An end that is not said, or is the beginning, means an hour; an earlier one is on the next day. */
function lengthOf({ at, until }: Pick<TimesRow, 'at' | 'until'>): number {
	return until === '' || until === at ? 60 : minutesFrom(at, until);
}

/** What a listing keeps as lines of the form; `others` are those that no line of it can say, as they are. */
export function formTimesOf(
	texts: readonly string[],
	zone: string,
): FormTimes & { others: readonly string[] } {
	const rows: TimesRow[] = [];
	const others: string[] = [];
	const off = new Set<string>();
	const extra = new Set<string>();
	for (const text of texts) {
		const recurrence = readRecurrence(text, { zone });
		const row = 'refused' in recurrence || recurrence.zone !== zone ? undefined : rowOf(recurrence);
		if (!row || 'refused' in recurrence) {
			others.push(text);
			continue;
		}
		rows.push(row);
		for (const local of recurrence.except) off.add(local.slice(0, 10));
		for (const local of recurrence.also) if (local !== recurrence.start) extra.add(local);
	}
	return { rows, off: [...off].sort(), extra: [...extra].sort(), others };
}

function rowOf({ start, lasts, rule, changes, wholeDays }: Recurrence): TimesRow | undefined {
	if (wholeDays || changes.length > 0 || lasts.days > 0 || lasts.seconds > 86_400) return undefined;
	const [date = '', time = ''] = start.split('T');
	const at = time.slice(0, 5);
	const ends = Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5)) + Math.round(lasts.seconds / 60);
	const until = [Math.floor(ends / 60) % 24, ends % 60]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
	if (!rule) return { every: 'once', days: [], since: date, at, until };

	const rhythm = rhythmOf(rule);
	if (!rhythm) return undefined;
	const since = isLongAgo(date) ? '' : date;
	return { every: rhythm, days: rule.days.map(({ day }) => day), since, at, until };
}

function rhythmOf({
	every,
	interval,
	months,
	monthDays,
	days,
	positions,
	weekStart,
	skip,
	ends,
}: Rule): Rhythm | undefined {
	const special =
		months.length + monthDays.length + positions.length > 0 || weekStart !== 'MO' || skip !== 'omit';
	if (special || ends !== null || days.length === 0) return undefined;
	const [first] = days;
	const alike = days.every(({ nth }) => nth === first!.nth);
	if (!alike) return undefined;
	if (every === 'week') return rhythms.find((rhythm) => rhythm === `w${interval}`);
	if (every === 'month' && interval === 1) return rhythms.find((rhythm) => rhythm === `m${first!.nth}`);
	return undefined;
}
