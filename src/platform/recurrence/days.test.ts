import fc from 'fast-check';
import rruleLibrary from 'rrule';
import { expect, test } from 'vitest';
import {
	DAY,
	dateInMonth,
	dateText,
	dayOf,
	FIRST_YEAR,
	LAST_YEAR,
	monthOf,
	monthStart,
	weekdayOf,
	weekdays,
} from './calendar-days.ts';
import { daysOf } from './days.ts';
import { readRule } from './read-rule.ts';
import { plainly, writeRule, type Rule, type RuleDay } from './rule.ts';

const { rrulestr } = rruleLibrary;

const read = (text: string): Rule => {
	const rule = readRule(text);
	if ('refused' in rule) throw new Error(`${rule.refused} in ${text}: ${rule.about}`);
	return rule;
};

const told = (text: string, since: string, count = 5) =>
	[...daysOf(read(text), dayOf(since), dayOf(since)).take(count)].map(dateText);

test('three centuries of days are counted as the runtime counts them', () => {
	const apart: string[] = [];
	for (let day = dayOf(`${FIRST_YEAR}-01-01`); day <= dayOf(`${LAST_YEAR}-12-31`); day++) {
		const date = new Date(day * DAY);
		const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
		const same =
			dayOf(date.toISOString().slice(0, 10)) === day &&
			monthOf(day) === month &&
			dateInMonth(day) === date.getUTCDate() &&
			monthStart(month) === day - date.getUTCDate() + 1 &&
			weekdayOf(day) === (date.getUTCDay() + 6) % 7;
		if (!same) apart.push(dateText(day));
	}

	expect(apart).toEqual([]);
});

/* The standard’s own examples (RFC 5545, 3.8.5.3), by their days. */

test('Friday the thirteenth', () => {
	expect(told('FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '1997-09-02')).toEqual([
		'1998-02-13',
		'1998-03-13',
		'1998-11-13',
		'1999-08-13',
		'2000-10-13',
	]);
});

test('the day of elections in the United States', () => {
	const rule = 'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8';

	expect(told(rule, '1996-11-05', 3)).toEqual(['1996-11-05', '2000-11-07', '2004-11-02']);
});

test('the twentieth Monday of the year, the last working day but one, the third working day in three', () => {
	expect(told('FREQ=YEARLY;BYDAY=20MO', '1997-05-19', 3)).toEqual(['1997-05-19', '1998-05-18', '1999-05-17']);
	expect(told('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '1997-09-29', 3)).toEqual([
		'1997-09-29',
		'1997-10-30',
		'1997-11-27',
	]);
	expect(told('FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', 3)).toEqual([
		'1997-09-04',
		'1997-10-07',
		'1997-11-06',
	]);
});

test('every second week is another one where weeks begin on Sunday', () => {
	expect(told('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO', '1997-08-05', 4)).toEqual([
		'1997-08-05',
		'1997-08-10',
		'1997-08-19',
		'1997-08-24',
	]);
	expect(told('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU', '1997-08-05', 4)).toEqual([
		'1997-08-05',
		'1997-08-17',
		'1997-08-19',
		'1997-08-31',
	]);
});

test('a month without a 31st is passed over, or gives its last day, or the first of the next', () => {
	expect(told('FREQ=MONTHLY', '2026-01-31', 3)).toEqual(['2026-01-31', '2026-03-31', '2026-05-31']);
	expect(told('RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD', '2026-01-31', 3)).toEqual([
		'2026-01-31',
		'2026-02-28',
		'2026-03-31',
	]);
	expect(told('RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD', '2026-01-31', 3)).toEqual([
		'2026-01-31',
		'2026-03-01',
		'2026-03-31',
	]);
	expect(told('RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD', '2024-02-29', 3)).toEqual([
		'2024-02-29',
		'2025-03-01',
		'2026-03-01',
	]);
});

test('a day that never comes is not looked for for ever', () => {
	expect(told('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01')).toEqual([]);
	expect(told('FREQ=MONTHLY;BYDAY=6TU', '2026-01-01')).toEqual([]);
	expect(told('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01')).toEqual([]);
	expect(told('FREQ=WEEKLY;BYDAY=TU;BYSETPOS=2', '2026-01-01')).toEqual([]);
	expect(told('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU', '2026-01-01', 2)).toEqual([
		'2032-02-29',
		'2060-02-29',
	]);
});

