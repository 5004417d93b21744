import { z } from 'zod';
import { words } from '#platform/form-text.ts';

export const HandOverForm = z.object({
	known: words(2000).default(''),
	promised: words(2000).default(''),
	open: words(2000).default(''),
	/** Empty for whoever comes next. */
	to: z
		.uuid('not-right')
		.optional()
		.or(z.literal('').transform(() => undefined)),
});

export const KeepForm = z.object({ sure: z.literal('yes', 'needed') });
