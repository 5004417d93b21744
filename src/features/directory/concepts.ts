/** One word that may stand for one that was asked for, and how nearly it says the same: 1 is the word itself. */
export interface Variant {
	word: string;
	likeness: number;
	/** In how many listings it is. */
	documents: number;
}

/** One way to say a thing: for each of its words, those that count as it. A voice is [[voice, voices]]. */
export interface Saying {
	words: readonly (readonly Variant[])[];
	likeness: number;
}

/** One thing that was asked for, and all the ways of saying it. */
export interface Concept {
	/** As it was typed. */
	asked: string;
	sayings: readonly Saying[];
	/** In how many listings it is said in any way; never fewer than there are. */
	documents: number;
}

/** What was asked for, in order. */
export interface Understood {
	concepts: readonly Concept[];
	/** Words that are in no listing, and what was taken for them. */
	corrected: readonly { from: string; to: string }[];
	/** How many listings there are at all. */
	of: number;
	/** A time that was asked for by a word, such as “tonight”. */
	wish: 'now' | 'today' | 'tomorrow' | undefined;
	/** The language they were asked in. */
	language: 'en' | 'es' | undefined;
}

export const nothingUnderstood: Understood = {
	concepts: [],
	corrected: [],
	of: 0,
	wish: undefined,
	language: undefined,
};

/** Names that stand for times. They change the order of what is found, and need not be found in it. */
export const wishes: Readonly<Record<string, NonNullable<Understood['wish']>>> = {
	now: 'now',
	ahora: 'now',
	today: 'today',
	tonight: 'today',
	hoy: 'today',
	tomorrow: 'tomorrow',
};

export function conceptOf(asked: string, sayings: readonly Saying[], of: number): Concept {
	const documents = sayings.reduce((sum, saying) => sum + documentsOf(saying), 0);
	return { asked, sayings, documents: Math.min(of, documents) };
}

/** All words of a saying have to be there, so it is in no more than the rarest of them. */
const documentsOf = ({ words }: Saying) =>
	Math.min(...words.map((some) => some.reduce((sum, { documents }) => sum + documents, 0)));

/** How much it tells that something is said: the fewer say it, the more. As in BM25, and never negative. */
export const rarity = ({ documents }: Pick<Concept, 'documents'>, of: number): number =>
	Math.log(1 + (Math.max(of, documents) - documents + 0.5) / (documents + 0.5));

/** A concept as PostgreSQL’s tsquery. */
export const queryFor = ({ sayings }: Concept): string =>
	any(sayings.map(({ words }) => all(words.map((some) => any(some.map(({ word }) => quoted(word)))))));

export const all = (parts: readonly string[]): string =>
	parts.length === 1 ? parts[0]! : `(${parts.join(' & ')})`;
export const any = (parts: readonly string[]): string =>
	parts.length === 1 ? parts[0]! : `(${parts.join(' | ')})`;
export const quoted = (term: string): string => `'${term.replace(/['\\]/g, '\\$&')}'`;
