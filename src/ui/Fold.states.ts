import type { ComponentProps } from 'svelte';
import type Fold from './Fold.svelte';
import { written } from './samples.ts';

export const states = {
	folded: { summary: 'Content note: loss of a parent', children: written('It was in March.') },
	unfolded: {
		summary: 'What an observer is',
		open: true,
		children: written('Somebody who sits in and need not speak.'),
	},
	'right to left': { summary: 'تنبيه: الفقد', children: written('كان ذلك في آذار.') },
} satisfies Record<string, ComponentProps<typeof Fold>>;
