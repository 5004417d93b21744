import fc from 'fast-check';
import moment from 'moment-timezone';
import rruleLibrary from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import { expect, test } from 'vitest';
import { onBothClocks } from './both-clocks.ts';
import { localText, wallOf } from './calendar-days.ts';
import { standardly, zones } from './fixtures/another-calendar.ts';
import {
	endOfAll,
	everHappens,
	fewFrom,
	happeningAt,
	nextFrom,
	occurrencesBetween,
	occurrencesFrom,
} from './occurrences.ts';
import { readRule } from './read-rule.ts';
import { justOnce, lastingMinutes, type Recurrence } from './recurrence.ts';
import type { Rule } from './rule.ts';

const ruled = (text: string): Rule => {
	const rule = readRule(text);
	if ('refused' in rule) throw new Error(rule.about);
	return rule;
};

const tuesdays: Recurrence = {
	...justOnce('Europe/Madrid', '2026-01-06T19:00', lastingMinutes(90)),
	rule: ruled('FREQ=WEEKLY;BYDAY=TU'),
};

const starts = (recurrence: Recurrence, from: string, limit = 3) =>
	fewFrom(recurrence, new Date(from), limit).map(({ start }) => moment.tz(start, recurrence.zone).format());

test('one that begins this very moment is the next', () => {
	expect(nextFrom(tuesdays, new Date('2026-03-24T18:00Z'))?.start).toEqual(new Date('2026-03-24T18:00Z'));
	expect(nextFrom(tuesdays, new Date('2026-03-24T18:00:00.001Z'))?.start).toEqual(
		new Date('2026-03-31T17:00Z'),
	);
});

test('it happens from its start until its end, which is no longer part of it', () => {
	const at = (time: string) => happeningAt(tuesdays, new Date(`2026-03-24T${time}Z`))?.start.toISOString();

	expect(at('17:59:59')).toBeUndefined();
	expect(at('18:00')).toBe('2026-03-24T18:00:00.000Z');
	expect(at('19:29:59')).toBe('2026-03-24T18:00:00.000Z');
	expect(at('19:30')).toBeUndefined();
});

test('the first day counts even where the rule would not have it', () => {
	const sunday = { ...tuesdays, start: '2026-01-04T19:00', rule: ruled('FREQ=WEEKLY;BYDAY=TU;COUNT=3') };

	expect(starts(sunday, '2026-01-01', 9).map((start) => start.slice(0, 10))).toEqual([
		'2026-01-04',
		'2026-01-06',
		'2026-01-13',
	]);
});

test('one that was moved is told at its new time, under its old name; one called off is not told', () => {
	const changed: Recurrence = {
		...tuesdays,
		changes: [
			{ of: '2026-03-24T19:00', to: { start: '2026-03-26T20:00', lasts: lastingMinutes(30) } },
			{ of: '2026-03-31T19:00', to: null },
		],
	};

	expect(fewFrom(changed, new Date('2026-03-20'), 2)).toEqual([
		{
			start: new Date('2026-03-26T19:00Z'),
			end: new Date('2026-03-26T19:30Z'),
			of: new Date('2026-03-24T18:00Z'),
		},
		{
			start: new Date('2026-04-07T17:00Z'),
			end: new Date('2026-04-07T18:30Z'),
			of: new Date('2026-04-07T17:00Z'),
		},
	]);
});

test('an exception also leaves out what was added or changed', () => {
	const recurrence: Recurrence = {
		...tuesdays,
		rule: null,
		also: ['2026-02-01T10:00', '2026-02-02T10:00', '2026-02-02T10:00', '2026-02-02T09:00Z'],
		except: ['2026-01-06T19:00', '2026-02-01T09:00Z', '2026-02-08T19:00'],
		changes: [{ of: '2026-02-08T19:00', to: { start: '2026-02-09T19:00', lasts: lastingMinutes(30) } }],
	};

	expect(starts(recurrence, '2026-01-01', 9)).toEqual(['2026-02-02T10:00:00+01:00']);
});

test('a day lasts 23 hours when the clocks go forward, and twenty-four hours last into the next', () => {
	const night = (lasts: Recurrence['lasts']) =>
		nextFrom({ ...justOnce('Europe/Madrid', '2026-03-28T12:00', lasts) }, new Date('2026-03-01'))?.end;

	expect(night({ days: 1, seconds: 0 })).toEqual(new Date('2026-03-29T10:00Z'));
	expect(night({ days: 0, seconds: 86_400 })).toEqual(new Date('2026-03-29T11:00Z'));
});

test('the last one is the last one, by date, by moment and by number', () => {
	const until = (ends: string) => endOfAll({ ...tuesdays, rule: ruled(`FREQ=WEEKLY;BYDAY=TU;${ends}`) });

	expect(until('UNTIL=20260324')).toEqual(new Date('2026-03-24T19:30Z'));
	expect(until('UNTIL=20260324T180000Z')).toEqual(new Date('2026-03-24T19:30Z'));
	expect(until('UNTIL=20260324T175959Z')).toEqual(new Date('2026-03-17T19:30Z'));
	expect(until('UNTIL=20260324T190000')).toEqual(new Date('2026-03-24T19:30Z'));
	expect(until('COUNT=12')).toEqual(new Date('2026-03-24T19:30Z'));
	expect(endOfAll(tuesdays)).toBeNull();
	expect(endOfAll({ ...tuesdays, rule: null, except: [tuesdays.start] })).toBeUndefined();
});

