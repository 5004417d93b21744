import { z } from 'zod';
import { needed, words } from '#platform/form-text.ts';
import { lengths, whats } from './look.ts';

export const AskForm = z.object({
	case: z.uuid('needed'),
	what: z.enum(whats, 'needed'),
	minutes: z
		.enum(lengths.map(String) as ['15', '30', '60'], 'needed')
		.transform((text) => lengths.find((length) => String(length) === text)!),
	/** Read by whoever it concerns. */
	reason: needed(words(600)),
	later: z.enum(['yes']).optional(),
});

export const AnswerForm = z.object({ answer: z.enum(['yes', 'no'], 'needed') });
