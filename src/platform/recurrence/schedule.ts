import { dayOf, dateText } from './calendar-days.ts';
import { daysOf } from './days.ts';
import { occurrencesFrom } from './occurrences.ts';
import { dateOf, ruleIn } from './pattern.ts';
import { justOnce, lastingMinutes, type Recurrence } from './recurrence.ts';

/**
 * When something meets, as it is asked for and written down: its first day need not be one on which it meets, and it is
 * called off by the day.
 */
export interface Schedule {
	/** One content line of RFC 5545, as `ruleOf` writes it: `RRULE:…`, or `RDATE;VALUE=DATE:…` for once. */
	rule: string;
	/** Local date nothing comes before. “Every n weeks” counts from its week. Does not matter to `once`. */
	since: string;
	/** Local time of the start, `19:00`. */
	at: string;
	/** How long it lasts. */
	minutes: number;
	/** IANA name of the zone whose clocks it keeps, `America/Los_Angeles`. */
	zone: string;
	/** Local dates on which the rule does not hold. They do not touch `also`, so a meeting is moved by one of each. */
	except: readonly string[];
	/** Local date-times of further meetings, `2026-05-03T20:00`, whatever the rule and `since` say. */
	also: readonly string[];
}

/**
 * The starts that come after a moment, soonest first, each told once; `limit` of them or as many as there are.
 * A start at that very moment is not after it.
 */
export function occurrences(schedule: Schedule, { after, limit }: { after: Date; limit: number }): Date[] {
	const recurrence = recurrenceOf(schedule);
	if (!recurrence) return [];
	const from = new Date(after.getTime() + 1);
	return [...occurrencesFrom(recurrence, from).take(limit)].map(({ start }) => start);
}

/** The next start after a moment, if there is one. */
export const nextOccurrence = (schedule: Schedule, after: Date): Date | undefined =>
	occurrences(schedule, { after, limit: 1 })[0];

/** The same in the words of RFC 5545, where the first day is the first on which it meets; undefined if it never does. */
export function recurrenceOf({
	rule: line,
	since,
	at,
	minutes,
	zone,
	except,
	also,
}: Schedule): Recurrence | undefined {
	const time = at.slice(0, 5);
	const on = dateOf(line);
	const rule = on ? null : ruleIn(line);
	if (rule === undefined) throw new RangeError(`Not a rule: ${line}`);

	const first = rule ? firstDay(rule, since) : on;
	const starts = [...(first ? [`${first}T${time}`] : []), ...also];
	const [start] = starts;
	if (!start) return undefined;
	const added = new Set(also);
	return {
		...justOnce(zone, start, lastingMinutes(minutes)),
		rule: first ? (rule ?? null) : null,
		also,
		except: except.map((date) => `${date}T${time}`).filter((local) => !added.has(local)),
	};
}

function firstDay(rule: NonNullable<Recurrence['rule']>, since: string): string | undefined {
	const day = daysOf(rule, dayOf(since), dayOf(since)).next().value;
	return day === undefined ? undefined : dateText(day);
}
