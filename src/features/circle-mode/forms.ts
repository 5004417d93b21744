import { z } from 'zod';
import type { AliasId } from '#features/conversations/conversation.ts';
import { resonances } from '#features/conversations/message.ts';
import { needed, whole, words } from '#platform/form-text.ts';
import { questions, type Answers, type Question } from './after.ts';
import { kinds, mannerOf, MOST_STAGES, type Stage } from './script.ts';
import { removalReasons, ways } from './sitting.ts';

const tick = z
	.literal('yes')
	.optional()
	.transform((yes) => yes === 'yes');
const person = z.uuid('needed').transform((id) => id as AliasId);
const turn = whole(0, 999_999);
const way = z.enum(ways);

export const ComeForm = z.object({ way: way.default('speaking'), private: tick, wishes: tick });

const settings = {
	admission: z.enum(['seated', 'ask']),
	observers: tick,
	talk: z.enum(['text', 'aloud']),
};
const alone = <const Names extends readonly [string, ...string[]]>(...names: Names) =>
	z.object({ do: z.enum(names) });

/** Everything that a button at a meeting may ask for. */
export const ActForm = z.union([
	alone('sign', 'leave', 'raise', 'lower', 'sign-up', 'withdraw', 'return', 'call-steward'),
	alone('open', 'admit-all', 'lead', 'close'),
	z.object({ do: z.enum(['finish', 'pass', 'later', 'take', 'move-piece']), turn }),
	z.object({ do: z.enum(['admit', 'name-co-host', 'step-out']), who: person }),
	z.object({ do: z.literal('hear'), turn, who: person }),
	z.object({ do: z.literal('resonate'), turn, kind: z.enum(resonances) }),
	z.object({ do: z.literal('change-way'), way }),
	z.object({ do: z.literal('wish'), wishes: tick }),
	z.object({ do: z.literal('remove'), who: person, because: z.enum(removalReasons) }),
	z.object({ do: z.literal('move-on'), stage: whole(0, MOST_STAGES), anyway: tick }),
	z
		.object({ do: z.literal('settings'), ...settings })
		.transform(({ do: press, ...chosen }) => ({ do: press, settings: chosen })),
]);

export const AsideForm = z.object({ to: person, words: needed(words(2000)) });
export const DebriefForm = z.object({ words: needed(words(4000)) });

/** Each question is answered from 0 to 4, or left out. */
export const HowItWasForm = z
	.object(
		Object.fromEntries(
			questions.map((question) => [question, z.enum(['0', '1', '2', '3', '4', 'skip']).optional()]),
		) as Record<
			Question,
			z.ZodOptional<z.ZodEnum<{ '0': '0'; '1': '1'; '2': '2'; '3': '3'; '4': '4'; skip: 'skip' }>>
		>,
	)
	.transform((given) => {
		const answers: Answers = {};
		for (const question of questions) {
			const answer = given[question];
			if (answer !== undefined && answer !== 'skip') answers[question] = Number(answer);
		}
		return answers;
	});

/** One or several of a field that each part of a script has. */
const each = <Read>(schema: z.ZodType<Read, string>) =>
	z
		.union([z.string(), z.array(z.string())])
		.default([])
		.transform((given) => [given].flat())
		.pipe(z.array(schema).max(MOST_STAGES, 'too-many'));

/** What a host does to the script: save it, or first move, add or take out a part, or begin with a ready one. */
const change = z.string().regex(/^(save|add|ready:(sixty|ninety)|(up|down|out):\d{1,2})$/, 'needed');

export const PlanForm = z
	.object({
		change: change.default('save'),
		kind: each(z.enum(kinds)),
		minutes: each(whole(1, 120)),
		turn: each(whole(0, 60)),
		slots: each(whole(0, 50)),
		words: each(words(1000)),
		notes: each(words(1000)),
		text: each(words(4000)),
		...settings,
	})
	.transform(
		({ kind, minutes, turn: turns, slots, words: said, notes, text, change: wanted, ...chosen }) => ({
			change: wanted,
			settings: chosen,
			script: kind.map((of, at): Stage => ({
				kind: of,
				minutes: minutes[at] ?? 5,
				turn: turns[at] ?? 0,
				slots: mannerOf[of] === 'list' ? (slots[at] ?? 0) : 0,
				words: said[at] ?? '',
				notes: notes[at] ?? '',
				text: of === 'reading' ? (text[at] ?? '') : '',
			})),
		}),
	);
