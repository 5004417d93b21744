import { createRawSnippet, type Component, type Snippet } from 'svelte';
import { render } from 'svelte/server';

/** Words for a state of the catalogue, where a page would write its own snippet. */
export const written = (words: string): Snippet =>
	createRawSnippet(() => ({ render: () => `<p>${escaped(words)}</p>` }));

/** Words on a button or a link. */
export const labelled = (words: string): Snippet =>
	createRawSnippet(() => ({ render: () => `<span>${escaped(words)}</span>` }));

/** Other components inside a state of the catalogue, one after another. */
export const drawn = (...parts: Drawn[]): Snippet =>
	createRawSnippet(() => ({ render: () => parts.map((part) => part()).join(' ') }));

/** One component with its props, for `drawn`. */
export const part =
	<Props extends object>(component: Component<Props>, props: Props): Drawn =>
	() =>
		render(component as Component, { props }).body;

type Drawn = () => string;

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
