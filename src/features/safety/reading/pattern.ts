import type { Token } from './tokens.ts';

/**
 * A small language for saying how people say things. A pattern is a line of elements:
 *
 *     want|wish        a word or its inflections, one of several      =wanted   exactly this form
 *     <die>            a phrase defined elsewhere, in all its ways     word?     may be missing
 *     ~3               up to three words more, within the clause      !of       what must not follow
 *     #                a number                                        ^ $       where a clause begins, ends
 *
 * Words that carry no meaning (“just”, “really”) may stand anywhere between. Everything is matched by walking tokens, each
 * phrase at most once at each place, so that the time grows with the text and nothing else.
 */
export interface Rule<What> {
	id: string;
	what: What;
	patterns: string;
}

/** A rule that was met: the tokens from `from` to before `to`. */
export interface Hit<What> {
	rule: Rule<What>;
	from: number;
	to: number;
}

type Element =
	| { is: 'words'; words: Set<string>; exact: Set<string>; optional: boolean }
	| { is: 'phrase'; phrase: Phrase; optional: boolean }
	| { is: 'gap'; most: number }
	| { is: 'not'; words: Set<string>; exact: Set<string> }
	| { is: 'number'; optional: boolean }
	| { is: 'beginning' }
	| { is: 'end' };

interface Phrase {
	name: string;
	number: number;
	ways: Element[][];
	/** What it can begin with, found out when first asked. */
	begins?: Set<string>;
}

/** How many words without meaning may stand in a row between two elements. */
const PATIENCE = 4;

/** No pattern spans more words. */
const LONGEST = 64;

const none: readonly never[] = [];

interface Pattern<What> {
	rule: Rule<What>;
	elements: Element[];
	number: number;
	/** How many words it can span, with a few that carry no meaning. */
	reach: number;
}

export class Patterns<What> {
	readonly #phrases = new Map<string, Phrase>();
	readonly #byFirstWord = new Map<string, Pattern<What>[]>();
	/** Patterns by the words one of which they cannot do without. A text without them is not asked. */
	readonly #byNeed = new Map<string, number[]>();
	#count = 0;

