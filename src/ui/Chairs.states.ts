import type { ComponentProps } from 'svelte';
import type Chairs from './Chairs.svelte';

export const states = {
	'one is free': {
		chairs: [{ kind: 'mine', hue: 3, label: 'Ana' }, { kind: 'free' }],
		sentence: 'Your chair, and a free one.',
	},
	together: {
		chairs: [
			{ kind: 'mine', hue: 3, label: 'Ana' },
			{ kind: 'taken', hue: 1, label: 'Ben' },
		],
		sentence: 'You and Ben.',
	},
	large: {
		size: 'large',
		chairs: [
			{ kind: 'taken', hue: 7, label: 'Night Owl' },
			{ kind: 'mine', hue: 6, label: 'Cy' },
		],
		sentence: 'Night Owl and you.',
	},
} satisfies Record<string, ComponentProps<typeof Chairs>>;
