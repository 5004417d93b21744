import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateText, dayOf } from '#platform/recurrence/calendar-days.ts';
import { everHappens, fewFrom } from '#platform/recurrence/occurrences.ts';
import { readRule } from '#platform/recurrence/read-rule.ts';
import { justOnce, lastingMinutes, type Recurrence } from '#platform/recurrence/recurrence.ts';
import type { Rule } from '#platform/recurrence/rule.ts';
import type { CalendarEvent } from './event.ts';
import { readCalendar } from './read-calendar.ts';
import { readRecurrence, recurrenceText } from './recurrence-text.ts';
import { calendarText } from './write-calendar.ts';

const now = new Date('2026-11-22T18:00:00Z');

const rule = (text: string): Rule => {
	const read = readRule(text);
	if ('refused' in read) throw new Error(read.about);
	return read;
};

const tuesdays: Recurrence = {
	...justOnce('Europe/Madrid', '2026-01-06T19:00', lastingMinutes(90)),
	rule: rule('FREQ=WEEKLY;BYDAY=TU'),
};

const circle: CalendarEvent = {
	uid: 'circle-1',
	sequence: 3,
	stamp: now,
	when: tuesdays,
	status: 'confirmed',
	summary: 'Open circle; newcomers, too',
	description: 'Bring nothing.\nLeave when you like.',
	location: 'Calle Mayor 1, piso 2\\3',
	url: 'https://example.org/circles/1',
	categories: ['loss', 'tea, and talk'],
	private: false,
};

const read = (text: string) => {
	const calendar = readCalendar(text, { now });
	if ('refused' in calendar) throw new Error(`${calendar.refused} in line ${calendar.line}`);
	return calendar;
};

