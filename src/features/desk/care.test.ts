import { expect, test } from 'vitest';
import { after, days, hours, minutes } from '#platform/time.ts';
import { decideTaking, LIMITS, loadOf, type Turn } from './care.ts';

const now = new Date('2026-11-22T18:00:00Z');
const turn = (tier: Turn['tier'], ago: number): Turn => ({ tier, at: after(now, -ago) });
const others = { othersOnShift: true };

test('three hard cases within two hours begin a pause of twenty minutes, and then one counts anew', () => {
	const three = [turn(2, minutes(90)), turn(2, minutes(40)), turn(2, minutes(5))];

	expect(loadOf(three, now).pauseUntil).toEqual(after(now, minutes(15)));
	expect(decideTaking(loadOf(three, now), { tier: 2, ...others })).toEqual({ refused: 'pause-first' });
	const later = after(now, minutes(16));
	expect(loadOf(three, later)).toMatchObject({ pauseUntil: null, inARow: 0 });
	expect(decideTaking(loadOf(three, later), { tier: 2, ...others })).toEqual({});
});

test('what carries no danger begins no pause and is open during one', () => {
	const calm = [turn(1, minutes(9)), turn(1, minutes(6)), turn(1, minutes(3))];
	const paused = [turn(2, minutes(9)), turn(2, minutes(6)), turn(2, minutes(3))];

	expect(loadOf(calm, now).pauseUntil).toBeNull();
	expect(decideTaking(loadOf(paused, now), { tier: 1, ...others })).toEqual({});
});

test('nobody has two of the nearest danger in a row, while there is somebody else', () => {
	const one = loadOf([turn(3, hours(1))], now);

	expect(decideTaking(one, { tier: 3, ...others })).toEqual({ refused: 'not-two-in-a-row' });
	expect(decideTaking(one, { tier: 2, ...others })).toEqual({});
	const between = loadOf([turn(3, hours(1)), turn(1, minutes(20))], now);
	expect(decideTaking(between, { tier: 3, ...others })).toEqual({});
	expect(decideTaking(loadOf([turn(3, LIMITS.apart)], now), { tier: 3, ...others })).toEqual({});
});

test('four in a week are said to be much, eight are enough', () => {
	const week = (count: number) =>
		loadOf(
			Array.from({ length: count }, (_, n) => turn(3, hours(20 * (n + 1.3)))),
			now,
		);

	expect([3, 4, 7, 8].map((count) => week(count).says)).toEqual(['nothing', 'much', 'much', 'enough']);
	expect(decideTaking(week(8), { tier: 3, ...others })).toEqual({ refused: 'enough-this-week' });
	expect(loadOf([turn(3, days(8))], now).thisWeek).toBe(0);
});

test('no limit leaves somebody in danger alone: where nobody else is on shift, they may be gone to', () => {
	const tired = loadOf([turn(3, minutes(30)), turn(3, minutes(20)), turn(3, minutes(10))], now);

	expect(decideTaking(tired, { tier: 3, ...others })).toEqual({ refused: 'pause-first' });
	expect(decideTaking(tired, { tier: 3, othersOnShift: false })).toEqual({});
	expect(decideTaking(tired, { tier: 2, othersOnShift: false })).toEqual({ refused: 'pause-first' });
});
