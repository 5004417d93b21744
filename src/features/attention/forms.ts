import { z } from 'zod';
import { whole } from '#platform/form-text.ts';
import { answers } from './card.ts';
import { patternNames, type PatternName } from './patterns.ts';

export const CardForm = z.object({ answer: z.enum(answers) });

export const HeldForm = z.object({ message: z.uuid('needed'), from: z.string().max(500).default('/') });

export const CalmForm = z.object({
	conversation: z.uuid('needed'),
	to: z.enum(['slow', 'closed', 'open']),
	from: z.string().max(500).default('/'),
});

/** Every pattern as a whole number; a hundred days or ten minutes are more than any of them means. */
export const PatternsForm = z.object(
	Object.fromEntries(patternNames.map((name) => [name, whole(0, 1000)])) as Record<
		PatternName,
		ReturnType<typeof whole>
	>,
);
