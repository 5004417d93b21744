import { z } from 'zod';
import { line, needed, whole, words } from '#platform/form-text.ts';
import { isZone } from '#platform/time.ts';
import { stays } from './holding.ts';
import { holding, intents, slownesses } from './room.ts';

const tick = z
	.literal('yes')
	.optional()
	.transform((yes) => yes === 'yes');

/** One of these numbers, as a form writes it. */
const oneOf = (numbers: readonly number[]) =>
	z
		.string()
		.refine((text) => numbers.map(String).includes(text), 'not-right')
		.transform(Number);

export const RoomForm = z.object({
	name: needed(line(80)),
	about: words(2000).default(''),
	language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'needed'),
	heldBy: z
		.union([z.enum(holding).transform((one) => [one]), z.array(z.enum(holding)).max(holding.length)])
		.transform((duties) => holding.filter((duty) => duties.includes(duty))),
	agreements: needed(words(4000)),
	secondAt: whole(2, 1000).default(12),
	keepDays: whole(1, 365).default(90),
});

/** What is said once, when it opens. */
export const NewRoomForm = RoomForm.extend({
	ageBand: z.enum(['adult', '13-17', '16-25']),
	zone: z.string().max(60).refine(isZone, 'not-right'),
});

export const StateForm = z.object({ state: z.enum(['open', 'resting', 'closed']) });
export const LimitsForm = z.object({ keepDays: whole(1, 365) });

export const ComeInForm = z.object({ intent: z.enum(intents), firstTime: tick });
/** What a name may be is decided where it is used, as for nicknames. */
export const AliasForm = z.object({ name: z.string().max(400, 'too-long') });
export const AgreementsForm = z.object({ version: whole(1, 999_999) });
export const CornerForm = z.object({ corner: z.enum(['yes', 'no']).transform((yes) => yes === 'yes') });

export const StayForm = z.object({ stay: oneOf(stays) });
export const PersonForm = z.object({ alias: z.uuid('needed') });
export const PauseForm = PersonForm.extend({ minutes: whole(1, 1440) });
export const SlowForm = z.object({ seconds: oneOf(slownesses) });
export const PinForm = z.object({ words: needed(line(120)) });
export const UnpinForm = z.object({ topic: z.uuid('needed') });
export const AsideForm = z.object({ aside: z.uuid('needed') });
export const NoteForm = z.object({ words: needed(words(8000)) });
export const DropNoteForm = z.object({ note: z.uuid('needed') });
