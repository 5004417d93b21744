import { z } from 'zod';
import { languages } from '#features/people/about.ts';
import { SignUpForm } from '#features/people/forms.ts';
import { helps } from './card.ts';
import { whole, words } from '#platform/form-text.ts';
import { inAbout, waits } from './waiting.ts';

export const NowForm = z.object({
	help: z.enum(helps, 'needed'),
	avoid: words(500).default(''),
	language: z.enum(languages, 'needed'),
});

/** The same from somebody nobody knows yet, who says in the same breath what to call them. */
export const NewcomerForm = SignUpForm.pick({ nickname: true, ageBand: true, sharedDevice: true }).extend(
	NowForm.shape,
);

export const HereForm = z.object({
	until: z.iso.datetime('needed').transform((text) => new Date(text)),
});

export const WaitingForm = z.object({ ask: z.uuid('needed') });
export const NoticeForm = WaitingForm.extend({
	minutes: z
		.enum(inAbout.map(String), 'needed')
		.transform((chosen) => inAbout.find((each) => String(each) === chosen)!),
});

export const WaitLimitForm = z.object({ minutes: whole(waits.least, waits.most) });
