import type { RingSeat } from '#ui/ring.ts';
import { hueOf, type Hue } from '#ui/sitter.ts';

/** Seats as a stranger may see them: how many are taken, and not by whom. */
export const drawnSeats = ({
	capacity,
	taken,
	slug,
}: {
	capacity: number;
	taken: number;
	slug: string;
}): RingSeat[] =>
	Array.from({ length: capacity }, (_, index) =>
		index < taken ? { kind: 'taken', hue: ((hueOf(slug) + index * 3) % 8) as Hue } : { kind: 'free' },
	);

/** Seats as those in the circle see them. */
export function knownSeats(
	sitters: readonly { id: string; name: string }[],
	{ capacity, me, observers }: { capacity: number; me: string | undefined; observers: number },
): RingSeat[] {
	const taken = sitters.map(({ id, name }) => ({
		kind: id === me ? ('mine' as const) : ('taken' as const),
		hue: hueOf(id),
		label: name,
	}));
	const free = Array.from({ length: Math.max(0, capacity - sitters.length) }, () => ({
		kind: 'free' as const,
	}));
	const behind = Array.from({ length: observers }, () => ({ kind: 'observer' as const }));
	return [...taken, ...free, ...behind];
}