const inCalendar = (...lines: string[]) =>
	['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const inEvent = (...lines: string[]) =>
	inCalendar('BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20261122T180000Z', ...lines, 'END:VEVENT');

/** What is refused, where, and about what. */
const refusals = (text: string, zone?: string) => {
	const calendar = readCalendar(text, { now, zone });
	if ('refused' in calendar) return calendar.refused;
	return calendar.leftOut.map(({ refused, line }) => `${refused} ${line}`).join();
};

test('a circle is published with its clocks, its changes and its words, and reads the same', () => {
	const when: Recurrence = {
		...tuesdays,
		also: ['2026-05-03T11:00'],
		except: ['2026-03-31T19:00'],
		changes: [
			{ of: '2026-02-10T19:00', to: { start: '2026-02-11T18:00', lasts: lastingMinutes(30) } },
			{ of: '2026-02-17T19:00', to: null },
		],
	};
	const text = calendarText('PUBLISH', [{ ...circle, when }]);

	expect(text).toContain('\r\nDTSTART;TZID=Europe/Madrid:20260106T190000\r\n');
	expect(text).toContain('\r\nEXDATE;TZID=Europe/Madrid:20260331T190000\r\n');
	expect(text).toContain('\r\nRECURRENCE-ID;TZID=Europe/Madrid:20260217T190000\r\n');
	expect(text).toContain('\r\nTZID:Europe/Madrid\r\n');
	expect(read(text)).toEqual({ method: 'PUBLISH', events: [{ ...circle, when }], leftOut: [] });
});

const zone = fc.constantFrom(
	'Europe/Madrid',
	'UTC',
	'Australia/Lord_Howe',
	'Africa/Casablanca',
	'Asia/Kathmandu',
);
const day = fc.integer({ min: dayOf('2024-01-01'), max: dayOf('2030-12-31') }).map(dateText);
const time = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
	.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const local = fc.tuple(day, time).map(([date, at]) => `${date}T${at}`);
const moment = fc.oneof(
	{ weight: 4, arbitrary: local },
	{ weight: 1, arbitrary: local.map((at) => `${at}Z`) },
);
const lasts = fc.oneof(
	fc.record({ days: fc.constant(0), seconds: fc.integer({ min: 0, max: 200_000 }) }),
	fc.record({ days: fc.integer({ min: 1, max: 20 }), seconds: fc.integer({ min: 0, max: 86_399 }) }),
);
const rules = fc.constantFrom(
	null,
	'FREQ=DAILY;COUNT=5',
	'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR;WKST=SU',
	'FREQ=MONTHLY;UNTIL=20301231T180000Z;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
	'FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU',
	'RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD',
);
const change = fc.record({ of: local, to: fc.option(fc.record({ start: local, lasts })) });
const recurrence = fc
	.record({
		zone,
		start: local,
		lasts,
		rule: rules.map((text) => (text === null ? null : rule(text))),
		also: fc.uniqueArray(moment, { maxLength: 3 }),
		except: fc.uniqueArray(moment, { maxLength: 3 }),
		changes: fc.uniqueArray(change, { maxLength: 3, selector: ({ of }) => of }),
		wholeDays: fc.constant(false),
	})
	.map(inOneKind);

/** A line says moments of one kind: local ones come first. In UTC there is only one kind. */
function inOneKind(made: Recurrence): Recurrence {
	const sorted = (texts: readonly string[]) => {
		if (made.zone === 'UTC') return [...new Set(texts.map((text) => text.replace('Z', '')))];
		return [...texts].sort((a, b) => Number(a.endsWith('Z')) - Number(b.endsWith('Z')));
	};
	return { ...made, also: sorted(made.also), except: sorted(made.except) };
}

test('whenever something is, what is written is read again as it was', () => {
	fc.assert(
		fc.property(recurrence, (when) => {
			fc.pre(everHappens(when));
			const again = readRecurrence(recurrenceText(when), { zone: 'UTC' });
			if ('refused' in again) throw new Error(`${again.refused} in line ${again.line}`);

			expect(onOneClock(again)).toEqual(onOneClock(when));
			const [event] = read(calendarText('PUBLISH', [{ ...circle, when }])).events;
			expect(event?.when).toEqual(again);
			const first = new Date('2024-01-01');
			expect(fewFrom(again, first, 12)).toEqual(fewFrom(when, first, 12));
		}),
		{ seed: 5545, numRuns: 400 },
	);
});

/** A moment in UTC is told on the clocks of the zone, unless they show it twice: the same moment by another name. */
function onOneClock({ also, except, ...rest }: Recurrence) {
	return { ...rest, added: also.length, leftOut: except.length };
}

test('whole days have no clock, and keep their length in days', () => {
	const weekend: Recurrence = {
		...justOnce('Europe/Madrid', '2026-05-02T00:00', { days: 2, seconds: 0 }),
		wholeDays: true,
	};
	const text = recurrenceText(weekend);

	expect(text).toBe('DTSTART;VALUE=DATE:20260502\nDTEND;VALUE=DATE:20260504');
	expect(readRecurrence(text, { zone: 'Europe/Madrid' })).toEqual(weekend);
});

test('times without a zone are refused, unless somebody says whose they are', () => {
	const floating = inEvent('DTSTART:20260503T190000', 'SUMMARY:Here');

	expect(refusals(floating)).toBe('no-zone 6');
	expect(refusals(floating, 'Europe/Madrid')).toBe('');
	expect(refusals(floating.replace('VERSION:2.0', 'X-WR-TIMEZONE:Europe/Madrid'))).toBe('');
});

const zoneOf = (text: string) => read(text).events[0]?.when.zone;

test('zones are known by the names that Windows and long paths have for them', () => {
	const named = (name: string) => zoneOf(inEvent(`DTSTART;TZID=${name}:20260503T190000`));

	expect(named('W. Europe Standard Time')).toBe('Europe/Berlin');
	expect(named('"Romance Standard Time"')).toBe('Europe/Paris');
	expect(named('/mozilla.org/20070129_1/Europe/Paris')).toBe('Europe/Paris');
	expect(named('/example.org/America/Argentina/Buenos_Aires')).toBe('America/Argentina/Buenos_Aires');
	expect(named('UTC')).toBe('UTC');
	expect(refusals(inEvent('DTSTART;TZID=Our Village:20260503T190000'))).toBe('no-zone 6');
});

test('an unknown name is understood by the clocks the calendar describes, if anybody keeps them', () => {
	const described = (summer: string) =>
		inCalendar(
			'BEGIN:VTIMEZONE',
			'TZID:Custom',
			'BEGIN:STANDARD',
			'DTSTART:16010101T030000',
			'TZOFFSETFROM:+0200',
			'TZOFFSETTO:+0100',
			'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
			'END:STANDARD',
			'BEGIN:DAYLIGHT',
			'DTSTART:16010101T020000',
			'TZOFFSETFROM:+0100',
			`TZOFFSETTO:${summer}`,
			'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
			'END:DAYLIGHT',
			'END:VTIMEZONE',
			'BEGIN:VEVENT',
			'UID:1',
			'DTSTART;TZID=Custom:20260503T190000',
			'END:VEVENT',
		);

	expect(zoneOf(described('+0200'))).toMatch(/^Europe\/B/);
	expect(refusals(described('+0217'))).toBe('no-zone 20');
});

test.each([
	['not-a-calendar', ''],
	['not-a-calendar', 'nonsense'],
	['not-a-calendar', '<html><body>Sign in</body></html>'],
	['not-a-calendar', 'BEGIN:VCARD\r\nEND:VCARD'],
	['broken-calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR'],
	['broken-calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'],
	['too-much', 'BEGIN:VCALENDAR\r\n'.repeat(9)],
	['too-much', inEvent(...Array.from({ length: 6_000 }, () => 'COMMENT:x'))],
])('a calendar that is %s is refused whole', (reason, text) => {
	expect(refusals(text)).toBe(reason);
});

const start = 'DTSTART;TZID=Europe/Madrid:20260503T190000';

test.each([
	['no-start 3', ['SUMMARY:Whenever']],
	['not-a-time 6', ['DTSTART;TZID=Europe/Madrid:20260230T190000']],
	['not-a-time 6', ['DTSTART;TZID=Europe/Madrid:99990101T190000']],
	['not-a-time 6', ['DTSTART;TZID=Europe/Madrid:tomorrow']],
	['too-special 7', [start, 'RRULE:FREQ=SECONDLY']],
	['too-special 7', [start, 'RRULE:FREQ=DAILY;BYHOUR=1,2,3']],
	['too-much 7', [start, `RRULE:FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(600)}1`]],
	['too-much 7', [start, 'RRULE:FREQ=DAILY;COUNT=999999999']],
	['not-a-rule 7', [start, 'RRULE:FREQ=WEEKLY;BYSETPOS=1']],
	['too-special 8', [start, 'RRULE:FREQ=WEEKLY', 'RRULE:FREQ=MONTHLY']],
	['too-special 7', [start, 'EXRULE:FREQ=WEEKLY']],
	['no-such-length 7', [start, 'DTEND;TZID=Europe/Madrid:20260503T180000']],
	['no-such-length 7', [start, 'DURATION:PT999999999H']],
	['no-such-length 7', [start, 'DURATION:-PT1H']],
	['no-such-length 7', [start, 'DURATION:P']],
	['too-many-dates 7', [start, `RDATE;TZID=Europe/Madrid:${Array(5_001).fill('20260504T190000').join()}`]],
	['never-happens 7', [start, 'RRULE:FREQ=WEEKLY;COUNT=1', 'EXDATE;TZID=Europe/Madrid:20260503T190000']],
])('an event is refused: %s', (reason, lines) => {
	expect(refusals(inEvent(...lines))).toBe(reason);
});

test('one event that cannot be told does not take the others with it', () => {
	const text = inCalendar(
		...['BEGIN:VEVENT', 'UID:1', 'DTSTART:20260503T190000Z', 'END:VEVENT'],
		...['BEGIN:VEVENT', 'UID:2', 'END:VEVENT'],
		...['BEGIN:VEVENT', 'DTSTART:20260503T190000Z', 'END:VEVENT'],
		...[
			'BEGIN:VEVENT',
			'UID:4',
			'X-SECRET:x',
			'ATTENDEE:mailto:x@example.org',
			'DTSTART:20260504T190000Z',
			'END:VEVENT',
		],
	);
	const { events, leftOut } = read(text);

	expect(events.map(({ uid }) => uid)).toEqual(['1', '4']);
	expect(leftOut.map(({ refused: reason, uid }) => [reason, uid])).toEqual([
		['no-start', '2'],
		['no-uid', ''],
	]);
	expect(JSON.stringify(events)).not.toMatch(/SECRET|example\.org/);
});

test('of two tellings of one event the later counts', () => {
	const telling = (sequence: number, hour: number) => [
		'BEGIN:VEVENT',
		'UID:1',
		`SEQUENCE:${sequence}`,
		`DTSTART:20260503T${hour}0000Z`,
		'END:VEVENT',
	];
	const { events } = read(inCalendar(...telling(4, 20), ...telling(3, 19)));

	expect(events.map(({ when }) => when.start)).toEqual(['2026-05-03T20:00']);
});

test('no text whatever makes it fail', () => {
	const pieces = fc.constantFrom(
		...['BEGIN:VCALENDAR', 'END:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VTIMEZONE', 'UID:1', start],
		...[
			'RRULE:FREQ=',
			'DAILY',
			'BYDAY=',
			';',
			':',
			',',
			'=',
			'\r\n',
			' ',
			'"',
			'-1',
			'20260230',
			'TZID',
			'\0',
			'P1',
		],
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (some) => {
			readCalendar(some.join(''), { now });
			readCalendar(inEvent(start, some.join('')), { now });
		}),
		{ numRuns: 500 },
	);
});
