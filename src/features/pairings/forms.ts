import { z } from 'zod';
import { formats } from '#features/supporters/supporter.ts';
import { line, whole } from '#platform/form-text.ts';
import { LEAST_IN_SERIES, MOST_IN_SERIES } from './series.ts';

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

/** Roughly where, said before it is booked. */
const place = line(120).default('');
export const ConfirmForm = SessionForm.extend({ place });
export const CallOffForm = SessionForm.extend({ which: z.enum(['one', 'rest']).default('one') });

/** How a series begins; what of it was agreed to comes along, so that nothing else is booked. */
export const SeriesForm = SlotForm.extend({
	times: whole(LEAST_IN_SERIES, MOST_IN_SERIES),
	agreed: z.union([startsAt.transform((one) => [one]), z.array(startsAt)]).default([]),
	place,
});
export const PlanForm = SeriesForm.pick({ startsAt: true, length: true, format: true, times: true });

export const WaitNoLongerForm = z.object({ wait: z.uuid('needed') });

/** A closing sentence, or none. */
export const EndForm = z.object({ words: line(300).default(''), clientId: z.uuid('needed') });
