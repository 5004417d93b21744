import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hourOfWeek, keptOfTen, waitNow, type PastWait } from './wait.ts';

const HOUR = 12;
const answered = (...waited: number[]): PastWait[] => waited.map((each) => past(each, 'answered'));
const past = (waited: number, cameOfIt: PastWait['cameOfIt'], more: Partial<PastWait> = {}): PastWait => ({
	waited,
	cameOfIt,
	hourOfWeek: HOUR,
	toldMost: null,
	...more,
});
const now = { hourOfWeek: HOUR };

describe('how long it will be', () => {
	test('is how long it was for three in five, in round minutes', () => {
		expect(waitNow(answered(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), now)).toEqual({
			...{ least: 2, most: 8, basis: 'this-hour' },
		});
		expect(waitNow(answered(11, 12, 13, 21, 22, 23, 31, 44, 46, 58), now)).toMatchObject({
			least: 10,
			most: 45,
		});
		expect(waitNow(answered(0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2), now)).toMatchObject({
			least: 0,
			most: 1,
		});
	});

	test('is not told where too few were answered, however many left', () => {
		expect(waitNow([], now)).toBeUndefined();
		expect(waitNow(answered(1, 2, 3, 4, 5, 6, 7), now)).toBeUndefined();
		const leaving = Array.from({ length: 50 }, () => past(2, 'left'));
		expect(waitNow([...answered(1, 2, 3, 4, 5, 6, 7), ...leaving], now)).toBeUndefined();
	});

	test('counts those who left for as long as they were there, so that leaving makes no wait look shorter', () => {
		const reached = answered(1, 2, 3, 4, 10, 20, 30, 40);
		const leaving = [3, 3, 5, 5, 12, 12, 25].map((waited) => past(waited, 'left'));

		// Of those who were reached alone, four in five were reached within 30 minutes.
		expect(waitNow(reached, now)).toMatchObject({ most: 30 });
		expect(waitNow([...reached, ...leaving], now)).toMatchObject({ most: 40 });
	});

	test('has no end where so many were not reached that nobody knows one', () => {
		const unreached = Array.from({ length: 6 }, () => past(45, 'nobody-came'));
		expect(waitNow([...answered(1, 2, 3, 4, 5, 6, 7, 8), ...unreached], now)).toMatchObject({
			least: 3,
			most: null,
		});
	});

	test('asks only those who waited as long as oneself has', () => {
		const waits = answered(1, 1, 1, 2, 2, 12, 14, 16, 18, 20, 22, 24, 26);
		expect(waitNow(waits, { ...now, waited: 10 })).toMatchObject({ least: 4, most: 15 });
		expect(waitNow(waits, { ...now, waited: 20 })).toBeUndefined();
	});

	test('goes by this hour of the week where enough was seen of it, over the turn of the week as well', () => {
		const slow = answered(30, 30, 30, 30, 30, 30, 30, 30).map((each) => ({ ...each, hourOfWeek: 80 }));
		const quick = answered(2, 2, 2, 2, 2, 2, 2, 2).map((each) => ({ ...each, hourOfWeek: 167 }));
		const all = [...slow, ...quick];
		expect(waitNow(all, { hourOfWeek: 0 })).toMatchObject({ most: 3, basis: 'this-hour' });
		expect(waitNow(all, { hourOfWeek: 40 })).toMatchObject({ most: 30, basis: 'any-hour' });
	});
});

test('Monday at midnight begins the week, in UTC', () => {
	expect(hourOfWeek(new Date('2026-11-23T00:00:00Z'))).toBe(0);
	expect(hourOfWeek(new Date('2026-11-22T23:59:59Z'))).toBe(167);
	expect(hourOfWeek(new Date('2026-11-24T05:30:00Z'))).toBe(29);
});

describe('how true it was', () => {
	const told = { toldMost: 6 };

	test('counts those who were reached in time, of all of whom one knows', () => {
		const waits = [1, 2, 3, 4, 5, 6, 7, 30].map((waited) => past(waited, 'answered', told));
		expect(keptOfTen(waits)).toBe(8);
	});

	test('takes a wait that was over without anybody as not kept, and one that was left early as neither', () => {
		const reached = [1, 2, 3, 4].map((waited) => past(waited, 'answered', told));
		const unreached = [20, 45, 45, 45].map((waited, at) =>
			past(waited, at === 0 ? 'left' : 'nobody-came', told),
		);
		const early = [1, 2, 3].map((waited) => past(waited, 'left', told));
		expect(keptOfTen([...reached, ...unreached, ...early])).toBe(5);
		expect(keptOfTen([...reached, ...early])).toBeNull();
		expect(keptOfTen(answered(1, 2, 3, 4, 5, 6, 7, 8))).toBeNull();
	});
});

/** A small generator with a seed, so that a run can be had again: mulberry32. */
function seeded(seed: number) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

test('about eight of ten are reached within what is told, also where a third lose patience first', () => {
	for (const seed of [1, 2, 3]) {
		const random = seeded(seed);
		const exponential = (mean: number) => -mean * Math.log(1 - random());
		const somebody = () => ({ reached: exponential(9), leaves: random() < 0.5 ? exponential(12) : 45 });
		const lately = Array.from({ length: 400 }, () => {
			const { reached, leaves } = somebody();
			return reached < leaves
				? past(reached, 'answered')
				: past(leaves, leaves < 45 ? 'left' : 'nobody-came');
		});
		const { most } = waitNow(lately, now)!;

		const patient = Array.from({ length: 4000 }, () => exponential(9));
		const within = patient.filter((reached) => reached <= most!).length / patient.length;
		expect(within, `seed ${seed}: ${most} minutes`).toBeGreaterThan(0.74);
		expect(within, `seed ${seed}: ${most} minutes`).toBeLessThan(0.9);
	}
});

test('whatever happened lately, what is told is whole minutes in order', () => {
	const wait = fc.record({
		waited: fc.double({ min: 0, max: 240, noNaN: true }),
		cameOfIt: fc.constantFrom('answered' as const, 'left' as const, 'nobody-came' as const),
		hourOfWeek: fc.integer({ min: 0, max: 167 }),
		toldMost: fc.option(fc.integer({ min: 1, max: 120 })),
	});
	fc.assert(
		fc.property(
			fc.array(wait, { maxLength: 80 }),
			fc.integer({ min: 0, max: 167 }),
			fc.double({ min: 0, max: 100, noNaN: true }),
			(lately, hour, waited) => {
				const told = waitNow(lately, { hourOfWeek: hour, waited });
				if (told) {
					expect(Number.isInteger(told.least)).toBe(true);
					expect(told.least).toBeGreaterThanOrEqual(0);
					if (told.most !== null) expect(told.most).toBeGreaterThan(told.least);
				}
				const kept = keptOfTen(lately);
				if (kept !== null) expect(kept >= 0 && kept <= 10).toBe(true);
			},
		),
	);
});
