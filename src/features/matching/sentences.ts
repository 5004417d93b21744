import type { Reason } from './score.ts';
import type { WhyNot } from './why-not.ts';

/** A sentence of `messages/`, and what it is told with. */
export interface Sentence {
	key: `matching.${string}`;
	values: Record<string, number>;
}

/** What a member is told of a suggestion. The words are fixed, and the same for everybody. */
export const sentenceFor = (reason: Reason): Sentence => ({ key: `matching.reason.${reason}`, values: {} });

/** What a coordinator is told who asks why two people were not paired. */
export function sentencesFor(why: WhyNot): Sentence[] {
	const codes = why.because === 'obstacles' ? why.obstacles : [why.because];
	const values: Sentence['values'] = why.because === 'others-fit-better' ? { better: why.better } : {};
	return codes.map((code) => ({ key: `matching.why-not.${code}`, values }));
}
