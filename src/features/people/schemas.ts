import { z } from 'zod';
import { scopes } from '#features/access/token.ts';
import { duties } from './person.ts';

export const MeSchema = z.object({
	nickname: z.string(),
	ageBand: z.enum(['adult', '13-17', '16-25']),
	duties: z.array(z.enum(duties)).readonly(),
	locale: z.string().meta({ description: 'The language they read.' }),
	zone: z.string().meta({ description: 'The clocks they live by; an IANA zone.' }),
	token: z.object({
		name: z.string(),
		scopes: z.array(z.enum(scopes)).readonly(),
		endsAt: z
			.date()
			.transform((date) => date.toISOString())
			.pipe(z.iso.datetime()),
	}),
});
