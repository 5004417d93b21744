/** One of the eight colours a person is drawn in; each has its own shape, so colour never speaks alone. */
export type Hue = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Which colour and shape somebody has. It follows from the seed and from nothing else, so the seed decides what
 * can be linked: give a seed that belongs to one alias only (the seat, or the alias in its circle), never an id
 * that two aliases share.
 * FNV-1a, 32 bits (Fowler, Noll, Vo; IETF draft-eastlake-fnv), over UTF-16 units, then MurmurHash3's finaliser
 * (Appleby, fmix32): without it, seeds that end alike have colours that can be told from each other.
 */
export function hueOf(seed: string): Hue {
	let hash = 0x811c9dc5;
	for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) & 7) as Hue;
}

/**
 * The letters drawn in a sitter's shape: the first of the first word, and of the last where the script writes its
 * letters apart. A letter is what a reader calls one: a grapheme of Unicode UAX #29, accents and joined emoji whole.
 */
export function initialsOf(name: string): string {
	const words = name.split(/[\s_.\-–—]+/u).filter((word) => /[\p{L}\p{N}\p{S}]/u.test(word));
	const [first, last] = [words.at(0), words.length > 1 ? words.at(-1) : undefined].map(firstLetter);
	if (!first) return '';
	return last && STANDS_APART.test(first) && STANDS_APART.test(last) ? first + last : first;
}

/** Scripts whose letters have capitals and do not join: two of them side by side still read as initials. */
const STANDS_APART = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{N}]/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function firstLetter(word: string | undefined) {
	for (const { segment } of graphemes.segment(word ?? '')) {
		if (!/[\p{L}\p{N}\p{S}]/u.test(segment)) continue;
		const capital = segment.toUpperCase();
		return capital.length === segment.length ? capital : segment;
	}
	return '';
}

/**
 * The eight shapes, drawn around 0,0 to reach about 10 each way and to weigh alike:
 * circle, square, diamond, arch, hexagon, leaf, triangle, clover. `middle` is where letters sit.
 */
export const SHAPES: Record<Hue, { path: string; middle: number }> = {
	0: { path: 'M-9 0a9 9 0 1 1 18 0 9 9 0 1 1-18 0z', middle: 0 },
	1: {
		path: 'M-8-4.4A3.6 3.6 0 0 1-4.4-8h8.8A3.6 3.6 0 0 1 8-4.4v8.8A3.6 3.6 0 0 1 4.4 8h-8.8A3.6 3.6 0 0 1-8 4.4z',
		middle: 0,
	},
	2: {
		path: 'M-2.2-9.3q2.2-2.2 4.4 0l7.1 7.1q2.2 2.2 0 4.4l-7.1 7.1q-2.2 2.2-4.4 0l-7.1-7.1q-2.2-2.2 0-4.4z',
		middle: 0,
	},
	3: {
		path: 'M-8.4 6.1V-.6a8.4 8.4 0 0 1 16.8 0v6.7a2.4 2.4 0 0 1-2.4 2.4H-6a2.4 2.4 0 0 1-2.4-2.4z',
		middle: 0.4,
	},
	4: {
		path: 'M-1.8-9.1q1.8-1 3.6 0l5.4 3.1q1.8 1 1.8 3.1v5.8q0 2.1-1.8 3.1l-5.4 3.1q-1.8 1-3.6 0L-7.2 6Q-9 5-9 2.9v-5.8Q-9-5-7.2-6z',
		middle: 0,
	},
	5: {
		path: 'M-8.2-7.2a1 1 0 0 1 1-1h6.9A8.5 8.5 0 0 1 8.2.3v6.9a1 1 0 0 1-1 1H.3A8.5 8.5 0 0 1-8.2-.3z',
		middle: 0,
	},
	6: { path: 'M-2.6-8.2q2.6-3.6 5.2 0L9.6 4q2.2 4.4-2.8 4.4H-6.8Q-11.8 8.4-9.6 4z', middle: 2.4 },
	7: {
		path: 'M-4.7-4.7a4.7 4.7 0 0 1 9.4 0 4.7 4.7 0 0 1 0 9.4 4.7 4.7 0 0 1-9.4 0 4.7 4.7 0 0 1 0-9.4z',
		middle: 0,
	},
};
