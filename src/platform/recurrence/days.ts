import {
	dateInMonth,
	END_OF_DAYS,
	monthOf,
	monthStart,
	weekdayOf,
	weekdays,
	yearOf,
} from './calendar-days.ts';
import type { Rule, RuleDay } from './rule.ts';

/** A rule without a day for so long never has one again: 29 February falls on each weekday within 40 years. */
const DRY_YEARS = 50;

/**
 * The days a rule falls on, in order and each once, none before `since` or `from`. `since` is the first day, from which
 * “every second” counts and which says what the rule does not. How the rule ends is not looked at; days end with the year 2199.
 */
export function* daysOf(rule: Rule, since: number, from: number): Generator<number, void> {
	const first = Math.max(since, from);
	let previous = first - 1;
	for (const day of candidates(rule, since, first)) {
		if (day >= END_OF_DAYS) return;
		if (day <= previous) continue;
		previous = day;
		yield day;
	}
}

function candidates(rule: Rule, since: number, first: number): Generator<number, void> {
	switch (rule.every) {
		case 'day':
			return daily(rule, since, first);
		case 'week':
			return weekly(rule, since, first);
		case 'month':
			return monthly(rule, since, first);
		case 'year':
			return yearly(rule, since, first);
	}
}

function* daily(rule: Rule, since: number, first: number) {
	const { interval } = rule;
	const begin = since + Math.ceil((first - since) / interval) * interval;
	if (limitsNothing(rule)) {
		for (let day = begin; day < END_OF_DAYS; day += interval) yield day;
		return;
	}
	let dry = begin + DRY_YEARS * 366;
	for (let day = begin; day < dry; day += interval) {
		if (!isTaken(rule, day) || chosen(rule.positions, [day]).length === 0) continue;
		yield day;
		dry = day + DRY_YEARS * 366;
	}
}

const limitsNothing = ({ months, monthDays, days, positions }: Rule) =>
	months.length + monthDays.length + days.length + positions.length === 0;

/** Whether the parts of a rule that only leave days out let this one be. */
function isTaken({ months, monthDays, days }: Rule, day: number): boolean {
	if (months.length > 0 && !months.includes((monthOf(day) % 12) + 1)) return false;
	if (days.length > 0 && !days.some((each) => each.day === weekdays[weekdayOf(day)])) return false;
	if (monthDays.length === 0) return true;
	const date = dateInMonth(day);
	const length = lengthOf(monthOf(day));
	return monthDays.some((wanted) => (wanted > 0 ? wanted : length + 1 + wanted) === date);
}

function* weekly(rule: Rule, since: number, first: number) {
	const weekStart = weekdays.indexOf(rule.weekStart);
	const places =
		rule.days.length > 0 ? rule.days.map(({ day }) => weekdays.indexOf(day)) : [weekdayOf(since)];
	const inOrder = places.map((place) => (place - weekStart + 7) % 7).sort((a, b) => a - b);
	const firstWeek = since - ((weekdayOf(since) - weekStart + 7) % 7);
	const step = 7 * rule.interval;
	const begin = firstWeek + Math.floor((first - firstWeek) / step) * step;

	if (rule.months.length === 0) {
		const meant = chosen(rule.positions, inOrder);
		if (meant.length === 0) return;
		for (let week = begin; week < END_OF_DAYS; week += step) for (const place of meant) yield week + place;
		return;
	}
	let dry = begin + DRY_YEARS * 366;
	for (let week = begin; week < dry; week += step) {
		const some = inOrder.map((place) => week + place).filter((day) => isTaken(rule, day));
		const meant = chosen(rule.positions, some);
		if (meant.length === 0) continue;
		yield* meant;
		dry = week + DRY_YEARS * 366;
	}
}

function* monthly(rule: Rule, since: number, first: number) {
	const { interval, months, monthDays, days, positions, skip } = rule;
	const sinceMonth = monthOf(since);
	// A 31st that is put off to the first of the next month belongs to the month before.
	const passed = Math.floor((monthOf(first) - sinceMonth - 1) / interval);
	const wanted = monthDays.length === 0 && days.length === 0 ? [dateInMonth(since)] : monthDays;

	const begin = sinceMonth + Math.max(0, passed) * interval;
	let dry = begin + DRY_YEARS * 12;
	for (let month = begin; month < dry; month += interval) {
		if (months.length > 0 && !months.includes((month % 12) + 1)) continue;
		const meant = chosen(positions, daysInMonth(month, { monthDays: wanted, days, skip }));
		if (meant.length === 0) continue;
		yield* meant;
		dry = month + DRY_YEARS * 12;
	}
}

