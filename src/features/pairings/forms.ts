import { z } from 'zod';
import { formats } from '#features/supporters/supporter.ts';
import { line } from '#platform/form-text.ts';

const startsAt = z.iso.datetime('needed').transform((text) => new Date(text));
const length = z
	.enum(['30', '60'], 'needed')
	.transform((minutes) => (minutes === '30' ? (30 as const) : (60 as const)));

export const SlotForm = z.object({ startsAt, length, format: z.enum(formats, 'needed') });

/** A time that a supporter offers, on their own clock. */
export const OwnTimeForm = SlotForm.omit({ startsAt: true }).extend({
	on: z.iso.date('needed'),
	at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'needed'),
});

export const SessionForm = z.object({ session: z.uuid('needed') });
export const MoveForm = SessionForm.extend({ startsAt });

/** A closing sentence, or none. */
export const EndForm = z.object({ words: line(300).default(''), clientId: z.uuid('needed') });
