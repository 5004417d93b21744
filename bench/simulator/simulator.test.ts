import { beforeAll, describe, expect, test } from 'vitest';
import { knobs } from '#features/matching/weight.ts';
import { gates, reached } from './gates.ts';
import { measure, type Measures } from './measures.ts';
import { Organisation, type Run } from './organisation.ts';
import { policyNamed, type PolicyName } from './policies.ts';
import population from './population.json' with { type: 'json' };
import { estimates, type Estimates } from './study.ts';

const weeks = (more: Partial<Run> = {}): Run => ({
	seed: 1,
	days: 45,
	supporters: 250,
	load: 1,
	population,
	...more,
});
const play = (run: Run, policy: PolicyName): Measures =>
	measure(new Organisation(run, policyNamed(policy, knobs)).simulate(), run);
const over = (seeds: readonly number[], run: Run, policy: PolicyName) =>
	estimates(seeds.map((seed) => play({ ...run, seed }, policy)));

describe.each([0.9, 1] as const)('in an organisation of 250 supporters, at a load of %d', (load) => {
	test('people are paired in time, well and evenly, and no small group is left waiting', () => {
		const measures = over([1, 2, 3], weeks({ load }), 'ours');
		for (const gate of gates) {
			const { mean } = measures[gate.measure];
			expect(reached(gate, load, mean), `${gate.measure} is ${mean}, asked ${gate.is} ${gate.at[load]}`).toBe(
				true,
			);
		}
	});
});

describe('where a fifth more is asked than can be given', () => {
	const overload = weeks({ load: 1.2, supporters: 120 });
	let ours: Estimates;
	let firstCome: Estimates;
	let bestFit: Estimates;
	beforeAll(() => {
		ours = over([1, 2], overload, 'ours');
		firstCome = over([1, 2], overload, 'claim-queue');
		bestFit = over([1, 2], overload, 'max-weight');
	}, 240_000);

	test('first come begins the most pairings, as was published about 7 Cups', () => {
		expect(firstCome.pairings.mean).toBeGreaterThan(ours.pairings.mean);
		expect(firstCome.pairings.mean).toBeGreaterThan(bestFit.pairings.mean);
	});

	test('smarter pairing waits longer and fits better, as was published about 7 Cups', () => {
		expect(ours.wait.mean).toBeGreaterThan(firstCome.wait.mean);
		expect(bestFit.wait.mean).toBeGreaterThan(ours.wait.mean);
		expect(ours.score.mean).toBeGreaterThan(firstCome.score.mean);
	});

	test('best fit alone leaves the smallest language waiting far longer than we do', () => {
		expect(bestFit.worstLanguage.mean).toBeGreaterThan(1.5 * ours.worstLanguage.mean);
	});

	test('no way of pairing goes against a rule', () => {
		for (const measures of [ours, firstCome, bestFit]) expect(measures.violations.mean).toBe(0);
	});
});

test('the same seed brings the same weeks, and the same people to every way of pairing', () => {
	const small = weeks({ days: 14, supporters: 40 });
	expect(play(small, 'ours')).toEqual(play(small, 'ours'));
	const firstAsks = (policy: PolicyName) =>
		new Organisation(small, policyNamed(policy, knobs))
			.simulate()
			.asks.filter(({ before }) => before === 0)
			.map(({ number, askedAt }) => [number, askedAt]);
	expect(firstAsks('ours')).toEqual(firstAsks('claim-queue'));
});
