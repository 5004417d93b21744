import { expect, test } from 'vitest';
import { mayBeToldFrom, usualHours } from './availability.ts';

const nights = { from: '22:00', until: '08:00' };
const inParis = { ...usualHours, zone: 'Europe/Paris' };
const told = (at: string, availability = inParis) =>
	mayBeToldFrom(availability, nights, new Date(at)).toISOString();

test('off-hours are over in the morning on the clocks of whoever has them, also where clocks change', () => {
	expect(told('2026-11-24T20:59:00Z')).toBe('2026-11-24T20:59:00.000Z');
	expect(told('2026-11-24T21:00:00Z')).toBe('2026-11-25T07:00:00.000Z');
	expect(told('2026-11-25T06:59:00Z')).toBe('2026-11-25T07:00:00.000Z');
	expect(told('2026-11-25T07:00:00Z')).toBe('2026-11-25T07:00:00.000Z');
	// The clocks go forward in the night before Sunday the 28th.
	expect(told('2027-03-27T22:00:00Z')).toBe('2027-03-28T06:00:00.000Z');
});

test('whoever said that they are there is there, off-hours or not', () => {
	const late = { ...inParis, weekly: [{ weekday: 2 as const, from: '23:00', until: '01:00' }] };
	expect(told('2026-11-24T21:30:00Z', late)).toBe('2026-11-24T22:00:00.000Z');
	expect(told('2026-11-24T22:30:00Z', late)).toBe('2026-11-24T22:30:00.000Z');
	expect(told('2026-11-25T00:00:00Z', late)).toBe('2026-11-25T07:00:00.000Z');
});

test('without off-hours everything is told at once', () => {
	const now = new Date('2026-11-25T02:00:00Z');
	expect(mayBeToldFrom(inParis, null, now)).toBe(now);
});
