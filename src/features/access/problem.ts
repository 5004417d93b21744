import { z } from 'zod';

/** What every answer that is not a yes looks like. */
export const ProblemSchema = z
	.object({
		error: z.object({
			code: z.string().meta({ description: 'Which no it is. Programs go by this; it stays the same.' }),
			message: z.string().meta({ description: 'The same for people, in the language of whoever asks.' }),
			problems: z
				.record(z.string(), z.object({ code: z.string(), message: z.string() }))
				.optional()
				.meta({ description: 'With 422: what is not right, by the name of the field.' }),
			scope: z.string().optional().meta({ description: 'With 403: the scope that the token lacks.' }),
			reference: z.string().optional().meta({
				description: 'With 500: what to tell whoever runs this server.',
			}),
		}),
	})
	.meta({ id: 'Problem' });

export type Problem = z.infer<typeof ProblemSchema>['error'];

/** The noes that any endpoint may give, before its own are asked. Each is a sentence `access.no.…`. */
export const codes = {
	400: ['not-json'],
	401: ['token-needed', 'token-not-good'],
	403: ['scope-lacking'],
	404: ['not-found'],
	405: ['not-this-way'],
	413: ['too-large'],
	415: ['json-needed'],
	422: ['not-right'],
	429: ['too-fast'],
	500: ['broken'],
} as const;
