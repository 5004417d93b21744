import { sql } from 'kysely';
import type { Reader } from '#platform/db.ts';
import {
	conceptOf,
	nothingUnderstood,
	wishes,
	type Concept,
	type Saying,
	type Understood,
	type Variant,
} from '../concepts.ts';
import { EVERYTHING } from '../said.ts';
import weakWords from '../weak-words.json' with { type: 'json' };
import { distanceBetween, wordsIn } from '../words.ts';

/** More words than this are not looked for: the first ones say what somebody wants. */
const MOST_WORDS = 24;

interface Asked {
	word: string;
	documents: number | null;
	stems: string[];
	/** Whether English, and Spanish, takes it for a word that says nothing. */
	emptyEn: boolean;
	emptyEs: boolean;
}

/**
 * What somebody’s words may mean, by the words that are in use here: endings aside, in other words for the same thing, and
 * as they were perhaps meant to be spelled. A word that is in use is never corrected.
 */
export async function understand(db: Reader, text: string, locale: string): Promise<Understood> {
	const typed = [...new Set(wordsIn(text))].slice(0, MOST_WORDS);
	if (typed.length === 0) return nothingUnderstood;

	const { asked, of } = await known(db, typed);
	const wish = asked.map(({ word }) => wishes[word]).find((each) => each !== undefined);
	const language = languageOf(asked, locale);
	const meant = telling(asked, language).filter(({ word }, _, { length }) => length === 1 || !wishes[word]);
	const families = await familiesOf(db, meant, language);
	const strange = meant
		.filter(({ word, documents }) => documents === null && !weak[language].has(word))
		.map(({ word }) => word);
	const others = families.flat(2).flatMap(({ stems }) => stems);
	const [variants, likely] = await Promise.all([
		variantsOf(db, [...meant.flatMap(({ stems }) => stems), ...others]),
		likenesses(db, strange),
	]);
	const { concepts, corrected } = conceive(meant, { families, variants, likely, of });
	const strong = concepts.filter(({ asked: word }) => !weak[language].has(word));
	return { concepts: strong.length > 0 ? strong : concepts, corrected, of, wish, language };
}

