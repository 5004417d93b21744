import type { Need } from '#features/tastes/need.ts';
import { askForGroup } from '#features/tastes/server/index.ts';
import { daysBefore, type Stage } from './stage.ts';

/** Groups that people missed here, days before now. Some are missed often, some by one person. */
const missed: readonly (Need & { ago: number; words?: string })[] = [
	{ ago: 2, topic: 'caring', language: 'en', time: 'night', format: 'text' },
	{
		...{ ago: 9, topic: 'caring', language: 'en', time: 'night', format: 'text' },
		words: 'Something for after midnight, when she is asleep and I am not.',
	},
	{ ago: 20, topic: 'caring', language: 'en', time: 'evening', format: 'online' },
	{ ago: 41, topic: 'caring', language: 'es', time: 'night', format: 'any' },
	{ ago: 12, topic: 'chronic-illness', language: 'en', time: 'daytime', format: 'text' },
	{ ago: 30, topic: 'chronic-illness', language: 'en', time: 'any', format: 'text' },
	{
		...{ ago: 33, topic: 'chronic-illness', language: 'en', time: 'daytime', format: 'any' },
		words: 'Short, please. An hour is too long for me on most days.',
	},
	{
		...{ ago: 5, topic: 'hard-times', language: 'es', time: 'weekend', format: 'in-person' },
		words: 'Un sitio para quienes nos hemos quedado sin trabajo después de los cincuenta.',
	},
	{ ago: 60, topic: 'identity', language: 'en', time: 'evening', format: 'online' },
	{ ago: 64, topic: 'other', language: 'en', time: 'any', format: 'one-to-one' },
];

export async function missGroups(stage: Stage) {
	for (const { ago, words = '', ...need } of missed)
		await askForGroup(stage.as(null, daysBefore(stage.now, ago)), { ...need, words });
}
