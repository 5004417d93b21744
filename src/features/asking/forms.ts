import { z } from 'zod';
import { wishAbout, type Wish } from '#features/matching/member.ts';
import { languages } from '#features/people/about.ts';
import { livedCodes } from '#features/people/lived.ts';
import { foundBy, styles, type SupporterId } from '#features/supporters/supporter.ts';
import { line, ticks, words } from '#platform/form-text.ts';
import { helps, ways } from './ask.ts';
import { MOST_LIVED, partsOfWeek, type Fit } from './fit.ts';

export const AskForm = z.object({
	help: z.enum(helps, 'needed'),
	avoid: words(500).default(''),
	language: z.enum(languages, 'needed'),
});

/** The same, and to whom: a supporter who was suggested, the first who has room, or whoever the next matching finds. */
export const AskWhoForm = AskForm.extend({
	to: z.enum(ways, 'needed').or(z.uuid('needed')),
});

export const OfferForm = z.object({ offer: z.uuid('needed') });

const tick = z
	.literal('yes')
	.optional()
	.transform((ticked) => ticked === 'yes');
const lived = z
	.string()
	.default('')
	.transform((code) => (livedCodes.includes(code) ? [code] : []));
const ids = z
	.union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(200)])
	.default([])
	.transform((some) => some as SupporterId[]);

/** What fits, as the page of it is filled in: each wish has its words and whether it has to be. */
export const FitForm = z
	.object({
		languages: ticks(languages),
		enoughLanguages: ticks(languages),
		atHome: tick,
		lived1: lived,
		lived2: lived,
		lived3: lived,
		livedMust: tick,
		styles: ticks(styles),
		styleMust: tick,
		gender: line(60).default(''),
		genderMust: tick,
		age: line(60).default(''),
		ageMust: tick,
		culture: line(60).default(''),
		cultureMust: tick,
		identity: line(60).default(''),
		identityMust: tick,
		faith: line(60).default(''),
		faithMust: tick,
		furtherAlong: tick,
		furtherAlongMust: tick,
		times: ticks(partsOfWeek),
		anyHour: tick,
		avoids: ids,
	})
	.refine((form) => form.languages.length + form.enoughLanguages.length > 0, {
		path: ['languages'],
		message: 'needed',
	})
	.transform((form): Fit => {
		const named = [...new Set([...form.lived1, ...form.lived2, ...form.lived3])].slice(0, MOST_LIVED);
		const musts: Wish[] = [];
		if (form.livedMust && named.length > 0) musts.push({ about: 'lived', anyOf: named, strength: 'must' });
		if (form.styleMust && form.styles.length > 0)
			musts.push({ about: 'style', anyOf: form.styles, strength: 'must' });
		const wished = foundBy.flatMap((about): Wish[] =>
			form[about] === ''
				? []
				: [{ about, anyOf: [form[about]], strength: form[`${about}Must`] ? 'must' : 'nice' }],
		);
		const further: Wish[] = form.furtherAlong
			? [{ about: 'further-along', anyOf: ['yes'], strength: form.furtherAlongMust ? 'must' : 'nice' }]
			: [];
		return {
			languages: form.languages,
			enoughLanguages: form.enoughLanguages.filter((code) => !form.languages.includes(code)),
			atHome: form.atHome,
			lived: named,
			styles: form.styles,
			wishes: [...musts, ...wished, ...further],
			times: form.times,
			anyHour: form.anyHour,
			avoids: form.avoids,
		};
	});

export const BendForm = z.object({ bend: z.enum(['fluency', 'time', ...wishAbout], 'needed') });

/** Whether the one before is told that one goes on to somebody else. */
export const AnotherForm = z.object({ tell: z.enum(['yes', 'no'], 'needed') });

export const TaskForm = z.object({ task: z.uuid('needed') });
export const PutForm = z.object({ supporter: z.uuid('needed') });
