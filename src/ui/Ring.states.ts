import type { ComponentProps } from 'svelte';
import type Ring from './Ring.svelte';
import type { RingSeat } from './ring.ts';
import type { Hue } from './sitter.ts';

const names = [
	'Ana',
	'Ben',
	'Night Owl',
	'river_stone',
	'نور',
	'Élodie',
	'Cy',
	'Mo',
	'otter',
	'Sol',
	'Ida',
	'Jun',
];
const taken = (at: number): RingSeat => ({
	kind: 'taken',
	hue: (at % 8) as Hue,
	label: names[at % names.length],
});
const free: RingSeat = { kind: 'free' };
const observer: RingSeat = { kind: 'observer' };
const six = [0, 1, 2, 3, 4, 5].map(taken);
const mine: RingSeat = { kind: 'mine', hue: 6, label: 'Cy' };

export const states = {
	empty: { seats: Array.from({ length: 8 }, () => free), sentence: 'Eight seats, all free.' },
	'some taken': { seats: [...six, free, free], sentence: 'Eight seats, six taken.' },
	'one of them yours': {
		seats: [...six, mine, free],
		sentence: 'Eight seats, seven taken, one of them yours.',
	},
	'full, with a line': {
		seats: [...six, mine, taken(7)],
		line: 3,
		sentence: 'Eight seats, all taken. Three people wait.',
	},
	'with observers': {
		seats: [...six, free, free, observer, observer, observer],
		sentence: 'Six of eight seats taken. Three sit in.',
	},
	resting: { seats: [...six, free, free], state: 'resting', sentence: 'Resting. Eight seats, six taken.' },
	closed: { seats: [...six, free, free], state: 'closed', sentence: 'This circle is closed.' },
	'two seats': { seats: [taken(0), free], sentence: 'Two seats, one taken.' },
	'twelve seats': {
		seats: [...six, mine, ...[7, 8, 9, 10, 11].map(taken)],
		sentence: 'Twelve seats, all taken, one of them yours.',
	},
	'a hundred seats': {
		seats: Array.from({ length: 100 }, (_, at) => (at < 80 ? taken(at) : free)),
		sentence: 'A hundred seats, eighty taken.',
	},
	'large, somebody holds the talking piece': {
		size: 'large',
		seats: [
			taken(0),
			taken(1),
			{ ...taken(2), lamp: true },
			taken(3),
			taken(4),
			taken(5),
			mine,
			free,
			observer,
			observer,
		],
		line: 2,
		sentence: 'Eight seats, seven taken. Night Owl holds the talking piece. Two people wait.',
	},
	'large, you hold it': {
		size: 'large',
		seats: [{ ...mine, lamp: true }, taken(1), taken(7), taken(3)],
		sentence: 'Four seats. You hold the talking piece.',
	},
	'right to left': { seats: [...six, mine, taken(7)], line: 5, sentence: 'ثمانية مقاعد كلها مشغولة.' },
} satisfies Record<string, ComponentProps<typeof Ring>>;
