import type { Language } from './language.ts';
import type { Piece, Token } from './tokens.ts';

/** A sentence’s pieces as a language reads them: written out, undisguised, with dictionary forms and clauses. */
export function tokensOf(
	pieces: readonly Piece[],
	language: Language,
	sentence: number,
	lastClause = -1,
): Token[] {
	const tokens: Token[] = [];
	for (let place = 0; place < pieces.length;) {
		const spelled = spelledOut(pieces, place, language);
		const taken = spelled?.length ?? 1;
		const piece = pieces[place]!;
		const last = pieces[place + taken - 1]!;
		const { kind } = piece;
		const written = spelled
			? writeOut(spelled.word, language)
			: kind === 'word'
				? writeOut(piece.text, language)
				: [piece.text];
		for (const word of written)
			tokens.push(
				tokenFor(word, language, {
					kind: spelled ? 'word' : kind === 'word' && /^\d+$/.test(word) ? 'number' : kind,
					sentence,
					quoted: piece.quoted,
					from: piece.from,
					to: last.to,
				}),
			);
		place += taken;
	}
	return inClauses(tokens, language, lastClause + 1);
}

type Standing = Pick<Token, 'kind' | 'sentence' | 'quoted' | 'from' | 'to'>;

function tokenFor(word: string, { forms, fillers }: Language, standing: Standing): Token {
	const form = standing.kind === 'word' ? forms.get(word) : undefined;
	return {
		...standing,
		word,
		lemma: form?.lemma ?? word,
		past: form?.past ?? false,
		person: form?.person ?? 0,
		filler: standing.kind === 'emoji' || fillers.has(word),
		clause: 0,
	};
}

/** A new clause begins after a mark, and where a conjunction brings somebody who acts. */
function inClauses(tokens: Token[], { conjunctions, linking, subjects }: Language, first: number): Token[] {
	let clause = first;
	tokens.forEach((token, place) => {
		const before = tokens[place - 1];
		const after = tokens[place + 1];
		if (before && before.quoted !== token.quoted) clause++;
		else if (before?.kind === 'mark' && before.word !== '-' && before.word !== '/') clause++;
		else if (conjunctions.has(token.word)) clause++;
		else if (linking.has(token.word) && after && subjects.has(after.word)) clause++;
		token.clause = clause;
	});
	return tokens;
}

/** Letters set apart, “k m s” or “s.u.i.c.i.d.e”, where together they are a word people hide. */
function spelledOut(
	pieces: readonly Piece[],
	place: number,
	{ hidden }: Language,
): { word: string; length: number } | undefined {
	let word = '';
	let length = 0;
	let found: { word: string; length: number } | undefined;
	for (let at = place; at < pieces.length && word.length < 24; at++) {
		const { text, kind } = pieces[at]!;
		if (kind === 'mark' && word && at > place && text !== '?') continue;
		if (kind === 'mark' || kind === 'emoji' || text.length > 1) break;
		word += deciphered.get(text) ?? text;
		length = at - place + 1;
		if (word.length >= 3 && hidden.has(word)) found = { word, length };
	}
	return found;
}

function writeOut(text: string, language: Language): string[] {
	const plain = text.length > 2 ? meant(text, language) : text;
	const long = language.shortForms.get(plain);
	if (long) return long;
	const unit = /^(\d+)([a-z]+)$/.exec(plain);
	if (unit) return [unit[1]!, unit[2]!];
	const split = language.split?.(plain);
	if (split) return split;
	const bare = plain.includes("'") ? plain.replaceAll("'", '') : plain;
	if (bare !== plain) {
		const again = language.shortForms.get(bare);
		if (again) return again;
		if (plain.endsWith("'s")) return [plain.slice(0, -2), "'s"];
		return [bare];
	}
	return [plain];
}

/** The word that is meant by one that is stretched, disguised or missed by a thumb; or the word itself. */
function meant(text: string, language: Language): string {
	if (knows(text, language)) return text;
	if (/(.)\1\1/.test(text)) {
		const twice = text.replace(/(.)\1{2,}/g, '$1$1');
		if (knows(twice, language)) return twice;
		const once = text.replace(/(.)\1{2,}/g, '$1');
		if (knows(once, language)) return once;
		const single = text.replace(/(.)\1+/g, '$1');
		if (knows(single, language)) return single;
	}
	if (/[^a-z']/.test(text)) {
		for (const letters of decipheredWays(text)) if (knows(letters, language)) return letters;
		if (text.includes('*')) for (const word of language.hidden) if (couldBe(text, word)) return word;
	}
	return language.misspelt.get(text) ?? text;
}

function knows(word: string, { forms, shortForms, hidden, common }: Language): boolean {
	return forms.has(word) || hidden.has(word) || shortForms.has(word) || common.has(word);
}

const deciphered = new Map(
	Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', $: 's', '@': 'a', '!': 'i' }),
);

function decipheredWays(text: string): string[] {
	if (text.length > 20 || !/[a-z]/.test(text)) return [];
	const letters = [...text].map((letter) => deciphered.get(letter) ?? letter).join('');
	const stars = letters.replaceAll('*', '');
	return text.includes('1') ? [letters, lForOne(text), stars] : [letters, stars];
}

const lForOne = (text: string) =>
	[...text].map((letter) => (letter === '1' ? 'l' : (deciphered.get(letter) ?? letter))).join('');

/** Whether stars stand for letters of a word: the same length, and the rest the same. */
function couldBe(text: string, word: string): boolean {
	if (text.length !== word.length || text[0] !== word[0]) return false;
	for (let place = 1; place < word.length; place++)
		if (text[place] !== '*' && (deciphered.get(text[place]!) ?? text[place]) !== word[place]) return false;
	return true;
}
