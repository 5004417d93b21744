import type { ComponentProps } from 'svelte';
import type Tabs from './Tabs.svelte';

export const states = {
	'the first': {
		label: 'This circle',
		tabs: [
			{ href: '#talk', label: 'Conversation', current: true },
			{ href: '#meetings', label: 'Meetings' },
			{ href: '#agreement', label: 'What we agreed' },
		],
	},
	'right to left': {
		label: 'هذه الدائرة',
		tabs: [
			{ href: '#a', label: 'الحديث' },
			{ href: '#b', label: 'اللقاءات', current: true },
		],
	},
} satisfies Record<string, ComponentProps<typeof Tabs>>;
