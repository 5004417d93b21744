import { after, days } from '#platform/time.ts';
import { steps, type Measure, type Step } from './ladder.ts';

/** The lowest step that fits, and why, as a message key that a steward reads. */
export interface Suggestion {
	step: Step;
	because: 'first' | 'danger' | 'again' | 'another-rule' | 'nothing-lower';
}

/** After a year without anything, people begin at the bottom again. */
const REMEMBERED = days(365);

/** What was decided before, as a suggestion looks at it. Nothing about who decided, and no words. */
export type Before = Pick<Measure, 'step' | 'rule' | 'state' | 'decidedAt'>;

/**
 * Suggests the lowest step that fits. Three sentences a person could be told: begin with a word; what endangers somebody leaves
 * everybody’s sight; the same rule again within a year is one step further than the last time. What was overturned or taken
 * back never counts, and nobody is banned by suggestion.
 */
export function suggestStep(
	{ tier, rule, possible }: { tier: 1 | 2 | 3; rule: string | undefined; possible: readonly Step[] },
	before: readonly Before[],
	now: Date,
): Suggestion {
	const counts = before.filter(
		({ state, decidedAt }) =>
			(state === 'standing' || state === 'ended') && decidedAt > after(now, -REMEMBERED),
	);
	const same = counts.filter((measure) => measure.rule === rule);
	const highest = Math.max(-1, ...same.map(({ step }) => steps.indexOf(step)));

	if (highest >= 0) return lowestFrom(highest + 1, 'again', possible);
	if (tier >= 2) return lowestFrom(steps.indexOf('hidden'), 'danger', possible);
	return lowestFrom(0, counts.length > 0 ? 'another-rule' : 'first', possible);
}

const HIGHEST_SUGGESTED = steps.indexOf('suspended');

function lowestFrom(from: number, because: Suggestion['because'], possible: readonly Step[]): Suggestion {
	const wanted = Math.min(from, HIGHEST_SUGGESTED);
	const fitting = steps.slice(wanted, HIGHEST_SUGGESTED + 1).find((step) => possible.includes(step));
	return fitting ? { step: fitting, because } : { step: 'word', because: 'nothing-lower' };
}
