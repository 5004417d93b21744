import type { ComponentProps } from 'svelte';
import type Bar from './Bar.svelte';

export const states = {
	'in English': {
		label: 'Main places',
		places: [
			{ href: '#here', label: 'Here', icon: 'here', current: true },
			{ href: '#circles', label: 'Circles', icon: 'circles' },
			{ href: '#talk', label: 'Talk', icon: 'talk' },
			{ href: '#help', label: 'Help', icon: 'help' },
		],
	},
} satisfies Record<string, ComponentProps<typeof Bar>>;
