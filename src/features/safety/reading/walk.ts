import type { Bits, Choice } from './choices.ts';
import type { Token } from './tokens.ts';

/** One part of a pattern. */
export type Element =
	| { is: 'words'; choice: Choice; optional: boolean }
	| { is: 'phrase'; phrase: Phrase; optional: boolean }
	| { is: 'gap'; most: number }
	| { is: 'not'; choice: Choice }
	| { is: 'number'; optional: boolean }
	| { is: 'beginning' }
	| { is: 'end' };

/** A phrase, in all its ways. */
export interface Phrase {
	name: string;
	number: number;
	ways: Element[][];
	/** What it can begin with. */
	begins: Choice;
}

/** How many words without meaning may stand in a row between two elements. */
export const PATIENCE = 4;

/** One walk over one text. Remembers where each phrase ends that begins at a place. */
export class Walk {
	readonly #tokens: readonly Token[];
	readonly #known: readonly { bits: Bits }[];
	readonly #phraseCount: number;
	readonly #ends = new Map<number, readonly number[]>();

	constructor(tokens: readonly Token[], known: readonly { bits: Bits }[], phraseCount: number) {
		this.#tokens = tokens;
		this.#known = known;
		this.#phraseCount = phraseCount;
	}

	/** The furthest that the elements from `index` on can reach from `place`, or -1. */
	longest(elements: readonly Element[], index: number, place: number): number {
		let furthest = -1;
		this.#walk(elements, index, place, (end) => {
			if (end > furthest) furthest = end;
		});
		return furthest;
	}

	/** Tells every place where the elements from `index` on can end, when they begin at `place`. */
	#walk(elements: readonly Element[], index: number, place: number, tell: (end: number) => void): void {
		const element = elements[index];
		if (!element) return tell(place);
		if (element.is === 'gap') {
			this.#walk(elements, index + 1, place, tell);
			const clause = this.#tokens[place]?.clause;
			let at = place;
			for (let taken = 0; taken < element.most; taken++) {
				at = this.#pastFillers(at);
				const token = this.#tokens[at];
				if (!token || token.kind === 'mark' || token.clause !== clause) return;
				this.#walk(elements, index + 1, ++at, tell);
			}
			return;
		}
		if ('optional' in element && element.optional) this.#walk(elements, index + 1, place, tell);
		for (let at = place, skipped = 0; ; at++, skipped++) {
			if (element.is === 'phrase')
				for (const end of this.#endsOfPhrase(element.phrase, at)) this.#walk(elements, index + 1, end, tell);
			else {
				const next = this.#step(element, at);
				if (next >= 0) this.#walk(elements, index + 1, next, tell);
			}
			// Nothing is skipped before the first element, so a hit begins where its words begin.
			if (index === 0 || skipped === PATIENCE || !this.#tokens[at]?.filler) return;
		}
	}

	/** The place after the element, if it stands at `at`, or -1. */
	#step(element: Exclude<Element, { is: 'gap' | 'phrase' }>, at: number): number {
		const token = this.#tokens[at];
		switch (element.is) {
			case 'beginning':
				return this.#beginsClause(at) ? at : -1;
			case 'end':
				return !token || token.kind === 'mark' || token.clause !== this.#tokens[at - 1]?.clause ? at : -1;
			case 'not':
				return this.#says(element.choice, at) ? -1 : at;
			case 'number':
				return token?.kind === 'number' ? at + 1 : -1;
			case 'words':
				return this.#says(element.choice, at) ? at + 1 : -1;
		}
	}

	#endsOfPhrase(phrase: Phrase, at: number): readonly number[] {
		const key = at * this.#phraseCount + phrase.number;
		const known = this.#ends.get(key);
		if (known) return known;
		const ends: number[] = [];
		if (
			this.#says(phrase.begins, at) ||
			(phrase.begins.words.has('#') && this.#tokens[at]?.kind === 'number')
		)
			for (const way of phrase.ways)
				this.#walk(way, 0, at, (end) => {
					if (!ends.includes(end)) ends.push(end);
				});
		this.#ends.set(key, ends);
		return ends;
	}

	#says({ number }: Choice, at: number): boolean {
		const known = this.#known[at];
		return known !== undefined && (known.bits[number >> 5]! & (1 << (number & 31))) !== 0;
	}

	#beginsClause(at: number): boolean {
		let before = at - 1;
		while (before >= 0 && this.#tokens[before]!.filler) before--;
		const last = this.#tokens[before];
		return !last || last.kind === 'mark' || last.clause !== this.#tokens[at]?.clause;
	}

	#pastFillers(at: number): number {
		while (this.#tokens[at]?.filler) at++;
		return at;
	}
}
