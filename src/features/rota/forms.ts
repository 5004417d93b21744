import { z } from 'zod';
import { duties } from '#features/people/person.ts';
import { weekdays } from '#platform/recurrence/calendar-days.ts';
import { rotaKinds } from './rota.ts';

/** Characters that could turn the text around them right to left, or hide; nobody needs them to be understood. */
const invisible = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

const line = (most: number) =>
	z
		.string()
		.max(most * 4, 'too-long')
		.default('')
		.transform((text) => text.normalize('NFC').replace(invisible, ' ').replace(/\s+/g, ' ').trim())
		.pipe(z.string().max(most, 'too-long'));

const whole = (least: number, most: number) =>
	z
		.string()
		.regex(/^\d{1,6}$/, 'not-a-number')
		.transform(Number)
		.pipe(z.number().min(least, 'too-few').max(most, 'too-many'));

/** A number that may be left open. */
const wholeOrNone = (least: number, most: number) =>
	z
		.literal('')
		.transform(() => null)
		.or(whole(least, most))
		.default(null);

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'needed');
const localDate = z.iso.date('needed');
const id = z.uuid('needed');

/** One tick comes as text, several as a list, none not at all. */
const ticks = <Each extends string>(among: readonly Each[]) =>
	z
		.union([z.string().transform((one) => [one]), z.array(z.string())])
		.default([])
		.transform((chosen) => among.filter((each) => chosen.includes(each)));

export const RotaForm = z.object({
	name: line(80).pipe(z.string().min(1, 'needed')),
	kind: z.enum(rotaKinds),
	zone: z.string().min(1, 'needed').max(60),
	heldBy: ticks(duties).pipe(z.array(z.enum(duties)).min(1, 'needed')),
	least: whole(1, 50).default(1),
	onePer: wholeOrNone(1, 10_000),
	spare: whole(0, 50).default(1),
	nightFrom: localTime.default('23:00'),
	nightUntil: localTime.default('06:00'),
});

export const RotaChangeForm = RotaForm.omit({ zone: true });

const expected = wholeOrNone(0, 100_000);

export const PatternForm = z.object({
	every: z.enum(['weeks', 'month']),
	n: whole(1, 52).default(1),
	weekdays: ticks(weekdays),
	nth: z.enum(['1', '2', '3', '4', '5', '-1']).default('1'),
	since: localDate,
	at: localTime,
	until: localTime,
	expected,
});

export const SingleForm = z.object({ on: localDate, at: localTime, until: localTime, expected });

export const ShiftForm = z.object({ shift: id });
export const PatternIdForm = z.object({ pattern: id });
export const ExpectForm = PatternIdForm.extend({ expected });
export const SwapIdForm = z.object({ swap: id });
export const CoverForm = ShiftForm.extend({ word: line(300) });
export const TakeCoverForm = ShiftForm.extend({ from: id });
export const SwapAnswerForm = SwapIdForm.extend({ answer: z.enum(['yes', 'no']) });
/** What is wanted of whom: a shift and who holds it, chosen as one thing. */
export const SwapForm = z.object({
	mine: id,
	theirs: z
		.string()
		.regex(/^[0-9a-f-]{36} [0-9a-f-]{36}$/, 'needed')
		.transform((both) => ({ shift: both.slice(0, 36), person: both.slice(37) })),
});
/** That there has to be a reason is decided where it is used. */
export const PutOnForm = ShiftForm.extend({ person: id, because: line(300) });

export const LimitsForm = z.object({
	hoursAWeek: whole(1, 168),
	nightsAWeek: whole(0, 7),
	restHours: whole(0, 72),
});
export const OwnLimitsForm = z.object({
	hoursAWeek: wholeOrNone(0, 168),
	nightsAWeek: wholeOrNone(0, 7),
	restHours: wholeOrNone(0, 72),
});
