import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEW, tallyOf } from './need.ts';

test('what fewer than three asked for is told together, and not counted where even together they are few', () => {
	expect(tallyOf([{ of: 'grief', count: 4 }])).toEqual({
		told: [{ of: 'grief', count: 4 }],
		others: { is: 'none' },
	});
	expect(
		tallyOf([
			{ of: 'grief', count: 2 },
			{ of: 'caring', count: 3 },
		]),
	).toEqual({ told: [{ of: 'caring', count: 3 }], others: { is: 'few' } });
	expect(
		tallyOf([
			{ of: 'grief', count: 2 },
			{ of: 'caring', count: 2 },
		]),
	).toEqual({ told: [], others: { is: 'counted', count: 4 } });
});

test('no number below three is ever told', () => {
	const counts = fc.uniqueArray(fc.record({ of: fc.string(), count: fc.integer({ min: 1, max: 9 }) }), {
		selector: ({ of }) => of,
	});
	fc.assert(
		fc.property(counts, (some) => {
			const { told, others } = tallyOf(some);
			for (const { count } of told) expect(count).toBeGreaterThanOrEqual(FEW);
			if (others.is === 'counted') expect(others.count).toBeGreaterThanOrEqual(FEW);
		}),
	);
});