	constructor(phrases: Record<string, string>, rules: readonly Rule<What>[]) {
		for (const [name, ways] of Object.entries(phrases)) {
			const phrase: Phrase = { name, number: this.#phrases.size, ways: [] };
			this.#phrases.set(name, phrase);
			// A phrase may use those before it, so none can hold itself.
			phrase.ways = this.#waysIn(ways, name);
		}
		for (const rule of rules)
			for (const elements of this.#waysIn(rule.patterns, rule.id)) {
				const pattern = { rule, elements, number: this.#count++, reach: reachOf(elements) };
				for (const word of firstWords(elements, rule.id)) listed(this.#byFirstWord, word).push(pattern);
				const [first, second = first] = needsOf(elements);
				for (const word of first!) listed(this.#byNeed, word).push(2 * pattern.number);
				for (const word of second!) listed(this.#byNeed, word).push(2 * pattern.number + 1);
			}
	}

	/** Every rule met, at each place its longest way, in the order of the text. */
	hitsIn(tokens: readonly Token[]): Hit<What>[] {
		const walk = new Walk(tokens, this.#phrases.size);
		// Where the next two words stand that a pattern cannot do without. Walking backwards, it is always known.
		const next = new Int32Array(2 * this.#count).fill(tokens.length + LONGEST);
		const hits: Hit<What>[] = [];
		for (let place = tokens.length - 1; place >= 0; place--) {
			const { word, lemma, kind } = tokens[place]!;
			const begun = hits.length;
			const words = lemma === word ? [word] : [word, lemma];
			if (kind === 'number') words.push('#');
			for (const one of words) for (const number of this.#byNeed.get(one) ?? none) next[number] = place;
			for (const one of words)
				for (const pattern of this.#byFirstWord.get(one) ?? none)
					if (
						next[2 * pattern.number]! - place < pattern.reach &&
						next[2 * pattern.number + 1]! - place < pattern.reach
					)
						this.#meet(pattern, place, walk, hits, begun);
		}
		return hits.reverse();
	}

	#meet(
		{ rule, elements }: Pattern<What>,
		place: number,
		walk: Walk,
		hits: Hit<What>[],
		begun: number,
	): void {
		const to = walk.longest(elements, 0, place);
		if (to <= place) return;
		for (let index = begun; index < hits.length; index++)
			if (hits[index]!.rule === rule) {
				if (hits[index]!.to < to) hits[index] = { rule, from: place, to };
				return;
			}
		hits.push({ rule, from: place, to });
	}

	/** The rules there are, by id. */
	get rules(): Rule<What>[] {
		return [...new Set([...this.#byFirstWord.values()].flat().map(({ rule }) => rule))];
	}

	/** Every word a pattern names: what a misspelt or disguised word may have been meant to be. */
	get vocabulary(): Set<string> {
		const words = new Set<string>();
		const add = (elements: Element[]) => {
			for (const element of elements)
				if (element.is === 'words') for (const word of [...element.words, ...element.exact]) words.add(word);
		};
		for (const phrase of this.#phrases.values()) phrase.ways.forEach(add);
		for (const list of this.#byFirstWord.values()) for (const { elements } of list) add(elements);
		return words;
	}

	#waysIn(lines: string, owner: string): Element[][] {
		return (
			lines
				.split('\n')
				.map((line) => line.trim())
				.filter(Boolean)
				// A gap at the end would only make what is marked longer.
				.map((line) => line.replace(/( ~\d*)+$/, ''))
				.map((line) => line.split(/\s+/).map((part) => this.#elementFrom(part, owner)))
		);
	}

	#elementFrom(part: string, owner: string): Element {
		if (part === '^') return { is: 'beginning' };
		if (part === '$') return { is: 'end' };
		if (part.startsWith('~')) return { is: 'gap', most: Number(part.slice(1)) || 3 };
		if (part.startsWith('!')) return { is: 'not', ...wordsIn(part.slice(1)) };
		const optional = part.endsWith('?');
		const bare = optional ? part.slice(0, -1) : part;
		if (bare === '#') return { is: 'number', optional };
		if (!bare.includes('<')) return { is: 'words', ...wordsIn(bare), optional };
		const phrase = bare.includes('|') ? this.#anyOf(bare) : this.#phrases.get(bare.slice(1, -1));
		if (!phrase) throw new Error(`${owner} uses ${bare}, which is not defined before it`);
		return { is: 'phrase', phrase, optional };
	}

	/** A phrase or a word: `<die>|suicide`. */
	#anyOf(part: string): Phrase {
		const known = this.#phrases.get(part);
		if (known) return known;
		const phrase: Phrase = { name: part, number: this.#phrases.size, ways: [] };
		this.#phrases.set(part, phrase);
		const [named, plain] = [part.split('|').filter(isNamed), part.split('|').filter((one) => !isNamed(one))];
		phrase.ways = this.#waysIn([...named, plain.join('|')].join('\n'), part);
		return phrase;
	}
}

const isNamed = (part: string) => part.startsWith('<');

/** One walk over one text. Remembers where each phrase ends that begins at a place. */
class Walk {
	readonly #tokens: readonly Token[];
	readonly #phraseCount: number;
	readonly #known = new Map<number, readonly number[]>();

	constructor(tokens: readonly Token[], phraseCount: number) {
		this.#tokens = tokens;
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
				return token && says(element, token) ? -1 : at;
			case 'number':
				return token?.kind === 'number' ? at + 1 : -1;
			case 'words':
				return token && says(element, token) ? at + 1 : -1;
		}
	}

	#endsOfPhrase(phrase: Phrase, at: number): readonly number[] {
		const key = at * this.#phraseCount + phrase.number;
		const known = this.#known.get(key);
		if (known) return known;
		const ends: number[] = [];
		const word = this.#tokens[at];
		if (word && mayBegin(phrase, word))
			for (const way of phrase.ways)
				this.#walk(way, 0, at, (end) => {
					if (!ends.includes(end)) ends.push(end);
				});
		this.#known.set(key, ends);
		return ends;
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

function mayBegin(phrase: Phrase, { word, lemma, kind }: Token): boolean {
	phrase.begins ??= new Set(phrase.ways.flatMap((way) => [...firstWords(way, phrase.name)]));
	return phrase.begins.has(word) || phrase.begins.has(lemma) || (kind === 'number' && phrase.begins.has('#'));
}

function listed<Item>(lists: Map<string, Item[]>, word: string): Item[] {
	const list = lists.get(word) ?? [];
	if (!list.length) lists.set(word, list);
	return list;
}

function says({ words, exact }: { words: Set<string>; exact: Set<string> }, { word, lemma }: Token): boolean {
	return words.has(lemma) || (lemma !== word && words.has(word)) || (exact.size > 0 && exact.has(word));
}

function wordsIn(part: string) {
	// “want too die”, “need 2 sleep”: thumbs write one for the other.
	const all = part.split('|').flatMap((word) => (word === 'to' ? ['to', 'too', '2'] : [word]));
	return {
		words: new Set(all.filter((word) => !word.startsWith('='))),
		exact: new Set(all.filter((word) => word.startsWith('=')).map((word) => word.slice(1))),
	};
}

/** What a pattern can begin with. It must begin with something, or every place of a text would be asked. */
function firstWords(elements: readonly Element[], owner: string): Set<string> {
	const words = new Set<string>();
	for (const element of elements) {
		if (element.is === 'beginning' || element.is === 'not') continue;
		if (element.is === 'gap' || element.is === 'end')
			throw new Error(`A pattern of ${owner} begins with nothing`);
		if (element.is === 'number') words.add('#');
		else if (element.is === 'words') for (const word of [...element.words, ...element.exact]) words.add(word);
		else for (const way of element.phrase.ways) for (const word of firstWords(way, owner)) words.add(word);
		if (!element.optional) return words;
	}
	throw new Error(`A pattern of ${owner} can be nothing`);
}

/** Of each element that must be there, the words one of which it needs; the fewest first. */
function needsOf(elements: readonly Element[]): Set<string>[] {
	const needs: Set<string>[] = [];
	for (const element of elements) {
		if (!('optional' in element) || element.optional) continue;
		if (element.is === 'words') needs.push(new Set([...element.words, ...element.exact]));
		else if (element.is === 'number') needs.push(new Set('#'));
		else needs.push(new Set(element.phrase.ways.flatMap((way) => [...needsOf(way)[0]!])));
	}
	return needs.sort((one, other) => one.size - other.size);
}

function reachOf(elements: readonly Element[]): number {
	let reach = 2 * PATIENCE;
	for (const element of elements)
		reach += element.is === 'gap' ? element.most : element.is === 'phrase' ? 2 * PATIENCE : 2;
	return Math.min(reach, LONGEST);
}
