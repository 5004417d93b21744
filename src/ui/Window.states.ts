import type { ComponentProps } from 'svelte';
import type Window from './Window.svelte';

export const states = {
	lit: { light: 'lit', sentence: 'Open. Somebody is here.' },
	unlit: { light: 'unlit', sentence: 'Closed until eight.' },
	'large and lit': { light: 'lit', size: 'large', sentence: 'Open. Somebody is here.' },
} satisfies Record<string, ComponentProps<typeof Window>>;
