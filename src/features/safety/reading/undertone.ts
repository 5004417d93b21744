import type { Token } from './tokens.ts';

/**
 * Words, and pairs of neighbours, that are met more often (or less often) in messages about not living than in others,
 * and by how much: what a message’s words have in common where no rule is met. Learned by `bench/reading/learn.ts` from
 * our own sentences, by logistic regression; kept as words, so that anybody can read and correct them.
 */
export interface Undertone {
	/** By word; of pairs, by the second word, then the first. `^` stands for where a sentence begins. */
	alone: ReadonlyMap<string, number>;
	after: ReadonlyMap<string, ReadonlyMap<string, number>>;
	/** What a message without any of them comes to. */
	otherwise: number;
}

/** What the words of a message come to together, in log odds, and where those stand that say most. */
export interface Heard {
	sum: number;
	from: number;
	to: number;
}

/** Fewer words than this are weighed as if there were so many, so that one word alone says little. */
const FEWEST = 8;

/** Reads lines of `weight: word first_second …`. */
export function undertoneFrom(otherwise: number, lines: string): Undertone {
	const alone = new Map<string, number>();
	const after = new Map<string, Map<string, number>>();
	for (const line of lines.split('\n').filter((line) => line.includes(':'))) {
		const [weight, all] = line.split(':') as [string, string];
		for (const entry of all.trim().split(/\s+/)) {
			const [first, second] = entry.split('_') as [string, string | undefined];
			if (second === undefined) alone.set(first, Number(weight));
			else after.set(second, (after.get(second) ?? new Map<string, number>()).set(first, Number(weight)));
		}
	}
	return { alone, after, otherwise };
}

/** Each counts once, however often it is said. */
export function hear(tokens: readonly Token[], { alone, after, otherwise }: Undertone): Heard {
	const counted = new Set<string>();
	let sum = 0;
	let [most, at] = [0, 0];
	let before = '^';
	const count = (name: string, weight: number, place: number) => {
		if (counted.has(name)) return;
		counted.add(name);
		sum += weight;
		if (weight > most) [most, at] = [weight, place];
	};
	tokens.forEach(({ lemma, kind }, place) => {
		if (kind !== 'mark') {
			const weight = alone.get(lemma);
			if (weight !== undefined) count(lemma, weight, place);
			const pair = after.get(lemma)?.get(before);
			if (pair !== undefined) count(`${before} ${lemma}`, pair, place);
		}
		before = kind === 'mark' ? '^' : lemma;
	});
	return { sum: otherwise + sum / Math.sqrt(Math.max(FEWEST, counted.size)), from: at, to: at + 1 };
}
