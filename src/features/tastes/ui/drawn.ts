import type { RingSeat } from '#ui/ring.ts';
import { hueOf, type Hue } from '#ui/sitter.ts';

/** A circle as a stranger may see it: how many seats are taken, not by whom, and one’s own place a little behind. */
export const drawnSeats = ({
	capacity,
	taken,
	key,
}: {
	capacity: number;
	taken: number;
	key: string;
}): RingSeat[] => [
	...Array.from({ length: capacity }, (_, index): RingSeat =>
		index < taken ? { kind: 'taken', hue: ((hueOf(key) + index * 3) % 8) as Hue } : { kind: 'free' },
	),
	{ kind: 'observer' },
];
