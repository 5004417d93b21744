import type { ComponentProps } from 'svelte';
import type Button from './Button.svelte';
import { labelled } from './samples.ts';

export const states = {
	primary: { variant: 'primary', children: labelled('Sit in') },
	quiet: { children: labelled('Ask for a seat') },
	danger: { variant: 'danger', children: labelled('Erase everything') },
	link: { href: '#', children: labelled('See what is on') },
	'not yet': { variant: 'primary', disabled: true, children: labelled('Speak') },
	'full width': { variant: 'primary', width: 'full', children: labelled('Take a nickname') },
	'long words': {
		children: labelled('Show me the circles that meet in Spanish on weekday evenings, near me or online'),
	},
	'right to left': { variant: 'primary', children: labelled('اجلس معنا') },
} satisfies Record<string, ComponentProps<typeof Button>>;
