import type { Twin } from './comparing.ts';
import type { Listing } from './listing.ts';

/** As much of a listing as tells whether it may be another one. */
export type Sighted = Pick<Listing, 'slug' | 'name' | 'days' | 'time' | 'place' | 'address' | 'onlineUrl'>;

/** More than this many suspicions help nobody. */
const MOST = 3;

/**
 * Finds, for listings that would be new, those that may be the same: they begin at the same time on one of the same days,
 * and are at the same place or called nearly the same. Only a person can tell, so nothing is done about them.
 */
export function twinsAmong(others: readonly Sighted[]): (one: Sighted) => Twin[] {
	const byTime = new Map<string, Look[]>();
	for (const other of others) {
		const look = lookAt(other);
		for (const moment of momentsOf(other)) {
			const known = byTime.get(moment);
			if (known) known.push(look);
			else byTime.set(moment, [look]);
		}
	}

	return (one) => {
		const mine = lookAt(one);
		const twins: Twin[] = [];
		for (const other of new Set(momentsOf(one).flatMap((moment) => byTime.get(moment) ?? []))) {
			if (twins.length === MOST) break;
			const because = other.slug !== one.slug && reasonFor(mine, other);
			if (because) twins.push({ slug: other.slug, name: other.name, because });
		}
		return twins;
	};
}

/** As much of a listing as is compared, made ready once: thousands are compared with dozens each. */
interface Look {
	slug: string;
	name: string;
	places: readonly string[];
	pairs: Pairs;
}

const lookAt = (sighted: Sighted): Look => ({
	slug: sighted.slug,
	name: sighted.name,
	places: placesOf(sighted),
	pairs: pairsIn(sighted.name),
});

const momentsOf = ({ days, time }: Sighted) => (time === null ? [] : days.map((day) => `${day} ${time}`));

function reasonFor(one: Look, other: Look): Twin['because'] | undefined {
	if (one.places.some((place) => other.places.includes(place))) return 'place';
	return likeness(one.pairs, other.pairs) >= LIKE ? 'name' : undefined;
}

function placesOf({ address, onlineUrl }: Sighted): string[] {
	const street = folded(address?.split(',')[0] ?? '');
	return [street, onlineUrl ?? ''].filter((place) => place !== '');
}

/** Of all pairs of letters that two names have, as many as this are in both. */
const LIKE = 0.8;

/** How often each pair of neighbouring letters is in a name, and how many there are. */
interface Pairs {
	counts: ReadonlyMap<string, number>;
	all: number;
}

function pairsIn(name: string): Pairs {
	const text = folded(name);
	const counts = new Map<string, number>();
	for (let at = 0; at + 2 <= text.length; at++) {
		const pair = text.slice(at, at + 2);
		counts.set(pair, (counts.get(pair) ?? 0) + 1);
	}
	return { counts, all: Math.max(0, text.length - 1) };
}

/** How alike two names are, from 0 to 1, by the pairs of letters they share (Dice). */
function likeness(one: Pairs, other: Pairs): number {
	if (one.all === 0 || other.all === 0) return 0;
	// Names of very different lengths cannot share enough.
	if ((2 * Math.min(one.all, other.all)) / (one.all + other.all) < LIKE) return 0;
	let shared = 0;
	for (const [pair, count] of one.counts) shared += Math.min(count, other.counts.get(pair) ?? 0);
	return (2 * shared) / (one.all + other.all);
}

const folded = (text: string) =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
