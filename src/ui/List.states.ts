import type { ComponentProps } from 'svelte';
import type List from './List.svelte';
import Ring from './Ring.svelte';
import Row from './Row.svelte';
import { drawn, labelled, part, written } from './samples.ts';
import type { Hue } from './sitter.ts';

const ring = (taken: number, seats: number, state: 'gathering' | 'resting' = 'gathering') =>
	drawn(
		part(Ring, {
			state,
			seats: Array.from({ length: seats }, (_, at) =>
				at < taken ? { kind: 'taken' as const, hue: ((at * 3) % 8) as Hue } : { kind: 'free' as const },
			),
			sentence: `${seats} seats, ${taken} taken.`,
		}),
	);

export const states = {
	'three circles': {
		label: 'Circles',
		children: drawn(
			part(Row, {
				title: 'Awake at three',
				href: '#awake',
				picture: ring(5, 8),
				facts: labelled('Tonight at eleven · online · English'),
				children: written('For nights that do not end. Come as you are, say nothing if you like.'),
			}),
			part(Row, {
				title: 'After the loss of somebody whose name is longer than one line of a small telephone',
				href: '#loss',
				picture: ring(8, 8),
				facts: labelled('Thursdays at seven, your time'),
				children: written('We read one page together, then each of us has a turn.'),
			}),
			part(Row, {
				title: 'دائرة المساء',
				href: '#evening',
				picture: ring(3, 6, 'resting'),
				facts: labelled('Resting until January'),
			}),
		),
	},
} satisfies Record<string, ComponentProps<typeof List>>;
