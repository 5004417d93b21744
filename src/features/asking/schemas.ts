import { z } from 'zod';
import { wishAbout } from '#features/matching/member.ts';
import { languages } from '#features/people/about.ts';
import { livedCodes } from '#features/people/lived.ts';
import { styles, type SupporterId } from '#features/supporters/supporter.ts';
import { helps, ways } from './ask.ts';
import { AskWhoForm } from './forms.ts';
import { MOST_LIVED, partsOfWeek, type Fit } from './fit.ts';

/** What programs send and are told of asking. The shapes of what people send by forms are in `forms.ts`. */
const moment = z
	.date()
	.transform((date) => date.toISOString())
	.pipe(z.iso.datetime());

const language = z.enum(languages).meta({ description: 'A BCP 47 tag.' });

const Waiting = z.object({
	way: z.enum(ways).meta({ description: 'Whom it is put to.' }),
	help: z.enum(helps),
	whom: z.string().nullable().meta({ description: 'Whom they asked by name; nobody else is named.' }),
	openUntil: moment
		.nullable()
		.meta({ description: 'An answer may come until then; null: it lies before nobody.' }),
	mayBend: z.boolean().meta({ description: 'A day has passed; wishes may be let bend.' }),
	handedOn: z.boolean().meta({ description: 'Two days have passed; a coordinator looks at it, too.' }),
});

export const WaitingSchema = z.object({
	waiting: Waiting.meta({ id: 'Waiting' }).nullable().meta({ description: 'Null for nothing asked.' }),
});

export const AskBody = AskWhoForm;

export const SuggestionsSchema = z.object({
	suggestions: z.array(
		z
			.object({
				id: z.uuid(),
				nickname: z.string(),
				greeting: z.string(),
				languages: z.array(z.string()),
				reasons: z.array(z.string()).meta({ description: 'Why, the strongest first.' }),
			})
			.meta({ id: 'Suggestion' }),
	),
});

const fit = {
	languages: z.array(language).max(20),
	enoughLanguages: z.array(language).max(20),
	atHome: z.boolean(),
	lived: z.array(z.enum(livedCodes)).max(MOST_LIVED).meta({ description: 'What matters most first.' }),
	styles: z.array(z.enum(styles)),
	wishes: z
		.array(
			z.object({
				about: z.enum(wishAbout),
				anyOf: z.array(z.string().min(1).max(60)).min(1).max(10),
				strength: z.enum(['must', 'nice']),
			}),
		)
		.max(wishAbout.length),
	times: z.array(z.enum(partsOfWeek)),
	anyHour: z.boolean(),
	avoids: z.array(z.uuid().transform((id) => id as SupporterId)).max(200),
};

export const FitSchema = z.object({
	fit: z
		.object({
			...fit,
			languages: z.array(z.string()),
			enoughLanguages: z.array(z.string()),
			lived: z.array(z.string()),
			avoids: z.array(z.string()),
		})
		.meta({ id: 'Fit' })
		.nullable(),
});

export const FitBody = z
	.object(fit)
	.refine((told) => told.languages.length + told.enoughLanguages.length > 0, {
		path: ['languages'],
		message: 'needed',
	})
	.transform((told): Fit => told);

export const CardsSchema = z.object({
	cards: z.array(
		z
			.object({ id: z.uuid(), help: z.enum(helps), avoid: z.string(), language: z.string(), until: moment })
			.meta({ id: 'Card' }),
	),
});

export const AnswerBody = z.object({ answer: z.enum(['yes', 'no'], 'needed') });
export const AnsweredSchema = z.object({
	pairing: z.uuid().nullable().meta({ description: 'The talk that a yes began.' }),
});
