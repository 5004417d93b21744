import type { ComponentProps } from 'svelte';
import Button from './Button.svelte';
import type Dialog from './Dialog.svelte';
import { drawn, labelled, part, written } from './samples.ts';

export const states = {
	closed: {
		id: 'closed-dialog',
		title: 'Leave this circle?',
		close: 'Stay',
		children: written('Your seat goes to whoever is next in line. You need not say why.'),
		actions: drawn(part(Button, { variant: 'danger', children: labelled('Leave') })),
	},
} satisfies Record<string, ComponentProps<typeof Dialog>>;
