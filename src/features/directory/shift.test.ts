import { expect, test } from 'vitest';
import { unsaid, type Listing } from './listing.ts';
import { shiftFor } from './shift.ts';

const online: Listing = {
	...unsaid,
	slug: 'a',
	name: 'Sundays',
	days: [0],
	time: '12:00',
	zone: 'America/New_York',
	onlineUrl: 'https://a.example',
};
const told = (listing: Partial<Listing>, zone: string, now: string) =>
	shiftFor({ ...online, ...listing }, { zone, now: new Date(now) });

test('before America changes its clocks, and Europe has not, it is told for how long it is an hour off', () => {
	expect(told({}, 'Europe/Madrid', '2026-02-20')).toEqual({
		from: new Date('2026-03-08T16:00Z'),
		minutesLater: -60,
		until: new Date('2026-03-29T16:00Z'),
	});
});

test('what repeats otherwise than by weeks is told too', () => {
	const times = ['DTSTART;TZID=America/New_York:20260104T120000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=SU'];

	expect(told({ times, days: [], time: null }, 'Europe/Madrid', '2026-02-20')?.minutesLater).toBe(-60);
});

test('nothing is told to whoever goes there, whose clocks are not known, or who shares them, nor long before', () => {
	expect(told({ onlineUrl: null, inPerson: true }, 'Europe/Madrid', '2026-02-20')).toBeUndefined();
	expect(told({}, 'UTC', '2026-02-20')).toBeUndefined();
	expect(told({}, 'America/New_York', '2026-02-20')).toBeUndefined();
	expect(told({}, 'Europe/Madrid', '2026-01-05')).toBeUndefined();
	expect(told({ zone: null }, 'Europe/Madrid', '2026-02-20')).toBeUndefined();
});
