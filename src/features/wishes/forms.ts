import { z } from 'zod';
import { ticks, words } from '#platform/form-text.ts';
import { audiences, headings, LONGEST, type Heading } from './wishes.ts';

const underHeading = words(LONGEST).default('');

export const WishesForm = z
	.object({
		...(Object.fromEntries(headings.map((heading) => [heading, underHeading])) as Record<
			Heading,
			typeof underHeading
		>),
		/** The version that was on the page when it was written on. */
		version: z
			.string()
			.regex(/^\d{1,6}$/, 'not-right')
			.transform(Number),
		audience: ticks(audiences),
	})
	.transform(({ version, audience, ...words }) => ({ version, audience, words }));
