import type { Knobs } from '#features/matching/weight.ts';
import type { Policy } from './organisation.ts';
import { claimQueue } from './policies/claim-queue.ts';
import { firstCome } from './policies/first-come.ts';
import { maxWeight } from './policies/max-weight.ts';
import { ours } from './policies/ours.ts';
import { popularity } from './policies/popularity.ts';

/** Every way to bring people together that is compared. Another one is a file in policies/ and a line here. */
const policies = {
	ours,
	'first-come': firstCome,
	'max-weight': maxWeight,
	'claim-queue': claimQueue,
	popularity,
} satisfies Record<string, (by: Knobs) => Policy>;

export type PolicyName = keyof typeof policies;

export const policyNames = Object.keys(policies) as PolicyName[];

export const policyNamed = (name: PolicyName, by: Knobs): Policy => policies[name](by);
