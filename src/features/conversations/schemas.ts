import { z } from 'zod';
import { MessageForm } from './forms.ts';
import { resonances } from './message.ts';

/** A change or a place as an address names it; there are fewer than two thousand million. */
const number = z
	.string()
	.regex(/^\d{1,10}$/, 'not-a-number')
	.transform(Number)
	.pipe(
		z
			.int('not-a-number')
			.min(0, 'too-few')
			.max(2 ** 31 - 1, 'too-many'),
	);

/** What programs send and are told of a conversation. The shapes of what people send by forms are in `forms.ts`. */
export const MessageSchema = z
	.object({
		place: z.int().meta({ description: '1, 2, 3… in the order in which messages were said.' }),
		change: z.int().meta({ description: 'Grows with every change to anything in this conversation.' }),
		author: z.object({
			id: z.uuid().meta({ description: 'Who it is in this conversation, and nowhere else.' }),
			name: z.string(),
		}),
		state: z.enum(['said', 'hidden', 'gone']),
		body: z.string().meta({ description: 'Empty where this person may not read it, or it is gone.' }),
		contentNote: z.string(),
		replyTo: z.int().nullable(),
		postedAt: z.iso.datetime(),
		edited: z.boolean(),
		hiddenBecause: z.string(),
		resonances: z.array(z.enum(resonances)).readonly(),
	})
	.meta({ id: 'Message' });

export const MessagesQuery = z
	.object({
		after: number
			.optional()
			.meta({ description: 'Everything that changed after this change, oldest change first.' }),
		before: number.optional().meta({ description: 'What was said before this place, oldest first.' }),
	})
	.refine(({ after, before }) => after === undefined || before === undefined, {
		path: ['before'],
		message: 'not-right',
	});

export const MessagesSchema = z.object({
	messages: z.array(MessageSchema),
	change: z.int().meta({ description: 'Ask again with `after` this, and nothing is missed.' }),
	more: z.boolean().meta({ description: 'Whether there is more in the direction that was asked for.' }),
	before: z
		.int()
		.nullable()
		.meta({ description: 'Ask with `before` this for what was said earlier; null when that is all.' }),
});

const { shape } = MessageForm;

export const SayBody = z.object({
	body: shape.body.meta({ maxLength: 4000 }),
	contentNote: shape.contentNote.meta({ maxLength: 80 }),
	replyTo: z.int('not-a-number').min(1, 'too-few').max(999_999, 'too-many').optional(),
	clientId: shape.clientId.meta({
		description:
			'Made by the program, a new one for each message. Sent again with it, it is the same message.',
	}),
});

export const ChangeBody = SayBody.pick({ body: true, contentNote: true });
export const ResonateBody = z.object({ kind: z.enum(resonances, 'needed') });
export const SaidSchema = z.object({
	place: z
		.int()
		.nullable()
		.meta({ description: 'Where it stands; null while it waits to be read by somebody.' }),
	held: z.boolean().meta({
		description:
			'Whether it waits: somebody new here has told how to reach them elsewhere. Only they see it until then.',
	}),
	card: z.uuid().nullable().meta({
		description:
			'What lies before whoever wrote it, at `/me/cards/{card}`: help, where the words carry danger.',
	}),
});

export const PlaceSchema = z.object({ place: z.int() });
