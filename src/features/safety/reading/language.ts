import type { Forms } from './lexicon.ts';
import type { Patterns } from './pattern.ts';
import type { Meaning } from './meaning.ts';
import type { Piece } from './tokens.ts';
import type { Undertone } from './undertone.ts';

/** Everything a grammar knows of one language. */
export interface Language {
	name: 'en' | 'es';
	/** Words that mark the language, for telling which one is written. */
	common: Set<string>;
	shortForms: Map<string, string[]>;
	forms: Forms;
	fillers: Set<string>;
	/** Words that begin a clause; those that do so only before somebody who acts. */
	conjunctions: Set<string>;
	linking: Set<string>;
	/** Pronouns that can act, and whom they mean. */
	subjects: Map<string, 'self' | 'other' | 'reader'>;
	/** Words that turn an act back on who acts: myself, yourself, me, te. */
	reflexives: Map<string, 'self' | 'other' | 'reader'>;
	/** Relatives, friends and others a sentence can be about. */
	people: Set<string>;
	/** Verbs that, bare at the beginning, tell the reader to do something. */
	commands: Set<string>;
	negations: Set<string>;
	/** After these, a “not” before no longer reaches: “do not know why I …”. */
	negationEnds: Set<string>;
	pastMarkers: Set<string>;
	nowMarkers: Set<string>;
	media: Set<string>;
	jokes: Set<string>;
	/** Words people disguise. */
	hidden: Set<string>;
	misspelt: Map<string, string>;
	/** Endings that stand for a word of their own, such as the pronouns of Spanish verbs. */
	split?: (word: string) => string[] | undefined;
	patterns: Patterns<Meaning>;
	undertone: Undertone;
}

/** Common words of languages this grammar does not read, where they differ from English and Spanish. */
const elsewhere = new Set(
	`je tu nous vous ils est pas une des les dans pour avec mais suis veux mourir tout moi c'est j'ai qui sur ne et aussi
	ich nicht und ist ein eine der die das mich mir mit auf fur aber wenn habe kann will auch sterben leben zu den wir sind
	nao voce uma muito minha meu eu com isso mais tenho estou quero viver morrer ele ela mas sou pra nem sem foi vou
	non sono che per una mi il di voglio morire vivere come anche piu ho hai della questo sto
	ik niet het een van en dat wil dood leven mijn maar voor zijn met ook meer
	nie jest chce zyc umrzec moje mam sie jak ale co tak
	jag inte och att vill leva mig det som ar med men
	ben yok bir istiyorum olmek cok degil ama icin`.split(/\s+/),
);

/** How many words of each language a sentence has, and of others. */
export interface Voices {
	counts: number[];
	foreign: number;
	words: number;
}

export function voicesIn(pieces: readonly Piece[], languages: readonly Language[]): Voices {
	const counts = languages.map(() => 0);
	let foreign = 0;
	let words = 0;
	for (const { text, kind } of pieces) {
		if (kind !== 'word') continue;
		words++;
		const { weights, known, isElsewhere } = soundOf(text, languages);
		for (let index = 0; index < counts.length; index++) counts[index]! += weights[index]!;
		if (isElsewhere) foreign += known ? 1 : 2;
		else if (!known && text.charCodeAt(0) > 0x7f) foreign += 2;
	}
	return { counts, foreign, words };
}

/** How much a word speaks for each language. */
interface Sound {
	weights: number[];
	known: boolean;
	isElsewhere: boolean;
}

/** How many words are kept in mind: hostile text may hold any number of them. */
const MOST_SOUNDS = 20_000;
const sounds = new Map<readonly Language[], Map<string, Sound>>();

function soundOf(word: string, languages: readonly Language[]): Sound {
	let heard = sounds.get(languages);
	if (!heard) sounds.set(languages, (heard = new Map()));
	const before = heard.get(word);
	if (before) return before;
	const weights = languages.map(({ common, shortForms, forms }) =>
		common.has(word) ? 2 : forms.has(word) || shortForms.has(word) ? 1 : 0,
	);
	const sound = { weights, known: weights.some(Boolean), isElsewhere: elsewhere.has(word) };
	if (heard.size >= MOST_SOUNDS) heard.clear();
	heard.set(word, sound);
	return sound;
}

/**
 * Which language a sentence is in, told by its commonest words; null where it is another one. A sentence without any such
 * word takes the language of the rest, or the writer’s own.
 */
export function languageOf<One>(
	{ counts, foreign, words }: Voices,
	languages: readonly One[],
	otherwise: One | null,
): One | null {
	const best = Math.max(...counts);
	if (words === 0) return otherwise;
	if (foreign > best) return null;
	if (best === 0) return otherwise;
	if (otherwise && counts[languages.indexOf(otherwise)] === best) return otherwise;
	return languages[counts.indexOf(best)]!;
}

export function together(voices: readonly Voices[]): Voices {
	const counts = voices[0]?.counts.map((_, index) =>
		voices.reduce((sum, one) => sum + one.counts[index]!, 0),
	) ?? [0];
	return {
		counts,
		foreign: voices.reduce((sum, one) => sum + one.foreign, 0),
		words: voices.reduce((sum, one) => sum + one.words, 0),
	};
}