const some = <T>(one: fc.Arbitrary<T>, maxLength = 3) => fc.uniqueArray(one, { maxLength });
const often = <T>(value: T, other: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 2, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });
const signed = (most: number) => fc.integer({ min: -most, max: most }).filter((number) => number !== 0);
const weekday = fc.constantFrom(...weekdays);
const plainDays = some(weekday, 5).map((days) => days.map((day): RuleDay => ({ nth: 0, day })));
const nthDays = (most: number) =>
	fc.uniqueArray(fc.record({ nth: signed(most), day: weekday }), {
		maxLength: 3,
		selector: ({ nth, day }) => `${nth}${day}`,
	});

const parts = fc.record({
	interval: often(1, fc.integer({ min: 1, max: 6 })),
	months: often<number[]>([], some(fc.integer({ min: 1, max: 12 }))),
	monthDays: often<number[]>([], some(signed(31), 5)),
	weekStart: often('MO' as const, weekday),
	skip: fc.constant('omit' as const),
	ends: fc.constant(null),
});
const every = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const);

/** The library that is asked takes the first of a week’s two days for its last but two; so none is asked for beyond the last. */
const position = fc.constantFrom(-1, 1, 2, 3);

/** Any rule that the standard allows and we read. */
const anyRule: fc.Arbitrary<Rule> = every.chain((period) => {
	const plain = period === 'day' || period === 'week';
	const days = plain ? plainDays : fc.oneof(plainDays, nthDays(period === 'month' ? 5 : 53));
	return fc
		.record({ parts, days, positions: often<number[]>([], some(position, 2)) })
		.map(({ parts: said, days: named, positions }) => {
			const monthDays = period === 'week' ? [] : said.monthDays;
			const chosen = named.length + monthDays.length + said.months.length > 0 ? positions : [];
			return { ...said, every: period, days: named, monthDays, positions: chosen };
		});
});

const since = fc.integer({ min: dayOf('1997-01-01'), max: dayOf('2030-12-31') }).map((day) => dateText(day));

test('what is written is read again as it was', () => {
	fc.assert(
		fc.property(
			anyRule,
			fc.constantFrom('omit' as const, 'backward' as const),
			fc.constantFrom(null, { times: 7 }, { on: '2026-05-03' }, { on: '2026-05-03T19:00:30Z' }),
			(rule, skip, ends) => {
				expect(readRule(writeRule({ ...rule, skip, ends }))).toEqual({ ...rule, skip, ends });
			},
		),
	);
});

test('an independent expansion finds the same days, whatever the rule', () => {
	fc.assert(
		fc.property(anyRule, since, fc.integer({ min: 0, max: 1_000 }), (rule, first, later) => {
			// That library counts “the 31st Tuesday of the year” also where days of the month are named, by the month.
			fc.pre(!(rule.monthDays.length > 0 && rule.days.some(({ nth }) => nth !== 0)));
			// Of the first week it looks only at the days from the first on, of the first month at all of them.
			const partly = rule.every === 'week' && rule.positions.length > 0 ? 7 : 0;
			const from = dayOf(first) + later + partly;
			const last = from + 1_500;
			const until = dateText(last).replaceAll('-', '');
			// For a day that never comes, that library looks until the year 9999.
			const ours = [...daysOf(rule, dayOf(first), from).take(1_501)].filter((day) => day <= last);
			fc.pre(ours.length > 0);

			const theirs = rrulestr(
				`DTSTART:${first.replaceAll('-', '')}T000000Z\nRRULE:${writeRule(rule)};UNTIL=${until}T000000Z`,
			);

			// A day that is both the second and the last is told twice by it.
			const all = [...new Set(theirs.all().map((date) => date.getTime() / DAY))];
			expect(ours).toEqual(all.filter((day) => day >= from));
		}),
		{ numRuns: 150, seed: 5545 },
	);
});

test('a rule that says nothing but how often falls on the day it began on', () => {
	expect([...daysOf(plainly('year'), dayOf('2026-05-03'), 0).take(2)].map(dateText)).toEqual([
		'2026-05-03',
		'2027-05-03',
	]);
});
