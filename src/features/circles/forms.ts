import { z } from 'zod';
import { line, needed, whole, words } from '#platform/form-text.ts';

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
