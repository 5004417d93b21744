import { expect, test } from 'vitest';
import { DAY } from './calendar-days.ts';
import { fewFrom } from './occurrences.ts';
import { justOnce, lastingMinutes } from './recurrence.ts';
import { plainly } from './rule.ts';
import { instantOf, wallAt } from './wall-clock.ts';
import { changesIn, offsetsBy, standardly, zones } from './fixtures/another-calendar.ts';

/* Proven against moment-timezone, which brings the zones’ history and future of its own and asks no runtime for them. */

test('24 zones, every change of the clocks from 2025 to 2030, 48 starts a day: never a minute apart', () => {
	expect(zones).toHaveLength(24);
	let changes = 0;
	let compared = 0;
	const apart: string[] = [];
	for (const zone of zones)
		for (const change of changesIn(zone, Date.UTC(2025, 0), Date.UTC(2031, 0))) {
			changes++;
			const shown = Math.floor((change + offsetsBy(zone)(change)) / DAY) * DAY;
			for (const day of [shown - DAY, shown, shown + DAY])
				for (let start = 0; start < 48; start++) {
					const wall = day + start * 30 * 60_000;
					compared++;
					if (instantOf(zone, wall) !== standardly(zone, wall))
						apart.push(`${zone} ${new Date(wall).toISOString()}`);
				}
		}

	expect(apart).toEqual([]);
	expect(changes).toBeGreaterThan(150);
	expect(compared).toBe(changes * 3 * 48);
});

test('the same starts, asked for as meetings every day through each change', () => {
	const apart: string[] = [];
	for (const zone of zones)
		for (const change of changesIn(zone, Date.UTC(2025, 0), Date.UTC(2031, 0))) {
			const first = Math.floor((change + offsetsBy(zone)(change)) / DAY) * DAY - DAY;
			for (let half = 0; half < 48; half++) {
				const walls = [0, 1, 2].map((day) => first + day * DAY + half * 30 * 60_000);
				const start = new Date(walls[0]!).toISOString().slice(0, 16);
				const daily = { ...justOnce(zone, start, lastingMinutes(60)), rule: plainly('day') };
				const told = fewFrom(daily, new Date(first - 2 * DAY), 3).map((each) => each.start.getTime());
				const expected = walls.map((wall) => standardly(zone, wall));
				if (String(told) !== String(expected)) apart.push(`${zone} ${start}`);
			}
		}

	expect(apart).toEqual([]);
});

test('whatever the hour in six years, it reads the same on the wall', () => {
	const apart: string[] = [];
	for (const zone of zones) {
		const offsetAt = offsetsBy(zone);
		for (let instant = Date.UTC(2025, 0); instant < Date.UTC(2031, 0); instant += 6 * 3_600_000 + 900_000)
			if (wallAt(zone, instant) !== instant + offsetAt(instant)) apart.push(`${zone} ${instant}`);
	}

	expect(apart).toEqual([]);
});
