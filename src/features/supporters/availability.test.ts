import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hours, minutes } from '#platform/time.ts';
import {
	freeStarts,
	isFree,
	isoWeekdays,
	openHours,
	usualHours,
	type Availability,
	type Span,
} from './availability.ts';

const at = (moment: string) => new Date(moment);
const span = (startsAt: string, endsAt: string): Span => ({ startsAt: at(startsAt), endsAt: at(endsAt) });
const told = (spans: readonly Span[]) =>
	spans.map(({ startsAt, endsAt }) => `${startsAt.toISOString()} ${endsAt.toISOString()}`);

const mondays: Availability = {
	...usualHours,
	zone: 'Europe/London',
	weekly: [{ weekday: 1, from: '13:00', until: '15:00' }],
};

test('a supporter’s one o’clock stays one o’clock when the clocks change', () => {
	const spring = openHours(mondays, span('2027-03-21T00:00Z', '2027-04-06T00:00Z'));

	expect(told(spring)).toEqual([
		'2027-03-22T13:00:00.000Z 2027-03-22T15:00:00.000Z',
		'2027-03-29T12:00:00.000Z 2027-03-29T14:00:00.000Z',
		'2027-04-05T12:00:00.000Z 2027-04-05T14:00:00.000Z',
	]);
});

test('a night reaches into the next day, and is longer or shorter by an hour when the clocks change', () => {
	const nights = { ...mondays, weekly: [{ weekday: 6 as const, from: '23:00', until: '04:00' }] };

	expect(told(openHours(nights, span('2027-03-27T12:00Z', '2027-03-28T12:00Z')))).toEqual([
		'2027-03-27T23:00:00.000Z 2027-03-28T03:00:00.000Z',
	]);
	expect(told(openHours(nights, span('2026-10-24T12:00Z', '2026-10-25T12:00Z')))).toEqual([
		'2026-10-24T22:00:00.000Z 2026-10-25T04:00:00.000Z',
	]);
	expect(openHours(nights, span('2027-03-28T01:00Z', '2027-03-28T02:00Z'))).toHaveLength(1);
});

test('a window that the clocks skip is told by the offset before the gap', () => {
	const gone = { ...mondays, weekly: [{ weekday: 7 as const, from: '01:00', until: '01:45' }] };

	const [only] = openHours(gone, span('2027-03-28T00:00Z', '2027-03-28T06:00Z'));
	// 01:00 is 02:00 then (RFC 5545, 3.3.5).
	expect(only).toEqual(span('2027-03-28T01:00Z', '2027-03-28T01:45Z'));
});

test('days away, and days that are otherwise, hold instead of the week; the last word counts', () => {
	const away = { firstOn: '2026-12-21', lastOn: '2027-01-03', windows: [] };
	const holiday = {
		firstOn: '2026-12-28',
		lastOn: '2026-12-28',
		windows: [{ from: '10:00', until: '11:00' }],
	};

	const open = openHours(
		{ ...mondays, exceptions: [away, holiday] },
		span('2026-12-14T00:00Z', '2027-01-12T00:00Z'),
	);

	expect(told(open)).toEqual([
		'2026-12-14T13:00:00.000Z 2026-12-14T15:00:00.000Z',
		'2026-12-28T10:00:00.000Z 2026-12-28T11:00:00.000Z',
		'2027-01-04T13:00:00.000Z 2027-01-04T15:00:00.000Z',
		'2027-01-11T13:00:00.000Z 2027-01-11T15:00:00.000Z',
	]);
});

test('windows that touch or overlap are one', () => {
	const weekly = [
		{ weekday: 1 as const, from: '13:00', until: '14:00' },
		{ weekday: 1 as const, from: '14:00', until: '15:00' },
		{ weekday: 1 as const, from: '14:30', until: '16:00' },
	];

	expect(told(openHours({ ...mondays, weekly }, span('2026-12-14T00:00Z', '2026-12-15T00:00Z')))).toEqual([
		'2026-12-14T13:00:00.000Z 2026-12-14T16:00:00.000Z',
	]);
});

test('what can be booked begins at the full or half hour, after the notice, with breath between two talks', () => {
	const now = at('2026-12-14T01:10Z');
	const busy = [span('2026-12-14T14:00Z', '2026-12-14T14:30Z')];
	const starts = (more: Partial<Availability>, length: 30 | 60 = 30, taken: Span[] = []) =>
		freeStarts({ ...mondays, aheadDays: 5, ...more }, { length, busy: taken, now, limit: 99 }).map((start) =>
			start.toISOString().slice(11, 16),
		);

	expect(starts({})).toEqual(['13:30', '14:00', '14:30']);
	expect(starts({ noticeHours: 2 })).toEqual(['13:00', '13:30', '14:00', '14:30']);
	expect(starts({ noticeHours: 2 }, 60)).toEqual(['13:00', '13:30', '14:00']);
	expect(starts({ noticeHours: 2 }, 30, busy)).toEqual(['13:00']);
	expect(starts({ noticeHours: 2, bufferMinutes: 0 }, 30, busy)).toEqual(['13:00', '13:30', '14:30']);
	expect(starts({ zone: 'Asia/Kathmandu', weekly: [{ weekday: 1, from: '20:00', until: '21:00' }] })).toEqual(
		['14:15', '14:45'],
	);
});

const zones = [
	'Australia/Lord_Howe',
	'Africa/Casablanca',
	'America/St_Johns',
	'Asia/Kathmandu',
	'Pacific/Apia',
];
const clock = fc
	.tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '45'))
	.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const anyHours = fc.record({
	zone: fc.constantFrom(...zones),
	weekly: fc.array(fc.record({ weekday: fc.constantFrom(...isoWeekdays), from: clock, until: clock }), {
		maxLength: 8,
	}),
	exceptions: fc.constant([]),
	noticeHours: fc.nat(72),
	aheadDays: fc.integer({ min: 1, max: 40 }),
	bufferMinutes: fc.nat(60),
});
const moment = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2030, 11) }).map((time) => new Date(time));

test('whatever can be booked is free, is in their hours, and keeps the breath', () => {
	fc.assert(
		fc.property(anyHours, moment, fc.constantFrom(30 as const, 60 as const), (availability, now, length) => {
			const first = freeStarts(availability, { length, busy: [], now, limit: 3 });
			const busy = first
				.slice(0, 1)
				.map((startsAt) => ({ startsAt, endsAt: new Date(startsAt.getTime() + minutes(length)) }));
			for (const startsAt of freeStarts(availability, { length, busy, now, limit: 20 })) {
				const talk = { startsAt, endsAt: new Date(startsAt.getTime() + minutes(length)) };
				expect(isFree(availability, talk, { busy, now })).toBe(true);
				expect(startsAt.getTime()).toBeGreaterThanOrEqual(now.getTime() + hours(availability.noticeHours));
			}
		}),
		{ numRuns: 300, seed: 20_261_122 },
	);
});
