import type { ComponentProps } from 'svelte';
import type Notice from './Notice.svelte';
import { written } from './samples.ts';

export const states = {
	quiet: { children: written('You are sitting in. Nobody sees that you read.') },
	lamp: {
		tone: 'lamp',
		title: 'A seat is yours until Friday at noon',
		children: written('Take it or leave it; nobody is told why.'),
	},
	danger: {
		tone: 'danger',
		title: 'That did not reach us',
		children: written('Your words are still below. Send them once more, or copy them somewhere first.'),
	},
	'right to left': { children: written('أنت جالس معنا. لا أحد يرى أنك تقرأ.') },
} satisfies Record<string, ComponentProps<typeof Notice>>;
