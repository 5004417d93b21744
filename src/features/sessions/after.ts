import { questions, type Answers } from '#features/circle-mode/after.ts';
import type { NextStep } from './session.ts';

/** How a session was for one of the two, in their own hands. */
export interface HowItWas {
	/** Each from 0 (not at all) to 4 (very much), or left out. The same questions as after a circle’s meeting. */
	answers: Answers;
	/** What a member wants next; a supporter is not asked. */
	next: NextStep | null;
}

/** What was answered, one after another. */
export const answered = ({ answers }: HowItWas) =>
	questions.flatMap((question) => {
		const answer = answers[question];
		return answer === undefined ? [] : [{ question, answer }];
	});
