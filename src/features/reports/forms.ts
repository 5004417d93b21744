import { z } from 'zod';
import { words } from '#platform/form-text.ts';
import { includings, reasons } from './report.ts';

/** `message:0198…`, or `line:` with who said it there and at which place. */
export const AboutName = z
	.string('needed')
	.max(120, 'not-right')
	.regex(/^[a-z-]{2,20}:[\w.-]{1,90}$/, 'not-right');

export const ReportForm = z.object({
	about: AboutName,
	reason: z.enum(reasons, 'needed'),
	include: z.enum(includings, 'not-right').default('words'),
	words: words(2000).default(''),
});
