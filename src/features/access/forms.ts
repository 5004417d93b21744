import { z } from 'zod';
import { line, needed } from '#platform/form-text.ts';
import { lifetimes, scopes } from './token.ts';

const scope = z.enum(scopes);

/** One tick comes as text, several as a list, none not at all. */
export const TokenForm = z.object({
	name: needed(line(60)),
	scopes: z
		.union([scope.transform((one) => [one]), z.array(scope)], 'needed')
		.transform((chosen) => scopes.filter((each) => chosen.includes(each))),
	days: z.enum(lifetimes.map(String), 'needed').transform(Number),
});

export const RevokeForm = z.object({ token: z.uuid('needed') });
