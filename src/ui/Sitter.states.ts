import type { ComponentProps } from 'svelte';
import type Avatar from './Avatar.svelte';
import { hueOf, type Hue } from './sitter.ts';

/** A seed for each colour, found by asking: the catalogue shows all eight. */
const seedOf = (hue: Hue) =>
	Array.from({ length: 200 }, (_, at) => `seed ${at}`).find((seed) => hueOf(seed) === hue);

const sitter = (hue: Hue, name: string) => ({
	seed: seedOf(hue) ?? '',
	name,
	size: 'l' as const,
	label: name,
});

export const states = {
	clay: sitter(0, 'Clay'),
	pine: sitter(1, 'Pine Tree'),
	blue: sitter(2, 'Blue Wm'),
	umber: sitter(3, 'Umber'),
	violet: sitter(4, 'Violet Moss'),
	moss: sitter(5, 'Moss'),
	teal: sitter(6, 'Teal Wm'),
	plum: sitter(7, 'Plum Wm'),
} satisfies Record<string, ComponentProps<typeof Avatar>>;
