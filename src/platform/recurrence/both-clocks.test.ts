import { expect, test } from 'vitest';
import { nextShift, onBothClocks } from './both-clocks.ts';
import { justOnce, lastingMinutes, type Recurrence } from './recurrence.ts';
import { plainly } from './rule.ts';

const sundays = (zone: string): Recurrence => ({
	...justOnce(zone, '2026-01-04T12:00', lastingMinutes(60)),
	rule: plainly('week'),
});
const shift = (there: string, here: string, now: string, weeks = 20) =>
	nextShift({ recurrence: sundays(there), here }, { now: new Date(now), weeks });

test('one meeting, on the clock of those who meet and of somebody who reads of it', () => {
	const moment = new Date('2026-11-22T10:30Z');

	expect(onBothClocks(moment, { there: 'Pacific/Apia', here: 'America/Los_Angeles' })).toEqual({
		there: { date: '2026-11-22', time: '23:30' },
		here: { date: '2026-11-22', time: '02:30' },
		ahead: -21 * 60,
		dayApart: 0,
	});
	expect(onBothClocks(moment, { there: 'Europe/Madrid', here: 'Asia/Kathmandu' }).ahead).toBe(4 * 60 + 45);
	expect(
		onBothClocks(new Date('2026-11-22T12:00Z'), { there: 'Europe/Madrid', here: 'Pacific/Apia' }).dayApart,
	).toBe(1);
});

test('in the three weeks after America has changed its clocks, and before Europe has, it is an hour earlier in Madrid', () => {
	expect(shift('America/New_York', 'Europe/Madrid', '2026-02-20')).toEqual({
		from: new Date('2026-03-08T16:00Z'),
		minutesLater: -60,
		until: new Date('2026-03-29T16:00Z'),
	});
	expect(shift('Europe/Madrid', 'America/New_York', '2026-02-20')).toMatchObject({ minutesLater: 60 });
});

test('who reads of it in those weeks is told that it goes back', () => {
	expect(shift('America/New_York', 'Europe/Madrid', '2026-03-10')).toEqual({
		from: new Date('2026-03-29T16:00Z'),
		minutesLater: 60,
		until: null,
	});
});

test('nothing is told where both change together, where neither does, or where it is further off', () => {
	expect(shift('Europe/Madrid', 'Europe/Berlin', '2026-02-20')).toBeUndefined();
	expect(shift('Asia/Kathmandu', 'Asia/Tokyo', '2026-02-20', 60)).toBeUndefined();
	expect(shift('America/New_York', 'Europe/Madrid', '2026-01-10', 4)).toBeUndefined();
});

test('half an hour is told as half an hour', () => {
	expect(shift('Asia/Tokyo', 'Australia/Lord_Howe', '2026-03-20')).toMatchObject({ minutesLater: -30 });
});
