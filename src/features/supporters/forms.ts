import { z } from 'zod';
import { languages } from '#features/people/about.ts';
import { livedCodes } from '#features/people/lived.ts';
import { line, needed, ticks, whole, words } from '#platform/form-text.ts';
import { isoWeekdays } from './availability.ts';
import { coolDowns, formats, showings, styles, type SupporterPage } from './supporter.ts';

export const PageForm = z
	.object({
		greeting: needed(words(600)),
		lived: ticks(livedCodes),
		livedShown: z.enum(showings, 'needed'),
		notTaken: ticks(livedCodes),
		languages: ticks(languages).refine((some) => some.length > 0, 'needed'),
		enoughLanguages: ticks(languages),
		gender: line(60).default(''),
		age: line(60).default(''),
		culture: line(60).default(''),
		identity: line(60).default(''),
		faith: line(60).default(''),
		furtherAlong: z.literal('yes').optional(),
		styles: ticks(styles),
		formats: ticks(formats).refine((some) => some.length > 0, 'needed'),
	})
	.transform(({ gender, age, culture, identity, faith, furtherAlong, ...page }): SupporterPage => ({
		...page,
		furtherAlong: furtherAlong === 'yes',
		foundBy: { gender, age, culture, identity, faith },
	}));

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'needed');

export const HoursForm = z
	.object({
		weekday: ticks(['1', '2', '3', '4', '5', '6', '7']).refine((some) => some.length > 0, 'needed'),
		from: time,
		until: time,
	})
	.transform(({ weekday, from, until }) =>
		isoWeekdays
			.filter((day) => weekday.includes(`${day}` as const))
			.map((day) => ({ weekday: day, from, until })),
	);

/** Days away, or with other hours. Without a last day it is one day. */
export const ExceptionForm = z
	.object({
		firstOn: z.iso.date('needed'),
		lastOn: z.literal('').or(z.iso.date('not-right')).default(''),
		from: z.literal('').or(time).default(''),
		until: z.literal('').or(time).default(''),
	})
	.transform(({ lastOn, ...form }) => ({ ...form, lastOn: lastOn || form.firstOn }))
	.refine(({ firstOn, lastOn }) => firstOn <= lastOn, { path: ['lastOn'], message: 'not-right' })
	.refine(({ from, until }) => (from === '') === (until === ''), { path: ['until'], message: 'needed' })
	.transform(({ firstOn, lastOn, from, until }) => ({
		firstOn,
		lastOn,
		window: from === '' ? null : { from, until },
	}));

export const DropForm = z.object({ id: z.uuid('needed') });

export const LimitsForm = z.object({
	pairings: whole(1, 20),
	newAWeek: whole(0, 20),
	hoursAWeek: whole(1, 168),
	nightsAWeek: whole(0, 7),
	noticeHours: whole(0, 336),
	aheadDays: whole(1, 180),
	bufferMinutes: whole(0, 240),
});

export const RestForm = z.object({ resting: z.enum(['yes', 'no']) });
/** Hours of quiet after a heavy talk; none to be back. */
export const CoolForm = z
	.object({ hours: z.enum(['0', ...coolDowns.map(String)], 'needed') })
	.transform(({ hours }) => ({ hours: Number(hours) }));

/** Both empty: there are none. */
export const OffHoursForm = z
	.object({ offFrom: z.literal('').or(time).default(''), offUntil: z.literal('').or(time).default('') })
	.refine(({ offFrom, offUntil }) => (offFrom === '') === (offUntil === ''), {
		path: ['offUntil'],
		message: 'needed',
	})
	.transform(({ offFrom, offUntil }) => (offFrom === '' ? null : { from: offFrom, until: offUntil }));

export const OpenForm = z.object({ open: z.enum(['yes', 'no']) });
