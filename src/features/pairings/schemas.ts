import { z } from 'zod';
import { lengths } from '#features/supporters/availability.ts';
import { formats } from '#features/supporters/supporter.ts';
import { line } from '#platform/form-text.ts';

/** What programs send and are told of pairings. The shapes of what people send by forms are in `forms.ts`. */
const moment = z
	.date()
	.transform((date) => date.toISOString())
	.pipe(z.iso.datetime());

const asked = z.iso.datetime('not-right').transform((text) => new Date(text));

const Pairing = z.object({
	id: z.uuid(),
	other: z.string().nullable().meta({ description: 'What the other is called; null once they have gone.' }),
	supporting: z.boolean().meta({ description: 'Whether this person is there for the other.' }),
	nextAt: moment
		.nullable()
		.meta({ description: 'When their next session begins, or the one that is on began.' }),
	endedAt: moment.nullable(),
});

export const PairingsSchema = z.object({ pairings: z.array(Pairing.meta({ id: 'PairingOfMine' })) });

const no = z.string().nullable().meta({ description: 'Why not; null for yes.' });

export const PairingSchema = Pairing.extend({
	topic: z.string().meta({ description: 'What to watch at `/live`.' }),
	change: z.int().meta({ description: 'The last change in its conversation.' }),
	me: z.object({
		id: z.uuid().nullable().meta({ description: 'Who they are as an author here; null for nobody yet.' }),
	}),
	may: z.object({ read: no, speak: no, book: no }),
}).meta({ id: 'Pairing' });

const Session = z.object({
	id: z.uuid(),
	startsAt: moment,
	endsAt: moment,
	format: z.enum(formats),
	place: z.string().nullable().meta({ description: 'Roughly where, for a session in person.' }),
	series: z.uuid().nullable().meta({ description: 'The same for those that were booked together.' }),
});

export const SessionsSchema = z.object({ sessions: z.array(Session.meta({ id: 'Session' })) });

export const TimesQuery = z.object({
	length: z
		.enum(['30', '60'], 'not-right')
		.default('30')
		.transform(Number)
		.pipe(z.literal(lengths))
		.meta({ description: 'Minutes: 30 or 60.' }),
});
export const TimesSchema = z.object({
	formats: z.array(z.enum(formats)),
	starts: z.array(moment).meta({ description: 'The soonest; whoever plans further ahead asks again later.' }),
});

export const BookBody = z.object({
	startsAt: asked,
	length: z.literal(lengths, 'not-right').meta({ description: 'Minutes.' }),
	format: z.enum(formats, 'not-right'),
	place: line(120).default('').meta({ description: 'Roughly where; needed in person.' }),
});
export const MoveBody = z.object({ startsAt: asked });
export const CallOffQuery = z.object({
	which: z
		.enum(['one', 'rest'], 'not-right')
		.default('one')
		.meta({ description: '`rest`: with it, those of its series that come after it.' }),
});
export const BookedSchema = z.object({ session: z.uuid() });
