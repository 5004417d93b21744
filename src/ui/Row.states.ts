import type { ComponentProps } from 'svelte';
import Avatar from './Avatar.svelte';
import type Row from './Row.svelte';
import { drawn, labelled, part, written } from './samples.ts';

export const states = {
	'a name': { title: 'otter', picture: drawn(part(Avatar, { seed: 'a', name: 'otter' })) },
	'with an end': {
		title: 'Night Owl',
		picture: drawn(part(Avatar, { seed: 'b', name: 'Night Owl' })),
		facts: labelled('Host'),
		end: labelled('Here since spring'),
	},
	'right to left': { title: 'نور', facts: labelled('مضيفة'), children: written('أهلاً بك.') },
} satisfies Record<string, ComponentProps<typeof Row>>;
