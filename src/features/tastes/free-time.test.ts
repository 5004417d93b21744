import { expect, test } from 'vitest';
import { fitsFreeTime, liesInFreeTime } from './free-time.ts';

const zone = 'Europe/Madrid';
const lies = (
	moment: string,
	free: Parameters<typeof liesInFreeTime>[1],
	now = '2026-11-23T12:00:00+01:00',
) => liesInFreeTime(new Date(moment), free, new Date(now), zone);

test('evenings, days and weekends are those of the reader’s own clock', () => {
	expect(lies('2026-11-24T19:00:00+01:00', 'evenings')).toBe(true);
	expect(lies('2026-11-24T23:30:00+01:00', 'evenings')).toBe(false);
	expect(lies('2026-11-24T10:00:00+01:00', 'days')).toBe(true);
	expect(lies('2026-11-28T19:00:00+01:00', 'evenings')).toBe(false);
	expect(lies('2026-11-28T19:00:00+01:00', 'weekends')).toBe(true);
	// Sunday in Los Angeles, Monday in Madrid.
	expect(lies('2026-11-29T18:00:00-08:00', 'weekends')).toBe(false);
});

test('tonight is this evening, and after midnight what is left of the night', () => {
	expect(lies('2026-11-23T19:00:00+01:00', 'tonight')).toBe(true);
	expect(lies('2026-11-24T02:00:00+01:00', 'tonight')).toBe(true);
	expect(lies('2026-11-24T19:00:00+01:00', 'tonight')).toBe(false);
	const atThree = '2026-11-23T03:07:00+01:00';
	expect(lies('2026-11-23T04:00:00+01:00', 'tonight', atThree)).toBe(true);
	expect(lies('2026-11-23T19:00:00+01:00', 'tonight', atThree)).toBe(false);
});

test('now is what begins within half an hour', () => {
	expect(lies('2026-11-23T12:20:00+01:00', 'now')).toBe(true);
	expect(lies('2026-11-23T12:40:00+01:00', 'now')).toBe(false);
});

test('an open door fits the hours in which it is open, a meeting only the one at which it begins', () => {
	const open = { startsAt: new Date('2026-11-24T14:00:00+01:00'), minutes: 7 * 60 };
	const now = new Date('2026-11-23T12:00:00+01:00');

	expect(fitsFreeTime(open, 'evenings', { now, zone, dropIn: true })).toBe(true);
	expect(fitsFreeTime(open, 'evenings', { now, zone, dropIn: false })).toBe(false);
});
