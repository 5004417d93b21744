import type { PersonId } from '#platform/ids.ts';
import { minutes } from '#platform/time.ts';
import type { Tier } from './case.ts';

/**
 * Whom a case asks to come, one step after another: those on shift, those of the next shift, everybody with the duty,
 * coordinators, and then everybody again for as long as nobody has come.
 */
export const steps = ['on-shift', 'next', 'everybody', 'coordinators', 'again'] as const;
export type Step = (typeof steps)[number];

/**
 * How long those who were asked have before the next are, in milliseconds. In the nearest danger a second person is asked
 * within five minutes even when each of the steps before runs its time.
 */
export const ANSWER_WITHIN: Readonly<Record<2 | 3, Readonly<Record<Step, number>>>> = {
	3: {
		'on-shift': minutes(2),
		next: minutes(2),
		everybody: minutes(5),
		coordinators: minutes(10),
		again: minutes(15),
	},
	2: {
		'on-shift': minutes(15),
		next: minutes(15),
		everybody: minutes(30),
		coordinators: minutes(60),
		again: minutes(180),
	},
};

/** Where nobody at all could be asked, it is tried again so soon: somebody may begin a shift, or be given the duty. */
export const NOBODY_YET = minutes(1);

/** Who could come at this moment, but for those whom the case concerns and whoever has it already. */
export interface People {
	onShift: readonly PersonId[];
	/** Of the next shift. */
	next: readonly PersonId[];
	/** Everybody with the duty, in this age band. */
	everybody: readonly PersonId[];
	coordinators: readonly PersonId[];
}

export interface Hop {
	step: Step;
	/** Nobody: then the next step is taken at once, and that nobody was there is written down too. */
	people: readonly PersonId[];
}

/** A chain of asking: where it is, and how much it still has to find. */
export interface Chain {
	tier: Tier;
	/** The last step taken; null before the first. */
	step: Step | null;
	/** Somebody has come, and a second person is wanted: whoever did not come for that is not asked again and again. */
	hasFirst: boolean;
}

/** What is done now to find somebody, and when to go on: null when there is nobody else to ask. */
export function decideHops(
	{ tier, step, hasFirst }: Chain,
	people: People,
	now: Date,
): { hops: Hop[]; step: Step; nextAt: Date | null } | undefined {
	if (tier === 1) return undefined;
	const sequence: readonly Step[] = hasFirst ? ['on-shift', 'next', 'everybody'] : steps;
	const from =
		step === null ? 0 : Math.min(steps.indexOf(step) + 1, hasFirst ? steps.length : steps.length - 1);
	const hops: Hop[] = [];
	for (const each of sequence.slice(from)) {
		const asked = askedAt(each, people);
		hops.push({ step: each, people: asked });
		if (asked.length > 0)
			return { hops, step: each, nextAt: new Date(now.getTime() + ANSWER_WITHIN[tier][each]) };
	}
	if (hasFirst) return hops.length > 0 ? { hops, step: 'everybody', nextAt: null } : undefined;
	// From the beginning: whoever there is by then.
	return { hops, step: 'coordinators', nextAt: new Date(now.getTime() + NOBODY_YET) };
}

/** Those whom a step asks. The steps before have asked the others; everybody is everybody all the same. */
function askedAt(step: Step, { onShift, next, everybody, coordinators }: People): readonly PersonId[] {
	const asked: Record<Step, () => readonly PersonId[]> = {
		'on-shift': () => onShift,
		next: () => next.filter((person) => !onShift.includes(person)),
		everybody: () =>
			everybody.some((person) => !onShift.includes(person) && !next.includes(person)) ? everybody : [],
		coordinators: () => coordinators,
		again: () => [...new Set([...everybody, ...coordinators])],
	};
	return asked[step]();
}
