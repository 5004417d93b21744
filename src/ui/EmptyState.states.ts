import type { ComponentProps } from 'svelte';
import Button from './Button.svelte';
import type EmptyState from './EmptyState.svelte';
import Ring from './Ring.svelte';
import { drawn, labelled, part, written } from './samples.ts';

export const states = {
	words: { title: 'Nobody has spoken yet', children: written('The first words can be small ones.') },
	'with a picture and a way on': {
		title: 'No circle meets tonight',
		children: written('You can look at the whole week, or open a circle and hold it for others.'),
		picture: drawn(
			part(Ring, {
				seats: Array.from({ length: 6 }, () => ({ kind: 'free' as const })),
				sentence: 'Six free seats.',
			}),
		),
		action: drawn(part(Button, { href: '#', children: labelled('See the week') })),
	},
	'right to left': { title: 'لم يتكلم أحد بعد', children: written('يمكن أن تكون الكلمات الأولى صغيرة.') },
} satisfies Record<string, ComponentProps<typeof EmptyState>>;
