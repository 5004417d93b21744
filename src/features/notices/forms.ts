import { z } from 'zod';
import { kinds } from './notice.ts';

export const PutAwayForm = z.object({ notice: z.uuid('needed') });

/** The ticks that are left are what one wants to be told. */
export const WantedForm = z.object({
	kind: z
		.union([z.string().transform((one) => [one]), z.array(z.string())])
		.default([])
		.transform((chosen) => kinds.filter((kind) => chosen.includes(kind))),
});
