import type { ComponentProps } from 'svelte';
import Avatar from './Avatar.svelte';
import type List from './List.svelte';
import Row from './Row.svelte';
import { drawn, labelled, part, written } from './samples.ts';

/** A row stands in a list. */
const inList = (props: ComponentProps<typeof Row>) => ({ children: drawn(part(Row, props)) });

export const states = {
	'a name': inList({ title: 'otter', picture: drawn(part(Avatar, { seed: 'a', name: 'otter' })) }),
	'with an end': inList({
		title: 'Night Owl',
		picture: drawn(part(Avatar, { seed: 'b', name: 'Night Owl' })),
		facts: labelled('Host'),
		end: labelled('Here since spring'),
	}),
	'right to left': inList({ title: 'نور', facts: labelled('مضيفة'), children: written('أهلاً بك.') }),
} satisfies Record<string, ComponentProps<typeof List>>;
