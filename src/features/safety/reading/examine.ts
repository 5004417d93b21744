import { tokensOf } from './canonical.ts';
import { plainly } from './characters.ts';
import type { Context, Limit } from './finding.ts';
import { interpret, type Noted } from './interpret.ts';
import { languageOf, together, voicesIn, type Language } from './language.ts';
import { piecesOf, type Piece, type Token } from './tokens.ts';
import { weigh, type Weighed } from './weigh.ts';

/** Everything found in a text. What others see of it is `read`. */
export interface Examined extends Weighed {
	parts: Noted[];
	limits: Limit[];
}

export function examine(text: string, context: Context, languages: readonly Language[]): Examined {
	const plain = plainly(text);
	const pieces = piecesOf(plain);
	const own = languages.find(({ name }) => context.language?.startsWith(name)) ?? languages[0]!;
	const sentences = sentencesIn(pieces).map((one) => ({ one, voices: voicesIn(one, languages) }));
	const overall = languageOf(together(sentences.map(({ voices }) => voices)), languages, own);
	const tokens = new Map<Language, Token[]>();
	let foreign = 0;
	let sentence = 0;
	for (const { one, voices } of sentences) {
		const language = languageOf(voices, languages, overall);
		if (!language) foreign++;
		else {
			const list = tokens.get(language);
			const read = tokensOf(one, language, sentence++, list?.at(-1)?.clause);
			if (list) list.push(...read);
			else tokens.set(language, read);
		}
	}
	const parts = [...tokens].map(([language, list]) => interpret(list, language));
	return { ...weigh(parts), parts, limits: limitsOf(plain.shortened, foreign, overall === null) };
}

function limitsOf(shortened: boolean, foreign: number, elsewhere: boolean): Limit[] {
	const limits: Limit[] = shortened ? ['long'] : [];
	if (foreign) limits.push(elsewhere ? 'language' : 'partly');
	return limits;
}

function sentencesIn(pieces: readonly Piece[]): Piece[][] {
	const sentences: Piece[][] = [];
	let begin = 0;
	for (let place = 0; place < pieces.length; place++) {
		const { kind, text } = pieces[place]!;
		// “k. m. s.” is no three sentences.
		const spelling = pieces[place - 1]?.text.length === 1 && pieces[place - 1]?.kind === 'word';
		if (kind === 'mark' && (text === '?' || (text === '.' && !spelling))) {
			sentences.push(pieces.slice(begin, place + 1));
			begin = place + 1;
		}
	}
	if (begin < pieces.length) sentences.push(pieces.slice(begin));
	return sentences;
}
