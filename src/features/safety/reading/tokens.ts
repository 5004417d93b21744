import type { Plain } from './characters.ts';

/** A word as it stands in the text, before a language has looked at it. Places are those of the text as it was written. */
export interface Piece {
	text: string;
	kind: Kind;
	from: number;
	to: number;
	quoted: boolean;
}

export type Kind = 'word' | 'number' | 'mark' | 'emoji';

/** A word as a grammar reads it: written out, with its dictionary form and its place in the text. */
export interface Token {
	word: string;
	lemma: string;
	kind: Kind;
	/** Carries no meaning of its own: “just”, “really”, an emoji. */
	filler: boolean;
	/** A verb form that tells of the past. */
	past: boolean;
	/** Who acts, where the form of the verb says so. */
	person: 0 | 1 | 2 | 3;
	quoted: boolean;
	clause: number;
	sentence: number;
	from: number;
	to: number;
}

/** More of one word than this is noise. */
const LONGEST_WORD = 48;

/** Cuts a text into words, numbers, marks and emoji. */
export function piecesOf({ text, at }: Plain): Piece[] {
	const pieces: Piece[] = [];
	let quote = false;
	for (let place = 0; place < text.length;) {
		const code = text.charCodeAt(place);
		let end = place + 1;
		if (isWordCode(code)) {
			while (end < text.length && (isWordCode(text.charCodeAt(end)) || joins(text, end))) end++;
			const word = text.slice(place, Math.min(end, place + LONGEST_WORD));
			pieces.push({
				text: word,
				kind: isDigits(word) ? 'number' : 'word',
				from: at[place]!,
				to: at[end]!,
				quoted: quote,
			});
		} else if (code > 0x2000 && isPicture(text, place)) {
			end = place + (text.codePointAt(place)! > 0xffff ? 2 : 1);
			pieces.push({
				text: text.slice(place, end),
				kind: 'emoji',
				from: at[place]!,
				to: at[end]!,
				quoted: quote,
			});
		} else if (code === 0x22) {
			quote = !quote;
		} else if (code !== 0x20 && code !== 0x09) {
			const mark = markOf(text[place]!);
			// “!!!” ends a sentence once.
			if (mark && pieces.at(-1)?.text !== mark)
				pieces.push({ text: mark, kind: 'mark', from: at[place]!, to: at[end]!, quoted: quote });
		}
		place = end;
	}
	// A quotation that nobody closed is a sign on its own.
	if (quote) for (const piece of pieces) piece.quoted = false;
	return pieces;
}

function isWordCode(code: number): boolean {
	if (code < 0x80)
		return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x24 || code === 0x40;
	return /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

/** What holds a word together between two letters: don’t, k!ll, s*icide. */
function joins(text: string, place: number): boolean {
	const mark = text[place]!;
	if (mark !== "'" && mark !== '*' && mark !== '!') return false;
	let after = place + 1;
	while (text[after] === '*' && after < place + 8) after++;
	const next = text.charCodeAt(after);
	return next >= 0x61 && next <= 0x7a;
}

function isDigits(word: string): boolean {
	for (let place = 0; place < word.length; place++) {
		const code = word.charCodeAt(place);
		if (code < 0x30 || code > 0x39) return false;
	}
	return true;
}

function isPicture(text: string, place: number): boolean {
	return /\p{Extended_Pictographic}/u.test(String.fromCodePoint(text.codePointAt(place)!));
}

function markOf(character: string): string | undefined {
	if ('.!\n\r'.includes(character)) return '.';
	if ('?¿'.includes(character)) return character === '?' ? '?' : undefined;
	if (',;:()[]-/&+_*'.includes(character)) return character === '-' || character === '/' ? character : ',';
	return undefined;
}
