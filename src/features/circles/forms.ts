import { z } from 'zod';
import { hidingReasons, resonances } from './message.ts';

/** Characters that could turn the text around them right to left, or hide; nobody needs them to be understood. */
const invisible = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

const line = (most: number) =>
	z
		.string()
		.max(most * 4, 'too-long')
		.transform((text) => text.normalize('NFC').replace(invisible, ' ').replace(/\s+/g, ' ').trim())
		.pipe(z.string().max(most, 'too-long'));

/** Several lines; line breaks stay, other control characters go. */
const words = (most: number) =>
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

const needed = (text: z.ZodType<string, string>) => text.pipe(z.string().min(1, 'needed'));

const whole = (least: number, most: number) =>
	z
		.string()
		.regex(/^\d{1,6}$/, 'not-a-number')
		.transform(Number)
		.pipe(z.number().min(least, 'too-few').max(most, 'too-many'));

export const CircleForm = z
	.object({
		name: needed(line(80)),
		about: words(2000).default(''),
		topics: line(300)
			.default('')
			.transform((text) => [...new Set(text.split(/[,;،]/).map((topic) => topic.trim().toLowerCase()))])
			.transform((topics) => topics.filter((topic) => topic !== '').slice(0, 12)),
		language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'needed'),
		structure: z.enum(['structured', 'informal']),
		venue: z.enum(['online', 'in-person', 'both']),
		address: line(300)
			.default('')
			.transform((address) => address || null),
		capacity: whole(2, 10_000).default(8),
		joining: z.enum(['open', 'by-request', 'by-invitation']),
		observersWelcome: z
			.literal('yes')
			.optional()
			.transform((yes) => yes === 'yes'),
		agreements: needed(words(4000)),
	})
	.refine(({ venue, address }) => venue === 'online' || address, {
		path: ['address'],
		message: 'address-needed',
	})
	.transform((circle) => (circle.venue === 'online' ? { ...circle, address: null } : circle));

export const MessageForm = z.object({
	body: needed(words(4000)),
	contentNote: line(80).default(''),
	replyTo: whole(1, 999_999)
		.optional()
		.or(z.literal('').transform(() => undefined)),
	/** Made by the browser, or by the page when there is no script; sending again with the same one is harmless. */
	clientId: z.uuid('needed'),
});

export const PlaceForm = z.object({ place: whole(1, 999_999) });
export const HideForm = PlaceForm.extend({ because: z.enum(hidingReasons) });
export const ResonateForm = PlaceForm.extend({ kind: z.enum(resonances) });
/** What a name may be is decided where it is used, as for nicknames. */
export const AliasForm = z.object({ name: z.string().max(400, 'too-long') });
export const PersonForm = z.object({ alias: z.uuid('needed') });
export const PauseForm = PersonForm.extend({ hours: whole(1, 168) });
export const WaitAnswerForm = z.object({ waiter: z.uuid('needed'), answer: z.enum(['yes', 'no']) });
export const AgreementsForm = z.object({ version: whole(1, 999_999) });

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'needed');
const localDate = z.iso.date('needed');

/** The weekday is that of the first day. */
export const MeetingForm = z.object({
	every: z.enum(['once', 'weeks', 'month']),
	since: localDate,
	at: localTime,
	minutes: whole(10, 600).default(90),
	zone: z.string().min(1, 'needed').max(60),
	n: whole(1, 52).default(1),
	nth: z.enum(['1', '2', '3', '4', '5', '-1']).default('1'),
});

export const CallOffForm = z.object({ meeting: z.uuid('needed') });
export const ScheduleForm = z.object({ schedule: z.uuid('needed') });
export const StateForm = z.object({ state: z.enum(['gathering', 'resting', 'closed']) });