/** Each word as the vocabulary has it, and how many listings there are. */
async function known(db: Reader, words: readonly string[]) {
	const { rows } = await sql<Asked>`
		select
			asked.word,
			vocabulary.documents,
			stems(asked.word) as stems,
			ts_lexize('pg_catalog.english_stem', asked.word) = '{}' as "emptyEn",
			ts_lexize('pg_catalog.spanish_stem', asked.word) = '{}' as "emptyEs"
		from unnest(${[...words, `#${EVERYTHING}`]}::text[]) with ordinality asked (word, place)
		left join vocabulary on vocabulary.word = asked.word
		order by asked.place`.execute(db);
	return { asked: rows.slice(0, -1), of: rows.at(-1)?.documents ?? 0 };
}

/** In which language somebody asks: the one of whose smallest words there are more, else the one they read in. */
function languageOf(asked: readonly Asked[], locale: string): 'en' | 'es' {
	const votes = asked.reduce(
		(sum, { word, emptyEn, emptyEs }) =>
			sum + Number(emptyEn || weak.en.has(word)) - Number(emptyEs || weak.es.has(word)),
		0,
	);
	return votes > 0 ? 'en' : votes < 0 ? 'es' : locale.startsWith('es') ? 'es' : 'en';
}

/** Without the words that say nothing in that language; unless there are no others. */
function telling(asked: readonly Asked[], language: 'en' | 'es'): readonly Asked[] {
	const rest = asked.filter(({ emptyEn, emptyEs }) => !(language === 'en' ? emptyEn : emptyEs));
	return rest.length > 0 ? rest : asked;
}

/** Words that everybody says who looks for something: alone they are not looked for. In a phrase they count. */
const weak = {
	en: new Set(weakWords.en.flatMap(wordsIn)),
	es: new Set(weakWords.es.flatMap(wordsIn)),
};

/** A phrase, and a family of phrases that say one thing. */
type Phrase = readonly Asked[];
type Family = readonly Phrase[];

/** The families in which any of these words is. */
async function familiesOf(db: Reader, meant: readonly Asked[], language: 'en' | 'es'): Promise<Family[]> {
	const stems = meant.flatMap(({ word, stems: some }) => [...some, word]);
	const { rows } = await sql<{ phrases: string[] }>`
		select phrases from synonym where stems && ${[...new Set(stems)]}::text[]`.execute(db);
	if (rows.length === 0) return [];
	const families = rows.map(({ phrases }) => phrases.map(wordsIn));
	const { asked } = await known(db, [...new Set(families.flat(2))]);
	const byWord = new Map(asked.map((each) => [each.word, each]));
	return families.map((phrases) =>
		phrases.map((phrase) =>
			telling(
				phrase.flatMap((word) => byWord.get(word) ?? []),
				language,
			),
		),
	);
}

/** Words in use that are one word with another ending, by that stem. */
async function variantsOf(db: Reader, stems: readonly string[]): Promise<Map<string, Variant[]>> {
	// Stem by stem, for PostgreSQL takes many together for half of all words, and reads them all.
	const { rows } = await sql<{ stem: string; word: string; documents: number }>`
		select asked.stem, variant.word, variant.documents
		from unnest(${[...new Set(stems)]}::text[]) asked (stem),
			lateral (select word, documents from vocabulary where stems @> array[asked.stem] offset 0) variant`.execute(
		db,
	);
	const byStem = new Map<string, Variant[]>();
	for (const { stem, word, documents } of rows) {
		if (!byStem.has(stem)) byStem.set(stem, []);
		byStem.get(stem)!.push({ word, documents, likeness: ENDING });
	}
	return byStem;
}

/** How nearly a word says the same with another ending, in other words, and when the spelling was guessed. */
const ENDING = 0.9;
const OTHER_WORDS = 0.7;
const GUESSED = 0.7;

interface Guess {
	asked: string;
	word: string;
	documents: number;
}

/** Words in use that begin like a word, or are one or two slips of the hand away from it; the commonest of the nearest. */
async function likenesses(db: Reader, words: readonly string[]): Promise<Map<string, Variant[]>> {
	const long = words.filter((word) => word.length > 2);
	if (long.length === 0) return new Map();
	const { rows } = await sql<Guess>`
		select asked.word as asked, near.word, near.documents
		from unnest(${long}::text[]) asked (word),
			lateral (
				select word, documents from vocabulary
				where (slips && slips(asked.word) or word % asked.word or word like asked.word || '%') and word !~ '[#0-9]'
				limit 400
			) near`.execute(db);
	const guesses = Map.groupBy(rows, ({ asked }) => asked);
	return new Map([...guesses].map(([asked, some]) => [asked, nearest(asked, some)]));
}

function nearest(asked: string, some: readonly Guess[]): Variant[] {
	const slips = asked.length < 8 ? 1 : 2;
	const near = some
		.map((guess) => ({ ...guess, far: distanceBetween(asked, guess.word, slips + 1) }))
		.filter(({ far }) => far <= slips)
		.toSorted((a, b) => a.far - b.far || b.documents - a.documents);
	// What begins so is perhaps only half typed; what is spelled nearly so is what was meant.
	const begun = some
		.filter(({ word }) => word.startsWith(asked))
		.toSorted((a, b) => b.documents - a.documents);
	const meant = near.filter(({ far }) => far === near[0]!.far).slice(0, 3);
	return [...new Map([...meant, ...begun.slice(0, 5)].map((guess) => [guess.word, guess])).values()].map(
		({ word, documents }) => ({ word, documents, likeness: GUESSED }),
	);
}

interface Knowledge {
	families: readonly Family[];
	variants: ReadonlyMap<string, Variant[]>;
	likely: ReadonlyMap<string, Variant[]>;
	of: number;
}

/** The longest phrases first: “hearing voices” is one thing, not two. */
function conceive(meant: readonly Asked[], { families, variants, likely, of }: Knowledge) {
	const concepts: Concept[] = [];
	const corrected: { from: string; to: string }[] = [];

	const formsOf = ({ word, documents, stems }: Asked): Variant[] => {
		const others = stems.flatMap((stem) => variants.get(stem) ?? []).filter((each) => each.word !== word);
		const own = { word, likeness: 1, documents: documents ?? 0 };
		return [...new Map([...others, own].map((each) => [each.word, each])).values()];
	};
	const guessed = (asked: Asked): Variant[] => {
		const forms = formsOf(asked);
		if (asked.documents !== null || forms.length > 1) return forms;
		const guesses = likely.get(asked.word) ?? [];
		const best = guesses[0]?.word;
		if (best && !best.startsWith(asked.word)) corrected.push({ from: asked.word, to: best });
		return [...forms, ...guesses];
	};

	for (let at = 0; at < meant.length;) {
		const { span, others } = longestPhrase(meant, at, families);
		const words = meant.slice(at, at + span);
		const sayings: Saying[] = [
			{ likeness: 1, words: words.map(guessed) },
			...others.map((phrase) => ({ likeness: OTHER_WORDS, words: phrase.map(formsOf) })),
		];
		concepts.push(conceptOf(words.map(({ word }) => word).join(' '), sayings, of));
		at += span;
	}
	return { concepts, corrected };
}

/** How many of the words from here on are one known phrase, and what else that may be called. */
function longestPhrase(meant: readonly Asked[], at: number, families: readonly Family[]) {
	for (let span = Math.min(LONGEST_PHRASE, meant.length - at); span > 0; span--) {
		const words = meant.slice(at, at + span);
		const same = families.filter((family) => family.some((phrase) => says(words, phrase)));
		if (same.length > 0) return { span, others: same.flat().filter((phrase) => !says(words, phrase)) };
	}
	return { span: 1, others: [] };
}

const LONGEST_PHRASE = 4;

/** Endings aside. */
const says = (words: Phrase, phrase: Phrase) =>
	words.length === phrase.length && words.every((word, n) => isOneWord(word, phrase[n]!));

const isOneWord = (a: Asked, b: Asked) => a.word === b.word || a.stems.some((stem) => b.stems.includes(stem));
