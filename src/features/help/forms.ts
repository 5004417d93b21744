import { z } from 'zod';
import { audiences, costs, topics, type Hours } from '#features/safety/lines/line.ts';
import { line, needed, ticks } from '#platform/form-text.ts';
import type { Details } from './lines.ts';

const time = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-right')
	.or(z.literal(''))
	.default('');

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

const optional = (most: number) =>
	line(most)
		.default('')
		.transform((text) => text || null);

/** What one dials or writes to inside the country. */
const number = line(30)
	.default('')
	.pipe(z.string().regex(/^([*\d][\d -]*)?$/, 'not-right'))
	.transform((text) => text || null);

/** Several, with commas between. */
const list = (most: number) =>
	line(most)
		.default('')
		.transform((text) =>
			text
				.split(',')
				.map((each) => each.trim())
				.filter(Boolean),
		);

export const LineForm = z
	.object({
		name: needed(line(120)),
		dial: number,
		press: z
			.string()
			.regex(/^\d?$/, 'not-right')
			.default('')
			.transform((text) => text || null),
		smsTo: number,
		smsBody: optional(40),
		chat: optional(120),
		relay: optional(120),
		regions: list(300),
		for: ticks(audiences),
		topics: ticks(topics),
		languages: list(120).pipe(
			z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/, 'not-right')).min(1, 'needed'),
		),
		/** `same`: as they were. */
		hours: z.enum(['always', 'unknown', 'weekly', 'same']).default('unknown'),
		weekdays: ticks(weekdays),
		from: time,
		until: time,
		cost: z.enum(costs).default('unknown'),
		sends: z.enum(['yes', 'no', 'unknown']).default('unknown'),
		source: needed(line(300)).pipe(z.url({ protocol: /^https?$/, error: 'not-right' })),
	})
	.refine(({ dial, smsTo, chat }) => dial ?? smsTo ?? chat, { path: ['dial'], message: 'needed' })
	.refine(({ topics }) => topics.length > 0, { path: ['topics'], message: 'needed' })
	.refine((all) => all.hours !== 'weekly' || (all.weekdays.length > 0 && all.from && all.until), {
		path: ['from'],
		message: 'needed',
	});

/** What was written, as a line. Hours are on the clock of whoever wrote them, unless they stay `before`. */
export function detailsIn(
	{ smsTo, smsBody, hours, weekdays, from, until, sends, for: whom, ...rest }: z.output<typeof LineForm>,
	{ zone, before }: { zone: string; before: Hours },
): Details {
	const weekly = { zone, weekly: [{ days: weekdays.map(Number), from, until }] };
	return {
		...rest,
		for: whom.length === 0 || whom.includes('everyone') ? ['everyone'] : whom,
		sms: smsTo === null ? null : { to: smsTo, body: smsBody },
		hours: { always: 'always' as const, unknown: null, weekly, same: before }[hours],
		sends_emergency: sends,
	};
}

export const WhichLineForm = z.object({ line: z.string().min(1, 'needed').max(80, 'not-right') });
