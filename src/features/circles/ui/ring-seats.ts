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

/** Seats as those in the circle see them: of a seat that is taken by somebody they are not shown, only that it is taken. */
export function knownSeats(
	sitters: readonly { id: string; name: string }[],
	{
		capacity,
		taken: seated,
		me,
		observers,
	}: { capacity: number; taken: number; me: string | undefined; observers: number },
): RingSeat[] {
	const taken = sitters.map(({ id, name }) => ({
		kind: id === me ? ('mine' as const) : ('taken' as const),
		hue: hueOf(id),
		label: name,
	}));
	const others = Array.from({ length: Math.max(0, seated - sitters.length) }, (_, index) => ({
		kind: 'taken' as const,
		hue: (index % 8) as Hue,
	}));
	const free = Array.from({ length: Math.max(0, capacity - Math.max(seated, sitters.length)) }, () => ({
		kind: 'free' as const,
	}));
	const behind = Array.from({ length: observers }, () => ({ kind: 'observer' as const }));
	return [...taken, ...others, ...free, ...behind];
}
