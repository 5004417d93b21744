import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohensKappa } from './kappa.ts';

const times = (count: number, a: string, b: string) => Array.from({ length: count }, () => [a, b] as const);

/** po = .7, pe = .5 · .6 + .5 · .4 = .5, κ = .4; the error worked out apart from the formula of 1969 is .1270. */
test('it is what the formula gives by hand', () => {
	const pairs = [
		...times(20, 'y', 'y'),
		...times(5, 'y', 'n'),
		...times(10, 'n', 'y'),
		...times(15, 'n', 'n'),
	];
	const { n, observed, kappa, low, high } = cohensKappa(pairs)!;
	expect(n).toBe(50);
	expect(observed).toBeCloseTo(0.7, 10);
	expect(kappa).toBeCloseTo(0.4, 10);
	expect((high - low) / 2 / 1.96).toBeCloseTo(0.127, 4);
});

test('two who always agree agree wholly, and two who never do do worse than chance', () => {
	expect(cohensKappa([...times(10, 'y', 'y'), ...times(10, 'n', 'n')])).toMatchObject({
		kappa: 1,
		low: 1,
		high: 1,
	});
	expect(cohensKappa([...times(10, 'y', 'n'), ...times(10, 'n', 'y')])?.kappa).toBe(-1);
});

test('nothing, or one word for everything, says nothing', () => {
	expect(cohensKappa([])).toBeUndefined();
	expect(cohensKappa(times(30, 'word', 'word'))).toBeUndefined();
});

test('it lies in its interval, the interval between −1 and 1, and who is called first does not matter', () => {
	const said = fc.constantFrom('nothing', 'word', 'hidden', 'paused');
	fc.assert(
		fc.property(fc.array(fc.tuple(said, said), { minLength: 1, maxLength: 60 }), (pairs) => {
			const agreement = cohensKappa(pairs);
			if (!agreement) return;
			const { kappa, low, high } = agreement;
			expect(low).toBeLessThanOrEqual(kappa + 1e-12);
			expect(high).toBeGreaterThanOrEqual(kappa - 1e-12);
			expect(low).toBeGreaterThanOrEqual(-1);
			expect(high).toBeLessThanOrEqual(1);
			expect(cohensKappa(pairs.map(([a, b]) => [b, a]))!.kappa).toBeCloseTo(kappa, 10);
		}),
	);
});
