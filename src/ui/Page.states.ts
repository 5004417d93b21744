import type { ComponentProps } from 'svelte';
import Bar from './Bar.svelte';
import { states as bar } from './Bar.states.ts';
import Leave from './Leave.svelte';
import { states as leave } from './Leave.states.ts';
import type Page from './Page.svelte';
import { drawn, labelled, part, written } from './samples.ts';

export const states = {
	'one column': {
		place: 'Hearten on the Hill',
		skip: 'Go to the page',
		leave: drawn(part(Leave, leave['in English'])),
		bar: drawn(part(Bar, bar['in English'])),
		corner: labelled('otter'),
		footer: written('What is said here stays here.'),
		children: written('It is quiet here.'),
	},
} satisfies Record<string, ComponentProps<typeof Page>>;
