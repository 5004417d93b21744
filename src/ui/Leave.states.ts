import type { ComponentProps } from 'svelte';
import type Leave from './Leave.svelte';

export const states = {
	'in English': { label: 'Leave', action: '#' },
	'in Spanish': { label: 'Salir', action: '#' },
} satisfies Record<string, ComponentProps<typeof Leave>>;
