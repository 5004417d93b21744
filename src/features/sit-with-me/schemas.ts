import { z } from 'zod';
import { languages } from '#features/people/about.ts';
import { helps } from './card.ts';

/** What programs send and are told of talking with somebody now. */
const moment = z
	.date()
	.transform((date) => date.toISOString())
	.pipe(z.iso.datetime());

export const NowBody = z.object({
	help: z.enum(helps, 'needed').meta({ description: 'What would help.' }),
	avoid: z.string().max(500, 'too-long').default('').meta({ description: 'What to avoid, in their words.' }),
	language: z.enum(languages, 'needed').meta({ description: 'In which language: a BCP 47 tag.' }),
});

export const NowSchema = z
	.object({
		state: z.enum(['nothing-asked', 'waiting', 'nobody-came', 'paired']).meta({
			description:
				'Where this person stands: `nobody-came` stays until they ask again or leave, `paired` for a day.',
		}),
		topic: z.string().nullable().meta({ description: 'What to watch at `/live` while they wait.' }),
		there: z.enum(['free', 'all-in-talks', 'nobody']).meta({
			description: 'Whether somebody is there for talks in their language and age band.',
		}),
		wait: z
			.object({
				least: z.int(),
				most: z.int().nullable().meta({ description: 'Null where lately some were not reached at all.' }),
			})
			.nullable()
			.meta({ description: 'In how many minutes, as it was lately; null where too few have asked to tell.' }),
		keptOfTen: z.int().nullable().meta({
			description: 'Of ten who were told a time lately, how many were reached within it.',
		}),
		withYouAt: moment.nullable().meta({ description: 'When somebody who has seen them will be there.' }),
		endsAt: moment.nullable().meta({ description: 'When the wait is over if nobody comes.' }),
		pairing: z.uuid().nullable().meta({ description: 'The talk that has begun, at `/pairings/…`.' }),
	})
	.meta({ id: 'Now' });

export const LeftSchema = z.object({ waiting: z.boolean() });
