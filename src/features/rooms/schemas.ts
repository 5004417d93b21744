import { z } from 'zod';
import { intents } from './room.ts';

/** What programs send and are told of rooms. The shapes of what people send by forms are in `forms.ts`. */
const moment = z
	.date()
	.transform((date) => date.toISOString())
	.pipe(z.iso.datetime());

const Card = z.object({
	slug: z.string().meta({ description: 'Its name in addresses.' }),
	name: z.string(),
	about: z.string(),
	language: z.string().meta({ description: 'A BCP 47 tag.' }),
	open: z.boolean().meta({ description: 'Whether somebody holds it at this moment.' }),
	opensAt: moment.nullable().meta({
		description: 'When it opens next, as the rota says; null while it is open, or when nobody has signed up.',
	}),
	holders: z.array(z.string()).meta({ description: 'What those who hold it are called there.' }),
});

export const RoomsSchema = z.object({ rooms: z.array(Card.meta({ id: 'RoomOnTheList' })) });

const no = z.string().nullable().meta({ description: 'Why not; null for yes.' });

export const RoomSchema = Card.extend({
	agreements: z.object({
		text: z.string(),
		version: z.int(),
		accepted: z.boolean().meta({ description: 'Whether this person has accepted this version.' }),
	}),
	topic: z.string().meta({ description: 'What to watch at `/live`.' }),
	change: z.int().meta({ description: 'The last change in its conversation.' }),
	me: z.object({
		in: z.boolean(),
		id: z.uuid().nullable().meta({ description: 'Who they are as an author here; null for nobody yet.' }),
	}),
	may: z.object({ comeIn: no, read: no, speak: no }),
}).meta({ id: 'Room' });

export const ComeInBody = z.object({
	intent: z.enum(intents).default('read').meta({ description: 'To talk, or just to read.' }),
	firstTime: z
		.boolean()
		.default(false)
		.meta({ description: 'So that whoever holds the room can say hello.' }),
});
export const InSchema = z.object({ in: z.boolean() });
export const RoomAgreementsBody = z.object({
	version: z.int('not-a-number').min(1, 'too-few').max(999_999, 'too-many'),
});
export const RoomAcceptedSchema = z.object({ accepted: z.int() });
