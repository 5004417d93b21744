import { allOf, Choices, listed, type Bits } from './choices.ts';
import type { Token } from './tokens.ts';
import { PATIENCE, Walk, type Element, type Phrase } from './walk.ts';

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

/** No pattern spans more words. */
const LONGEST = 64;

interface Pattern<What> {
	rule: Rule<What>;
	elements: Element[];
	number: number;
	/** How many words it can span, with a few that carry no meaning. */
	reach: number;
}

/** What the patterns know of one word. */
interface Known<What> {
	/** Which choices it is one of. */
	bits: Bits;
	/** Of which patterns it is one of the two words they cannot do without: twice their number, or one more. */
	needed: Int32Array;
	/** Which patterns it can begin. */
	begun: Pattern<What>[];
}

export class Patterns<What> {
	readonly #choices = new Choices();
	readonly #phrases = new Map<string, Phrase>();
	readonly #byFirstWord = new Map<string, Pattern<What>[]>();
	/** Patterns by the words one of which they cannot do without. A text without them is not asked. */
	readonly #byNeed = new Map<string, number[]>();
	readonly #known = new Map<string, Known<What>>();
	#count = 0;

	constructor(phrases: Record<string, string>, rules: readonly Rule<What>[]) {
		for (const [name, ways] of Object.entries(phrases)) {
			// A phrase may use those before it, so none can hold itself.
			this.#define(name, this.#waysIn(ways, name));
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
		const known = tokens.map((token) => this.#knownOf(token));
		const walk = new Walk(tokens, known, this.#phrases.size);
		// Where the next two words stand that a pattern cannot do without. Walking backwards, it is always known.
		const next = new Int32Array(2 * this.#count).fill(tokens.length + LONGEST);
		const hits: Hit<What>[] = [];
		for (let place = tokens.length - 1; place >= 0; place--) {
			const begun = hits.length;
			const { needed, begun: patterns } = known[place]!;
			for (const number of needed) next[number] = place;
			for (const pattern of patterns)
				if (
					next[2 * pattern.number]! - place < pattern.reach &&
					next[2 * pattern.number + 1]! - place < pattern.reach
				)
					this.#meet(pattern, place, walk, hits, begun);
		}
		return hits.reverse();
	}

	/** What the patterns know of a word: looked up once for every word there is in them. */
	#knownOf(token: Token): Known<What> {
		const before = this.#known.get(token.word);
		if (before) return before;
		const { word, lemma, kind } = token;
		const forms = [...new Set(kind === 'number' ? [word, '#'] : [word, lemma])];
		const bits = this.#choices.bitsOf(token);
		const needed = forms.flatMap((form) => this.#byNeed.get(form) ?? []);
		const begun = [...new Set(forms.flatMap((form) => this.#byFirstWord.get(form) ?? []))];
		const known = { bits, needed: Int32Array.from(needed), begun };
		if (bits !== this.#choices.unknown || needed.length) this.#known.set(word, known);
		return known;
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
				if (element.is === 'words') for (const word of allOf(element.choice)) words.add(word);
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
		if (part.startsWith('!')) return { is: 'not', choice: this.#choices.among(part.slice(1)) };
		const optional = part.endsWith('?');
		const bare = optional ? part.slice(0, -1) : part;
		if (bare === '#') return { is: 'number', optional };
		if (!bare.includes('<')) return { is: 'words', choice: this.#choices.among(bare), optional };
		const phrase = bare.includes('|') ? this.#anyOf(bare) : this.#phrases.get(bare.slice(1, -1));
		if (!phrase) throw new Error(`${owner} uses ${bare}, which is not defined before it`);
		return { is: 'phrase', phrase, optional };
	}

	/** A phrase or a word: `<die>|suicide`. */
	#anyOf(part: string): Phrase {
		const known = this.#phrases.get(part);
		if (known) return known;
		const [named, plain] = [part.split('|').filter(isNamed), part.split('|').filter((one) => !isNamed(one))];
		return this.#define(part, this.#waysIn([...named, plain.join('|')].join('\n'), part));
	}

	#define(name: string, ways: Element[][]): Phrase {
		const first = new Set(ways.flatMap((way) => [...firstWords(way, name)]));
		const begins = this.#choices.add({ words: first, exact: first });
		const phrase: Phrase = { name, number: this.#phrases.size, ways, begins };
		this.#phrases.set(name, phrase);
		return phrase;
	}
}

const isNamed = (part: string) => part.startsWith('<');

/** What a pattern can begin with. It must begin with something, or every place of a text would be asked. */
function firstWords(elements: readonly Element[], owner: string): Set<string> {
	const words = new Set<string>();
	for (const element of elements) {
		if (element.is === 'beginning' || element.is === 'not') continue;
		if (element.is === 'gap' || element.is === 'end')
			throw new Error(`A pattern of ${owner} begins with nothing`);
		if (element.is === 'number') words.add('#');
		else if (element.is === 'words') for (const word of allOf(element.choice)) words.add(word);
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
		if (element.is === 'words') needs.push(new Set(allOf(element.choice)));
		else if (element.is === 'number') needs.push(new Set('#'));
		else needs.push(new Set(element.phrase.ways.flatMap((way) => [...needsOf(way)[0]!])));
	}
	return needs.sort((one, other) => oftenness(one) - oftenness(other));
}

/** How often one of these words is met, roughly: the commonest ones count for many others. */
function oftenness(words: ReadonlySet<string>): number {
	let sum = 0;
	for (const word of words) sum += everywhere.has(word) ? 30 : 1;
	return sum;
}

/** What hardly a sentence does without, in the languages there are grammars of. */
const everywhere = new Set(
	`i me my it the a to and be have do not this that in of on for with you go get what so up just all is was if at or
	yo me mi lo la el que de a y no se en un una por con ser estar haber hacer tener para si como te su los las es ir`.split(
		/\s+/,
	),
);

function reachOf(elements: readonly Element[]): number {
	let reach = 2 * PATIENCE;
	for (const element of elements)
		reach += element.is === 'gap' ? element.most : element.is === 'phrase' ? 2 * PATIENCE : 2;
	return Math.min(reach, LONGEST);
}
