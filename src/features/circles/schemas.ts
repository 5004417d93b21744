import { z } from 'zod';
import type { Circle, CircleDetails } from './circle.ts';

/** What programs send and are told of circles. The shapes of what people send by forms are in `forms.ts`. */
const moment = z
	.date()
	.transform((date) => date.toISOString())
	.pipe(z.iso.datetime());

const structures = ['structured', 'informal'] as const satisfies CircleDetails['structure'][];
const venues = ['online', 'in-person', 'both'] as const satisfies CircleDetails['venue'][];
const joinings = ['open', 'by-request', 'by-invitation'] as const satisfies CircleDetails['joining'][];
const states = ['gathering', 'resting', 'closed'] as const satisfies Circle['state'][];
const waits = ['asked', 'waiting', 'offered'] as const;

const Card = z.object({
	slug: z.string().meta({ description: 'Its name in addresses.' }),
	name: z.string(),
	about: z.string(),
	topics: z.array(z.string()),
	language: z.string().meta({ description: 'A BCP 47 tag.' }),
	structure: z.enum(structures),
	venue: z.enum(venues),
	capacity: z.int(),
	joining: z.enum(joinings),
	state: z.enum(states),
	observersWelcome: z.boolean(),
});

/** What this person is in a circle. */
const Mine = z.object({
	role: z.enum(['member', 'host']).nullable().meta({ description: 'Null without a seat.' }),
	observing: z.boolean(),
	waiting: z.enum(waits).nullable(),
});

export const CirclesSchema = z.object({
	circles: z.array(Card.extend({ taken: z.int(), me: Mine }).meta({ id: 'CircleOfMine' })),
});

const no = z.string().nullable().meta({ description: 'Why not; null for yes.' });

export const CircleSchema = Card.extend({
	address: z.string().nullable(),
	ageBand: z.enum(['adult', '13-17', '16-25']),
	agreements: z.object({
		text: z.string(),
		version: z.int(),
		accepted: z.boolean().meta({ description: 'Whether this person has accepted this version.' }),
	}),
	seats: z.int(),
	observers: z.int(),
	waiting: z.int(),
	topic: z.string().meta({ description: 'What to watch at `/live`.' }),
	change: z.int().meta({ description: 'The last change in its conversation.' }),
	me: Mine.extend({
		quietUntil: moment.nullable().meta({ description: 'Until when a host has asked them to listen.' }),
		id: z.uuid().nullable().meta({ description: 'Who they are as an author here; null for nobody yet.' }),
	}),
	may: z.object({ read: no, speak: no, askForSeat: no, observe: no }),
}).meta({ id: 'Circle' });

const Meeting = z.object({
	id: z.uuid(),
	startsAt: moment,
	minutes: z.int(),
	calledOff: z.boolean(),
	zone: z.string().nullable().meta({ description: 'The clocks it was called by; an IANA zone.' }),
});

export const MeetingsSchema = z.object({ meetings: z.array(Meeting.meta({ id: 'Meeting' })) });
export const MyMeetingsSchema = z.object({
	meetings: z.array(
		Meeting.extend({ circle: z.object({ slug: z.string(), name: z.string() }) }).meta({
			id: 'MeetingOfMine',
		}),
	),
});

export const AskBody = z.object({
	invitation: z.string().max(100, 'too-long').optional().meta({ description: 'From the link of a host.' }),
});
export const SeatSchema = z.object({
	seat: z.enum(['taken', 'asked', 'waiting']),
	place: z.int().optional().meta({ description: 'In the line; 1 is next.' }),
});
export const LeftSchema = z.object({ left: z.literal(true) });
export const ObservingSchema = z.object({ observing: z.boolean() });
export const AgreementsBody = z.object({
	version: z.int('not-a-number').min(1, 'too-few').max(999_999, 'too-many'),
});
export const AcceptedSchema = z.object({ accepted: z.int() });
