import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, days, hours } from '#platform/time.ts';
import { howFast, quarterOf, quartersBefore, tell, type CaseHappening } from './sums.ts';

const now = new Date('2026-11-22T18:00:00Z');

test('nothing small is told, and no sum it could be worked out from', () => {
	expect(tell({ report: 12, words: 3, pattern: 0 })).toEqual({
		all: 'left-out',
		parts: { report: 12, words: 'few', pattern: 0 },
	});
	expect(tell({ report: 12, words: 5, pattern: 0 })).toEqual({
		all: 17,
		parts: { report: 12, words: 5, pattern: 0 },
	});
});

test('whatever was told, a small number could as well have been any other small number', () => {
	const counts = fc.record({
		a: fc.nat(30),
		b: fc.nat(30),
		c: fc.nat(8),
		d: fc.nat(8),
		e: fc.nat(4),
	});
	fc.assert(
		fc.property(
			counts,
			fc.constantFrom('a', 'b', 'c', 'd', 'e'),
			fc.integer({ min: 1, max: 4 }),
			(real, part, other) => {
				if (real[part] === 0 || real[part] >= 5) return;
				expect(tell({ ...real, [part]: other })).toEqual(tell(real));
			},
		),
	);
});

test('only quarters that are over are told, so that no two days can be compared', () => {
	const [last, before] = quartersBefore(now, 2);
	expect(last).toEqual({ since: new Date('2026-07-01T00:00:00Z'), until: new Date('2026-10-01T00:00:00Z') });
	expect(before!.since).toEqual(new Date('2026-04-01T00:00:00Z'));
	expect(quartersBefore(new Date('2026-01-01T00:00:00Z'), 1)[0]!.since).toEqual(
		new Date('2025-10-01T00:00:00Z'),
	);
});

test('what happened is counted in the quarter in which it happened', () => {
	const [last] = quartersBefore(now, 1);
	const opened = after(last!.since, days(80));
	const one: CaseHappening = {
		kind: 'report',
		openedAt: opened,
		settled: { at: after(opened, days(20)), outcome: 'kept' },
	};
	const quarter = quarterOf(
		last!,
		Array.from({ length: 9 }, () => one),
		[],
	);
	expect(quarter.opened.all).toBe(9);
	expect(quarter.settled.all).toBe(0);
});

test('how fast is told in minutes, half and nine of ten, and only of enough', () => {
	expect(howFast(Array.from({ length: 9 }, () => hours(1)))).toBeUndefined();
	expect(howFast(Array.from({ length: 10 }, (_, i) => hours(i + 1)))).toEqual({ median: 300, p90: 540 });
});
