import { weekdays, type Weekday } from './calendar-days.ts';
import type { Recurrence } from './recurrence.ts';
import type { Rule, RuleDay } from './rule.ts';

/**
 * What a recurrence says, taken apart for whoever makes a sentence of it: “every second Tuesday in June and July, at
 * 19:00, until 3 August”. It says no less than the rule: what has no sentence is `otherwise`, and is shown by its dates.
 */
export interface Saying {
	how: How;
	/** Local time of the start, `19:00`; null for whole days. */
	at: string | null;
	/** Only in these months, 1 is January; none named, in all of them. */
	months: readonly number[];
	/** The last local date there may be, or how many times in all; null: for as long as anyone knows. */
	ends: { on: string } | { times: number } | null;
	/** Whether some are added, moved or called off, one by one. */
	withChanges: boolean;
}

/** `n` is “every n-th”; 1 is each. Lists are never empty, and in the order of the week or the month. */
export type How =
	| { every: 'once'; on: string }
	/** On some dates that no rule connects; in order. */
	| { every: 'dates'; on: readonly string[] }
	| { every: 'day'; n: number }
	| { every: 'week'; n: number; weekdays: readonly Weekday[] }
	/** “The first Monday and the last Friday.” */
	| { every: 'month'; n: number; places: readonly RuleDay[] }
	/** “The 1st and the 15th”; −1 is the last day. `else` says what becomes of a day that a month does not have. */
	| { every: 'month'; n: number; dates: readonly number[]; else: Rule['skip'] }
	/** “The last working day”, Monday to Friday. */
	| { every: 'month'; n: number; workdays: readonly number[] }
	| { every: 'year'; n: number; month: number; date: number }
	| { every: 'year'; n: number; month: number; place: RuleDay }
	| { every: 'otherwise' };

export function describe(recurrence: Recurrence): Saying {
	const { rule, start, also, except, changes, wholeDays, zone } = recurrence;
	const dates = [...new Set([start, ...also].map((local) => local.slice(0, 10)))].sort();
	const how: How = rule
		? howOf(rule, start)
		: dates.length === 1
			? { every: 'once', on: dates[0]! }
			: { every: 'dates', on: dates };
	return {
		how,
		at: wholeDays ? null : start.slice(11, 16),
		months: rule && how.every !== 'year' ? [...rule.months].sort(ascending) : [],
		ends: rule?.ends ? endingOf(rule.ends, zone) : null,
		withChanges: changes.length + except.length > 0 || (rule !== null && also.length > 0),
	};
}

function howOf(rule: Rule, start: string): How {
	const { every, interval: n, days, monthDays, positions } = rule;
	if (every === 'year') return howYearly(rule, start);
	if (every === 'month') return howMonthly(rule, Number(start.slice(8, 10)));
	if (positions.length > 0 || monthDays.length > 0) return { every: 'otherwise' };

	const named = weekdays.filter((weekday) => days.some(({ day }) => day === weekday));
	if (every === 'week') return { every, n, weekdays: named.length > 0 ? named : [weekdayIn(start)] };
	if (named.length === 0) return { every, n };
	// “Every day, on Mondays” is every Monday.
	return n === 1 ? { every: 'week', n, weekdays: named } : { every: 'otherwise' };
}

function howMonthly({ interval: n, days, monthDays, positions, skip }: Rule, startDate: number): How {
	if (monthDays.length > 0 && (days.length > 0 || positions.length > 0)) return { every: 'otherwise' };
	if (days.length === 0) {
		const dates = monthDays.length > 0 ? inMonthOrder(monthDays) : [startDate];
		return { every: 'month', n, dates, else: skip };
	}
	if (positions.length === 0) return { every: 'month', n, places: inPlace(days) };

	const plain = days.every(({ nth }) => nth === 0);
	const [only, ...more] = days;
	// “The second of the month’s Tuesdays” is the second Tuesday.
	if (plain && only && more.length === 0)
		return { every: 'month', n, places: inPlace(positions.map((nth) => ({ nth, day: only.day }))) };
	const working = weekdays.slice(0, 5).every((day) => days.some((each) => each.day === day));
	if (plain && working && days.length === 5) return { every: 'month', n, workdays: inMonthOrder(positions) };
	return { every: 'otherwise' };
}

function howYearly({ interval: n, months, days, monthDays, positions, skip }: Rule, start: string): How {
	if (months.length > 1 || monthDays.length > 1 || days.length > 1 || positions.length > 0 || skip !== 'omit')
		return { every: 'otherwise' };
	const [month = Number(start.slice(5, 7))] = months;
	const [place] = days;
	const [date = Number(start.slice(8, 10))] = monthDays;
	if (place && place.nth !== 0 && months.length === 1 && monthDays.length === 0)
		return { every: 'year', n, month, place };
	const ofOneDay = !place && (monthDays.length === 0 || months.length === 1);
	return ofOneDay ? { every: 'year', n, month, date } : { every: 'otherwise' };
}

function endingOf(ends: NonNullable<Rule['ends']>, zone: string): Saying['ends'] {
	if ('times' in ends) return ends;
	if (!ends.on.endsWith('Z')) return { on: ends.on.slice(0, 10) };
	return { on: Temporal.Instant.from(ends.on).toZonedDateTimeISO(zone).toPlainDate().toString() };
}

const weekdayIn = (local: string) =>
	weekdays[(new Date(`${local.slice(0, 10)}T00:00Z`).getUTCDay() + 6) % 7]!;

const ascending = (a: number, b: number) => a - b;

/** From the first to the last: 1, 2, …, then −2, −1. */
const inMonthOrder = (numbers: readonly number[]) => {
	const place = (number: number) => (number < 0 ? 1_000 + number : number);
	return [...numbers].sort((a, b) => place(a) - place(b));
};

const inPlace = (days: readonly RuleDay[]) => {
	const place = ({ nth, day }: RuleDay) => (nth < 0 ? 1_000 + nth : nth) * 7 + weekdays.indexOf(day);
	return [...days].sort((a, b) => place(a) - place(b));
};
