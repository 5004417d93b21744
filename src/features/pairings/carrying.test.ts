import { describe, expect, test } from 'vitest';
import { fitsTheirWeek, hasRoom, weekOf } from './carrying.ts';

test('nobody is given more than they carry, neither at one time nor in one week', () => {
	const caps = { pairings: 3, newAWeek: 1, hoursAWeek: 4 };
	const little = { pairings: 2, newThisWeek: 0, hoursThisWeek: 3.5 };

	expect(hasRoom(little, caps)).toBe(true);
	expect(hasRoom({ ...little, pairings: 3 }, caps)).toBe(false);
	expect(hasRoom({ ...little, newThisWeek: 1 }, caps)).toBe(false);
	expect(hasRoom({ ...little, hoursThisWeek: 4 }, caps)).toBe(false);
});

describe('a talk more in somebody’s week', () => {
	const zone = 'Europe/Paris';
	const hour = (at: string) => ({
		startsAt: new Date(`${at}Z`),
		endsAt: new Date(new Date(`${at}Z`).getTime() + 3_600_000),
	});
	const tuesday = hour('2026-11-24T10:00:00');

	test('is one too many past the hours they give, and Monday begins anew on their own clocks', () => {
		const caps = { zone, hoursAWeek: 2, nightsAWeek: 7 };
		expect(fitsTheirWeek(hour('2026-11-25T10:00:00'), [tuesday], caps)).toBe(true);
		const full = [tuesday, hour('2026-11-26T10:00:00')];
		expect(fitsTheirWeek(hour('2026-11-29T22:59:59'), full, caps)).toBe(false);
		expect(fitsTheirWeek(hour('2026-11-29T23:00:00'), full, caps)).toBe(true);
	});

	test('is one too many past the nights they give, and never for that by day', () => {
		const caps = { zone, hoursAWeek: 20, nightsAWeek: 1 };
		const night = hour('2026-11-24T21:30:00');
		expect(fitsTheirWeek(hour('2026-11-25T20:30:00'), [night], caps)).toBe(false);
		expect(fitsTheirWeek(hour('2026-11-25T19:30:00'), [night], caps)).toBe(true);
		// The same night, past midnight.
		expect(fitsTheirWeek(hour('2026-11-25T02:00:00'), [night], caps)).toBe(true);
	});
});

test('a week lasts an hour less or more where clocks change', () => {
	const { startsAt, endsAt } = weekOf(new Date('2026-10-22T12:00:00Z'), 'Europe/Paris');
	expect((endsAt.getTime() - startsAt.getTime()) / 3_600_000).toBe(169);
});
