import type { ComponentProps } from 'svelte';
import type Problems from './Problems.svelte';

export const states = {
	none: { title: 'Almost there', problems: [] },
	one: { title: 'Almost there', problems: [{ field: 'taken', says: 'Choose another nickname' }] },
	several: {
		title: 'Almost there',
		id: 'several-problems',
		problems: [
			{ field: 'taken', says: 'Choose another nickname' },
			{ field: 'band', says: 'Say how old you are' },
			{ says: 'This page was open for a long time. Send it once more.' },
		],
	},
} satisfies Record<string, ComponentProps<typeof Problems>>;
