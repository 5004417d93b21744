import { z } from 'zod';
import { line, needed, words } from '#platform/form-text.ts';
import { judgements } from './consistency.ts';
import { lengths, steps } from './ladder.ts';

const ticked = z
	.literal('yes')
	.optional()
	.transform((yes) => yes === 'yes');

export const DecideForm = z.object({
	rule: z.string().min(1, 'needed').max(80),
	step: z.enum(steps),
	lasts: z.enum(lengths),
	reason: needed(words(2000)),
	hides: ticked,
	everywhere: ticked,
});

export const JudgeForm = z.object({ verdict: z.enum(['upheld', 'overturned']), answer: needed(words(2000)) });

export const AppealForm = z.object({ words: needed(words(2000)) });

export const RuleForm = z.object({
	code: z.string().max(80),
	sentence: line(300).default(''),
	leftOut: ticked,
});

export const NewRuleForm = z.object({ sentence: needed(line(300)) });

export const AgainForm = z.object({ look: z.uuid(), step: z.enum(judgements) });

export const SumsForm = z.object({ toEverybody: ticked });

export const MeasureForm = z.object({ measure: z.uuid() });
