import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEWEST, questions, sums, type DayCount } from './after.ts';

const on = (day: string, answer: number, count: number): DayCount => ({
	day,
	question: 'heard',
	answer,
	count,
});

test('fewer than five answers are told to nobody', () => {
	expect(sums([on('2026-11-20', 4, 4)], '2026-11-22')).toEqual([]);
	expect(sums([on('2026-11-20', 4, 4), on('2026-11-21', 1, 1)], '2026-11-22')).toEqual([
		{ question: 'heard', answered: 5, counts: [0, 1, 0, 0, 4] },
	]);
});

test('what was said today is not told before tomorrow', () => {
	expect(sums([on('2026-11-22', 4, 9)], '2026-11-22')).toEqual([]);
});

const row = fc.record({
	day: fc.integer({ min: 10, max: 28 }).map((day) => `2026-11-${day}`),
	question: fc.constantFrom(...questions),
	answer: fc.integer({ min: 0, max: 4 }),
	count: fc.integer({ min: 1, max: 3 }),
});

test('however often hosts look, what is new since they last looked is never fewer than five people’s', () => {
	fc.assert(
		fc.property(fc.array(row), (rows) => {
			const known = new Map<string, number>();
			for (let day = 10; day < 30; day++) {
				const today = `2026-11-${day}`;
				for (const { question, answered } of sums(
					rows.filter((each) => each.day <= today),
					today,
				)) {
					const fresh = answered - (known.get(question) ?? 0);
					if (fresh > 0) expect(fresh).toBeGreaterThanOrEqual(FEWEST);
					known.set(question, answered);
				}
			}
		}),
	);
});
