import { isDate, weekdays, type Weekday } from './calendar-days.ts';
import { readRule } from './read-rule.ts';
import { plainly, writeRule, type Rule } from './rule.ts';

/**
 * Repetitions that a person can say in one breath, and that a form can ask about: “every Tuesday”, “every other Monday and
 * Friday”, “the last Thursday of the month”, “once, on the third of May”.
 */

/** Which one of its kind in the month; −1 is the last. A month without a fifth is passed over. */
export type Nth = (typeof nths)[number];

const nths = [1, 2, 3, 4, 5, -1] as const;

/** Dates are local, `2026-05-03`. */
export type Pattern =
	| { every: 'once'; on: string }
	| { every: 'weeks'; n: number; weekdays: readonly Weekday[] }
	| { every: 'month'; nth: Nth; weekday: Weekday };

/** The longest “every n weeks” that is taken: a year. */
export const MOST_WEEKS = 52;

/** The content line of RFC 5545 that says a pattern. */
export function ruleOf(pattern: Pattern): string {
	switch (pattern.every) {
		case 'once':
			return `RDATE;VALUE=DATE:${pattern.on.replaceAll('-', '')}`;
		case 'weeks': {
			const days = weekdays.filter((day) => pattern.weekdays.includes(day)).map((day) => ({ nth: 0, day }));
			return `RRULE:${writeRule({ ...plainly('week'), interval: pattern.n, days })}`;
		}
		case 'month': {
			const days = [{ nth: pattern.nth, day: pattern.weekday }];
			return `RRULE:${writeRule({ ...plainly('month'), days })}`;
		}
	}
}

/** What a content line of RFC 5545 says, or undefined where it is more than people say (or not a rule at all). */
export function patternOf(line: string): Pattern | undefined {
	const on = dateOf(line);
	if (on) return { every: 'once', on };
	const rule = ruleIn(line);
	if (!rule || !isPlain(rule)) return undefined;
	return rule.every === 'week' ? everyWeeks(rule) : everyMonth(rule);
}

/** The date in the line of something that is once. */
export function dateOf(line: string): string | undefined {
	const once = /^RDATE;VALUE=DATE:(\d{4})(\d\d)(\d\d)$/.exec(line);
	const on = once ? `${once[1]}-${once[2]}-${once[3]}` : '';
	return isDate(on) ? on : undefined;
}

/** The rule in a content line, if there is one. Thousands of meetings have the same few, so those read last are kept. */
export function ruleIn(line: string): Rule | undefined {
	if (!line.startsWith('RRULE:')) return undefined;
	const known = rules.get(line);
	if (known) return known;
	const rule = readRule(line.slice('RRULE:'.length));
	if ('refused' in rule) return undefined;
	if (rules.size >= RULES_KEPT) rules.clear();
	rules.set(line, rule);
	return rule;
}

const rules = new Map<string, Rule>();
const RULES_KEPT = 500;

const isPlain = ({ months, monthDays, positions, weekStart, skip, ends }: Rule) =>
	months.length + monthDays.length + positions.length === 0 &&
	weekStart === 'MO' &&
	skip === 'omit' &&
	ends === null;

function everyWeeks({ interval, days }: Rule): Pattern | undefined {
	if (days.length === 0 || interval > MOST_WEEKS) return undefined;
	const named = weekdays.filter((weekday) => days.some(({ day }) => day === weekday));
	return { every: 'weeks', n: interval, weekdays: named };
}

function everyMonth({ every, interval, days: [only, ...more] }: Rule): Pattern | undefined {
	const nth = nths.find((candidate) => candidate === only?.nth);
	if (every !== 'month' || interval !== 1 || !only || more.length > 0 || !nth) return undefined;
	return { every: 'month', nth, weekday: only.day };
}
