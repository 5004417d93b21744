import { z } from 'zod';

/** Characters that could turn the text around them right to left, or hide; nobody needs them to be understood. */
const invisible = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** One line of text: normalised, without control or direction characters, at most so many characters long. */
export const line = (most: number) =>
	z
		.string()
		.max(most * 4, 'too-long')
		.transform((text) => text.normalize('NFC').replace(invisible, ' ').replace(/\s+/g, ' ').trim())
		.pipe(z.string().max(most, 'too-long'));

/** Several lines; line breaks stay, other control characters go. */
export const words = (most: number) =>
	z
		.string()
		.max(most * 4, 'too-long')
		.transform((text) =>
			text
				.normalize('NFC')
				.replace(/\r\n?/g, '\n')
				.replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
				.replace(/\n{4,}/g, '\n\n\n')
				.trim(),
		)
		.pipe(z.string().max(most, 'too-long'));

/** The same, and not empty. */
export const needed = (text: z.ZodType<string, string>) => text.pipe(z.string().min(1, 'needed'));

/** A whole number as a form sends it. */
export const whole = (least: number, most: number) =>
	z
		.string()
		.regex(/^\d{1,6}$/, 'not-a-number')
		.transform(Number)
		.pipe(z.number().min(least, 'too-few').max(most, 'too-many'));

/** One tick comes as text, several as a list, none not at all. */
export const ticks = <Each extends string>(among: readonly Each[]) =>
	z
		.union([z.string().transform((one) => [one]), z.array(z.string())])
		.default([])
		.transform((chosen) => among.filter((each) => chosen.includes(each)));
