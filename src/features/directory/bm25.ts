import { rarity, type Concept, type Saying } from './concepts.ts';
import type { Weight } from './said.ts';

/**
 * Okapi BM25 (Robertson and Zaragoza, 2009) over weighted fields: a word in a name counts as much as several in a note, and
 * words that few listings have count more than words that most have.
 */
const K1 = 1.2;
const B = 0.5;
/** How many words a listing has, roughly; only its order of size matters. */
const USUAL_LENGTH = 60;

const fieldWeights: Readonly<Record<Weight, number>> = { A: 3, B: 1.5, C: 1, D: 0.6 };

/** A listing’s words, as PostgreSQL keeps them. */
export interface Document {
	terms: string;
	length: number;
}

/** How well a listing says what was asked for, and which of it: each concept’s share, in their order. */
export function bm25(document: Document, concepts: readonly Concept[], of: number): number[] {
	const norm = 1 - B + (B * document.length) / USUAL_LENGTH;
	return concepts.map((concept) => {
		const said = Math.max(...concept.sayings.map((saying) => frequencyOf(saying, document)));
		return (rarity(concept, of) * said * (K1 + 1)) / (said + K1 * norm);
	});
}

/** A saying of several words is said as often as the one that is said least. */
const frequencyOf = ({ words, likeness }: Saying, { terms }: Document) =>
	likeness *
	Math.min(
		...words.map((some) =>
			some.reduce((sum, variant) => sum + variant.likeness * weighted(terms, variant.word), 0),
		),
	);

/** The places of one word in a tsvector’s text, `'grief':1A,7`, each by the weight of its field; D is left out there. */
function weighted(terms: string, word: string): number {
	const key = `'${word}':`;
	const start = terms.indexOf(key);
	if (start < 0) return 0;
	const end = terms.indexOf(' ', start);
	const places = terms.slice(start + key.length, end < 0 ? undefined : end).split(',');
	return places.reduce((sum, place) => sum + fieldWeights[(/[ABC]$/.exec(place)?.[0] ?? 'D') as Weight], 0);
}