function* yearly(rule: Rule, since: number, first: number) {
	const { interval, positions } = rule;
	const sinceYear = yearOf(since);
	const passed = Math.floor((yearOf(first) - sinceYear - 1) / interval);
	const begin = sinceYear + Math.max(0, passed) * interval;
	let dry = begin + DRY_YEARS;
	for (let year = begin; year < dry; year += interval) {
		const meant = chosen(positions, daysInYear(rule, year, since));
		if (meant.length === 0) continue;
		yield* meant;
		dry = year + DRY_YEARS;
	}
}

/** “The first Monday” is of each month where months are named, else of the year (RFC 5545, 3.3.10, note 2). */
function daysInYear({ months, monthDays, days, skip }: Rule, year: number, since: number): number[] {
	const [begin, end] = [monthStart(year * 12), monthStart(year * 12 + 12)];
	if (months.length === 0 && days.length > 0) {
		const some = nthWeekdays(days, begin, end);
		if (monthDays.length === 0) return some;
		const dates = everyMonth.flatMap((month) => datesInMonth(year * 12 + month - 1, monthDays, skip));
		return dates.filter((day) => some.includes(day)).sort(ascending);
	}
	const nothingSaid = monthDays.length === 0 && days.length === 0;
	const wanted = nothingSaid ? [dateInMonth(since)] : monthDays;
	const ofSince = [(monthOf(since) % 12) + 1];
	const inMonths = months.length > 0 ? months : nothingSaid ? ofSince : everyMonth;
	return inMonths
		.flatMap((month) => daysInMonth(year * 12 + month - 1, { monthDays: wanted, days, skip }))
		.sort(ascending);
}

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Days of the month, of which weekdays leave some out; or else weekdays. In order. */
function daysInMonth(
	month: number,
	{ monthDays, days, skip }: Pick<Rule, 'monthDays' | 'days' | 'skip'>,
): number[] {
	if (monthDays.length === 0) return nthWeekdays(days, monthStart(month), monthStart(month + 1));
	const dates = datesInMonth(month, monthDays, skip);
	if (days.length === 0) return dates;
	const some = nthWeekdays(days, monthStart(month), monthStart(month + 1));
	return dates.filter((day) => some.includes(day));
}

function datesInMonth(month: number, monthDays: readonly number[], skip: Rule['skip']): number[] {
	const begin = monthStart(month);
	const length = lengthOf(month);
	const dates = monthDays.flatMap((wanted) => {
		const date = wanted > 0 ? wanted : length + 1 + wanted;
		if (date < 1) return [];
		if (date <= length) return [begin + date - 1];
		if (skip === 'omit') return [];
		return [skip === 'backward' ? begin + length - 1 : begin + length];
	});
	return dates.length > 1 ? dates.sort(ascending) : dates;
}

/** The days from one to another, that one not included, that are such weekdays, in order. */
function nthWeekdays(days: readonly RuleDay[], begin: number, end: number): number[] {
	const found: number[] = [];
	const beginsOn = weekdayOf(begin);
	const lastIsOn = weekdayOf(end - 1);
	for (const { nth, day } of days) {
		const place = weekdays.indexOf(day);
		const earliest = begin + ((place - beginsOn + 7) % 7);
		if (nth === 0) {
			for (let each = earliest; each < end; each += 7) found.push(each);
			continue;
		}
		const latest = end - 1 - ((lastIsOn - place + 7) % 7);
		const one = nth > 0 ? earliest + (nth - 1) * 7 : latest + (nth + 1) * 7;
		if (one >= begin && one < end) found.push(one);
	}
	return days.length > 1 ? found.sort(ascending) : found;
}

/** BYSETPOS: those at these places of a period’s days, which are in order; each once. */
function chosen(positions: readonly number[], some: readonly number[]): readonly number[] {
	if (positions.length === 0) return some;
	const each = some.filter((day, place) => day !== some[place - 1]);
	const meant = positions.flatMap((position) => each.at(position > 0 ? position - 1 : position) ?? []);
	return meant.length > 1 ? [...new Set(meant)].sort(ascending) : meant;
}

const lengthOf = (month: number) => monthStart(month + 1) - monthStart(month);
const ascending = (a: number, b: number) => a - b;
