import type { ComponentProps } from 'svelte';
import type Facts from './Facts.svelte';
import { labelled } from './samples.ts';

export const states = {
	'a circle': {
		facts: [
			{ name: 'Meets', says: 'Every Thursday at seven in the evening, Madrid time' },
			{ name: 'Where', says: 'Online, in text' },
			{ name: 'Language', says: labelled('Spanish') },
			{ name: 'Observers', says: 'Welcome' },
		],
	},
	'right to left': { facts: [{ name: 'اللغة', says: 'العربية' }] },
} satisfies Record<string, ComponentProps<typeof Facts>>;
