import type { ComponentProps } from 'svelte';
import type Avatar from './Avatar.svelte';

export const states = {
	'one word': { seed: 'a', name: 'otter' },
	'two words': { seed: 'b', name: 'Night Owl' },
	'with an underscore': { seed: 'c', name: 'river_stone' },
	'a letter with its accent': { seed: 'd', name: 'Élodie' },
	'one character of many parts': { seed: 'e', name: '👩🏽‍🚀' },
	'right to left': { seed: 'f', name: 'نور الهدى' },
	'without letters': { seed: 'g', name: '…' },
	small: { seed: 'h', name: 'Ben', size: 's' },
	'large, and alone': { seed: 'i', name: 'Ana Ruiz', size: 'l', label: 'Ana Ruiz' },
} satisfies Record<string, ComponentProps<typeof Avatar>>;
