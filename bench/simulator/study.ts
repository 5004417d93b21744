import { knobs, type Knobs } from '#features/matching/weight.ts';
import { mean, type Measures } from './measures.ts';
import type { Run } from './organisation.ts';
import { policyNamed, type PolicyName } from './policies.ts';
import type { Workers } from './workers.ts';

/** A measure over several seeds: its mean, and how far from it the true mean may be (95 %, Student’s t). */
export type Estimate = { mean: number; within: number };
export type Estimates = Record<keyof Measures, Estimate>;

export interface Finding {
	policy: string;
	load: number;
	measures: Estimates;
}

export interface Scope extends Omit<Run, 'seed' | 'load'> {
	seeds: number;
}

/** The same weeks with as many different people as there are seeds. */
export async function study(
	workers: Workers,
	{ seeds, ...scope }: Scope,
	load: number,
	policy: PolicyName,
	by: Knobs = knobs,
): Promise<Finding> {
	const runs = await Promise.all(
		Array.from({ length: seeds }, (_, seed) =>
			workers.run({ run: { ...scope, seed: seed + 1, load }, policy, knobs: by }),
		),
	);
	return { policy: policyNamed(policy, by).name, load, measures: estimates(runs) };
}

/** What each knob does, turned off and turned to double. */
export const turned = (workers: Workers, scope: Scope, load: number) =>
	Promise.all(
		(Object.keys(knobs) as (keyof Knobs)[]).flatMap((knob) =>
			[0, 2].map(async (by) => ({
				knob,
				by,
				finding: await study(workers, scope, load, 'ours', { ...knobs, [knob]: by * knobs[knob] }),
			})),
		),
	);

export const estimates = (runs: readonly Measures[]): Estimates =>
	Object.fromEntries(
		Object.keys(runs[0]!).map((name) => [name, estimate(runs.map((run) => run[name as keyof Measures]))]),
	) as Estimates;

/** Student’s t for 95 %, by degrees of freedom from one on. */
const STUDENT = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

function estimate(values: readonly number[]): Estimate {
	const middle = mean(values);
	const spread = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
	const t = STUDENT[values.length - 2] ?? 1.96;
	return { mean: middle, within: values.length > 1 ? t * Math.sqrt(spread / values.length) : 0 };
}
