import { z } from 'zod';
import { questions, type Answers } from '#features/circle-mode/after.ts';
import { words } from '#platform/form-text.ts';
import type { HowItWas } from './after.ts';
import { nextSteps } from './session.ts';

const answer = z
	.enum(['0', '1', '2', '3', '4', 'skip'], 'not-right')
	.default('skip')
	.transform((text) => (text === 'skip' ? undefined : Number(text)));

export const AfterForm = z
	.object({
		...(Object.fromEntries(questions.map((question) => [question, answer])) as Record<
			keyof Answers,
			typeof answer
		>),
		next: z.enum(nextSteps).nullable().default(null),
	})
	.transform(({ next, ...answers }): HowItWas => ({
		answers: Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)),
		next,
	}));

export const NotesForm = z.object({
	words: words(8000).default(''),
	/** The version that was on the page when it was written on. */
	version: z
		.string()
		.regex(/^\d{1,6}$/, 'not-right')
		.transform(Number),
});

export const ComeForm = z.object({ backup: z.uuid('needed') });
export const MentoringForm = z.object({ reviewOn: z.iso.date('needed') });
