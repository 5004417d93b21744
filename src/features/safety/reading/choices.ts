import type { Token } from './tokens.ts';

/** Words one of which must stand in a place. */
export interface Choice {
	number: number;
	/** In any form. */
	words: ReadonlySet<string>;
	/** In this form. */
	exact: ReadonlySet<string>;
}

/** Which choices a word is one of: a bit for each. */
export type Bits = Uint32Array;

/** Every choice of words there is. A word is looked up once, and from then on each question is asked of one bit. */
export class Choices {
	readonly #byPart = new Map<string, Choice>();
	readonly #inAnyForm = new Map<string, number[]>();
	readonly #inThisForm = new Map<string, number[]>();
	#unknown: Bits | undefined;
	#count = 0;

	among(part: string): Choice {
		const known = this.#byPart.get(part);
		if (known) return known;
		const choice = this.add(wordsIn(part));
		this.#byPart.set(part, choice);
		return choice;
	}

	add({ words, exact }: Omit<Choice, 'number'>): Choice {
		const number = this.#count++;
		for (const word of words) listed(this.#inAnyForm, word).push(number);
		for (const word of exact) listed(this.#inThisForm, word).push(number);
		return { number, words, exact };
	}

	bitsOf({ word, lemma }: Token): Bits {
		const lists = [this.#inAnyForm.get(lemma), this.#inAnyForm.get(word), this.#inThisForm.get(word)];
		return lists.some((list) => list) ? this.#bits(lists.flatMap((list) => list ?? [])) : this.unknown;
	}

	/** The bits of every word that no choice holds. */
	get unknown(): Bits {
		return (this.#unknown ??= this.#bits([]));
	}

	#bits(numbers: readonly number[]): Bits {
		const bits = new Uint32Array((this.#count >> 5) + 1);
		for (const number of numbers) bits[number >> 5]! |= 1 << (number & 31);
		return bits;
	}
}

export function listed<Item>(lists: Map<string, Item[]>, word: string): Item[] {
	const list = lists.get(word) ?? [];
	if (!list.length) lists.set(word, list);
	return list;
}

export const allOf = ({ words, exact }: Choice) => [...words, ...exact];

function wordsIn(part: string) {
	// “want too die”, “need 2 sleep”: thumbs write one for the other.
	const all = part.split('|').flatMap((word) => (word === 'to' ? ['to', 'too', '2'] : [word]));
	return {
		words: new Set(all.filter((word) => !word.startsWith('='))),
		exact: new Set(all.filter((word) => word.startsWith('=')).map((word) => word.slice(1))),
	};
}