test('no more are found than are asked for, and a rule that never ends does not go on for ever', () => {
	const june = { from: new Date('2026-06-01'), until: new Date('2026-07-01') };

	expect([...occurrencesBetween(tuesdays, june)]).toHaveLength(5);
	expect(occurrencesFrom(tuesdays, june.from).take(1).toArray()).toHaveLength(1);
	expect(nextFrom(tuesdays, new Date('2200-01-01'))).toBeUndefined();
	expect(everHappens({ ...tuesdays, rule: null, except: [tuesdays.start] })).toBe(false);
});

const viewers = [
	'America/Los_Angeles',
	'America/New_York',
	'America/Sao_Paulo',
	'Europe/London',
	'Europe/Madrid',
	'Africa/Cairo',
	'Africa/Casablanca',
	'Asia/Kathmandu',
	'Asia/Tokyo',
	'Australia/Lord_Howe',
	'Pacific/Chatham',
	'Pacific/Apia',
];

const kinds = {
	weekly: 'FREQ=WEEKLY;BYDAY=TU',
	'the second and the last Thursday': 'FREQ=MONTHLY;BYDAY=2TH,-1TH',
	'every second week, on two days': 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR',
	once: null,
	'weekly but for holidays': 'FREQ=WEEKLY;BYDAY=TU,TH',
} as const;

const holidays = ['2026-12-24T02:30', '2026-12-29T02:30', '2026-12-31T02:30', '2027-03-09T02:30'];

const { rrulestr } = rruleLibrary;

/** The same by others: one library says the dates, another’s data puts them on the clock. */
function byOthers(zone: string, start: string, text: string | null, except: readonly string[]) {
	const compact = start.replace(/[-:]/g, '');
	const dates = text
		? rrulestr(`DTSTART:${compact}00Z\nRRULE:${text};UNTIL=20300101T000000Z`).all((_, count) => count < 40)
		: [new Date(`${start}Z`)];
	return dates
		.map((date) => date.toISOString().slice(0, 16))
		.filter((local) => !except.includes(local))
		.slice(0, 26)
		.map((local) => standardly(zone, wallOf(local)));
}

test('five kinds of meetings in 24 zones, read in 12: the next 26 as independent libraries tell them, on both clocks', () => {
	let compared = 0;
	for (const [kind, text] of Object.entries(kinds))
		for (const zone of zones) {
			const start =
				kind === 'once'
					? '2027-03-28T02:30'
					: text?.includes('TH,-1')
						? '2026-11-26T02:30'
						: '2026-11-24T02:30';
			const first = kind.startsWith('every') ? '2026-11-23T02:30' : start;
			const except = kind.includes('holidays') ? holidays : [];
			const recurrence: Recurrence = {
				...justOnce(zone, first, lastingMinutes(60)),
				rule: text ? ruled(text) : null,
				except,
			};
			const ours = fewFrom(recurrence, new Date('2026-11-20'), 26).map((each) => each.start);

			expect(ours.map(Number), `${kind} in ${zone}`).toEqual(byOthers(zone, first, text, except));
			for (const here of viewers)
				for (const instant of ours) {
					const clocks = onBothClocks(instant, { there: zone, here });
					const [there, mine] = [moment.tz(instant, zone), moment.tz(instant, here)];
					compared++;
					if (
						`${clocks.there.date} ${clocks.there.time}` !== there.format('YYYY-MM-DD HH:mm') ||
						`${clocks.here.date} ${clocks.here.time}` !== mine.format('YYYY-MM-DD HH:mm') ||
						clocks.ahead !== mine.utcOffset() - there.utcOffset()
					)
						expect.fail(`${kind} in ${zone} read in ${here} at ${instant.toISOString()}`);
				}
		}

	expect(compared).toBe(24 * 12 * (4 * 26 + 1));
});

const zone = fc.constantFrom(...zones);
const minute = fc.oneof(
	fc.integer({ min: 0, max: 1_439 }),
	fc.integer({ min: 0, max: 16 }).map((quarter) => quarter * 15),
);
const rules = fc.constantFrom(
	'FREQ=DAILY;INTERVAL=3',
	'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
	'FREQ=MONTHLY;BYDAY=-1SU',
	'FREQ=MONTHLY;BYMONTHDAY=-1,15',
	'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
	'FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU',
	'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
	'FREQ=DAILY;BYDAY=SA,SU;COUNT=11',
);

test('another expander on the runtime’s clocks finds the same, where it is right about gaps', () => {
	fc.assert(
		fc.property(zone, rules, minute, fc.integer({ min: 0, max: 2_000 }), (where, text, at, day) => {
			const start = localText(Date.UTC(2024, 0, 1 + day) + at * 60_000);
			const recurrence = { ...justOnce(where, start, lastingMinutes(60)), rule: ruled(text) };
			const all = fewFrom(recurrence, new Date('2023-12-30'), 14).map((each) => each.start.getTime());
			// A first day that the rule would not have is told by us alone, and counts.
			fc.pre(!text.includes('COUNT'));
			const dtstart = Temporal.PlainDateTime.from(start).toZonedDateTime(where);
			const theirs = new RRuleTemporal({ rruleString: text, dtstart }).all((_, count) => count < 14);
			const inGap = [
				start,
				...all.map((instant) => moment.tz(instant, where).format('YYYY-MM-DDTHH:mm')),
			].some((local) => !local.endsWith(start.slice(11)));
			fc.pre(!inGap);

			const ours = all.filter((instant) => instant !== dtstart.epochMilliseconds).slice(0, 12);
			const expected = theirs.map((instant) => instant.epochMilliseconds);
			expect(ours).toEqual(expected.filter((instant) => instant !== dtstart.epochMilliseconds).slice(0, 12));
		}),
		{ seed: 5545, numRuns: 300 },
	);
});
