import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, days, hours } from '#platform/time.ts';
import { missingFrom, neededFor, placesIn } from './rota.ts';
import { decidePattern, endOf, isNight, timesToWrite, weekOf, type ShiftPattern } from './shift.ts';

const nights: ShiftPattern = {
	rule: 'RRULE:FREQ=WEEKLY;BYDAY=SA',
	since: '2026-01-01',
	at: '22:00',
	until: '06:00',
	expected: null,
};
const written = (pattern: ShiftPattern, zone: string, now: string) =>
	timesToWrite(pattern, zone, new Date(now)).map(({ startsAt, endsAt }) => [
		startsAt.toISOString(),
		(+endsAt - +startsAt) / hours(1),
	]);

describe('the wall clock counts', () => {
	test('a night goes over midnight, and is an hour shorter or longer when the clocks change', () => {
		expect(written(nights, 'Europe/Paris', '2027-03-20T12:00:00Z').slice(0, 3)).toEqual([
			['2027-03-20T21:00:00.000Z', 8],
			['2027-03-27T21:00:00.000Z', 7],
			['2027-04-03T20:00:00.000Z', 8],
		]);
		expect(written(nights, 'Europe/Paris', '2026-10-24T12:00:00Z')[0]).toEqual([
			'2026-10-24T20:00:00.000Z',
			9,
		]);
	});

	test('a shift that the clocks skip whole does not take place', () => {
		const small = { ...nights, rule: 'RRULE:FREQ=WEEKLY;BYDAY=SU', at: '02:15', until: '03:00' };
		expect(written(small, 'Europe/Paris', '2027-03-26T12:00:00Z')[0]).toEqual([
			'2027-04-04T00:15:00.000Z',
			0.75,
		]);
	});

	test('the same time twice is a whole day', () => {
		const day = { at: '09:00', until: '09:00:00' };
		expect(endOf(new Date('2026-11-23T09:00:00Z'), day, 'UTC')).toEqual(new Date('2026-11-24T09:00:00Z'));
	});

	test('every shift ends after it begins, at its hour on the wall unless that is skipped, within 25 hours', () => {
		const time = fc
			.tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '45'))
			.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
		const zones = [
			'Europe/Paris',
			'America/Santiago',
			'Australia/Lord_Howe',
			'Africa/Cairo',
			'Asia/Kathmandu',
		];
		fc.assert(
			fc.property(
				time,
				time,
				fc.constantFrom(...zones),
				fc.date({ min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }),
				(at, until, zone, now) => {
					const rule = 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU';
					for (const { startsAt, endsAt } of timesToWrite({ ...nights, rule, at, until }, zone, now)) {
						expect(+endsAt).toBeGreaterThan(+startsAt);
						expect(+endsAt - +startsAt).toBeLessThanOrEqual(hours(25));
						const wall = Temporal.Instant.fromEpochMilliseconds(+endsAt).toZonedDateTimeISO(zone);
						if (wall.toPlainTime().toString().slice(0, 5) !== until) {
							// A change at this very moment is one of them; “previous” alone would look past it.
							const gap = wall.add({ milliseconds: 1 }).getTimeZoneTransition('previous')!.epochMilliseconds;
							expect(+endsAt - gap).toBeLessThanOrEqual(hours(1));
						}
					}
				},
			),
			{ numRuns: 40 },
		);
	});
});

test('shifts are written down eight weeks ahead, and the very next one however far', () => {
	const now = new Date('2026-11-22T18:00:00Z');
	expect(timesToWrite(nights, 'Europe/Paris', now)).toHaveLength(8);
	const once = { ...nights, rule: 'RDATE;VALUE=DATE:20270903' };
	expect(timesToWrite(once, 'Europe/Paris', now)).toHaveLength(1);
});

test.each([
	['a day that is over', { rule: 'RDATE;VALUE=DATE:20200101', since: '2020-01-01' }, 'UTC', 'never-comes'],
	['a zone that is none', {}, 'Mars/Olympus', 'no-such-zone'],
	['a rule nobody says', { rule: 'RRULE:FREQ=SECONDLY' }, 'UTC', 'no-such-rule'],
])('%s is refused', (_what, wrong, zone, reason) => {
	expect(decidePattern({ ...nights, ...wrong }, zone, new Date('2026-11-22T18:00:00Z'))).toEqual({
		refused: reason,
	});
});

describe('a night', () => {
	const paris = { zone: 'Europe/Paris', nightFrom: '23:00', nightUntil: '06:00' };
	test.each([
		['an evening that ends at eleven', '2026-11-22T19:00:00Z', 3, false],
		['an evening that ends a quarter past', '2026-11-22T19:15:00Z', 3, true],
		['the small hours', '2026-11-23T01:00:00Z', 2, true],
		['a morning that begins at six', '2026-11-23T05:00:00Z', 4, false],
		['a whole day', '2026-11-23T08:00:00Z', 24, true],
	])('%s', (_what, from, lasting, night) => {
		const startsAt = new Date(from);
		expect(isNight({ startsAt, endsAt: after(startsAt, hours(lasting)) }, paris)).toBe(night);
	});

	test('is none where both hours are the same, and can lie within one day', () => {
		const shift = { startsAt: new Date('2026-11-22T01:00:00Z'), endsAt: new Date('2026-11-22T03:00:00Z') };
		expect(isNight(shift, { ...paris, nightFrom: '00:00', nightUntil: '00:00:00' })).toBe(false);
		expect(isNight(shift, { ...paris, nightFrom: '01:00', nightUntil: '05:00' })).toBe(true);
	});
});

test('a week begins on Monday, on the person’s own clock', () => {
	const lateSunday = new Date('2026-11-22T22:30:00Z');
	expect(weekOf(lateSunday, 'Europe/London')).toBe('2026-11-16');
	expect(weekOf(lateSunday, 'Europe/Helsinki')).toBe('2026-11-23');
	expect(weekOf(after(lateSunday, days(7)), 'Europe/London')).toBe('2026-11-23');
});

test('the more people are expected, the more holders are needed, and never fewer than the least', () => {
	const rota = { least: 1, onePer: 12, spare: 1 };
	expect([null, 0, 12, 13, 25].map((expected) => neededFor(rota, expected))).toEqual([1, 1, 1, 2, 3]);
	expect(neededFor({ least: 2, onePer: null }, 500)).toBe(2);
	expect(placesIn(rota, 13)).toBe(3);
	expect([missingFrom({ needed: 2, signedUp: 0 }), missingFrom({ needed: 2, signedUp: 5 })]).toEqual([2, 0]);
});
