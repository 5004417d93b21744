import type { Step } from './ladder.ts';
import type { HouseRule } from './rule.ts';

/**
 * A reason to begin with, in plain sentences, for a steward to change: what was looked at, the rule, what follows from it, and
 * that there is an appeal. In the language of whoever reads it. A person sends it, and stands by every word.
 */
export function draftReason(
	{ code, sentence }: HouseRule,
	step: Step,
	say: (key: string, values?: Record<string, string>) => string,
): string {
	const rule = sentence ?? say(`ladder.rule.${code}`);
	return [
		say('ladder.draft.opening'),
		say('ladder.draft.rule', { rule }),
		say(`ladder.draft.${step}`),
		say('ladder.draft.closing'),
	].join('\n\n');
}
