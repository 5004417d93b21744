import type { ComponentProps } from 'svelte';
import Button from './Button.svelte';
import { drawn, labelled, part } from './samples.ts';
import type Stack from './Stack.svelte';

const buttons = drawn(
	part(Button, { variant: 'primary', children: labelled('Take a seat') }),
	part(Button, { children: labelled('Sit in first') }),
);

export const states = {
	down: { gap: 's', children: buttons },
	across: { gap: 's', direction: 'across', children: buttons },
} satisfies Record<string, ComponentProps<typeof Stack>>;
