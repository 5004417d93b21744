/** A text in plain lower-case letters, and where each of them stood. */
export interface Plain {
	text: string;
	/** For each UTF-16 unit of the plain text, where it came from; and one more, the end. */
	at: Uint32Array;
	/** Whether the middle was left out. */
	shortened: boolean;
}

/** How much of the beginning and of the end is read. What is said in a message stands there. */
const BEGINNING = 8_000;
const END = 4_000;

/**
 * Letters as they are meant: without accents, case, wide and fancy forms, stacked marks, and without the characters that
 * nobody sees (zero width, direction, soft hyphens), which otherwise hide words from every list.
 */
export function plainly(text: string): Plain {
	const shortened = text.length > BEGINNING + END;
	const pieces: string[] = [];
	const at: number[] = [];
	const take = (from: number, to: number) => {
		for (let place = from; place < to;) {
			const code = text.codePointAt(place)!;
			const letters = lettersOf(code);
			for (let unit = 0; unit < letters.length; unit++) at.push(place);
			pieces.push(letters);
			place += code > 0xffff ? 2 : 1;
		}
	};
	if (shortened) {
		take(0, BEGINNING);
		pieces.push('\n');
		at.push(BEGINNING);
		take(text.length - END, text.length);
	} else take(0, text.length);
	at.push(text.length);
	return { text: pieces.join(''), at: Uint32Array.from(at), shortened };
}

function lettersOf(code: number): string {
	if (code < 0x80) return ascii[code]!;
	const known = seen.get(code);
	if (known !== undefined) return known;
	const letters = unseen(code) ? '' : decomposed(String.fromCodePoint(code));
	// Bounded: hostile text may hold every character there is.
	if (seen.size < 4_000) seen.set(code, letters);
	return letters;
}

const ascii = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code).toLowerCase());
const seen = new Map<number, string>([
	[0x2018, "'"],
	[0x2019, "'"],
	[0x02bc, "'"],
	[0x00b4, "'"],
	[0x201c, '"'],
	[0x201d, '"'],
	[0x201e, '"'],
	[0x00ab, '"'],
	[0x00bb, '"'],
	[0x2026, '...'],
	[0x2013, '-'],
	[0x2014, '-'],
	[0x00a0, ' '],
	[0x00ba, 'o'],
	[0x00aa, 'a'],
]);

function decomposed(character: string): string {
	const letters = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return lookalikes.get(letters) ?? letters;
}

/** Marks on letters, directions, zero-width characters, soft hyphens, variation selectors, tags. */
function unseen(code: number): boolean {
	return /[\p{M}\p{Cf}\u115f\u1160\u3164\uffa0]/u.test(String.fromCodePoint(code));
}

/** Letters of other scripts that look like Latin ones. What is really Russian or Greek stays unreadable, as it should. */
const lookalikes = new Map(
	Object.entries({
		а: 'a',
		е: 'e',
		о: 'o',
		р: 'p',
		с: 'c',
		у: 'y',
		х: 'x',
		і: 'i',
		ѕ: 's',
		ј: 'j',
		ԁ: 'd',
		ӏ: 'l',
		α: 'a',
		ο: 'o',
		ν: 'v',
		ι: 'i',
		κ: 'k',
		ρ: 'p',
		τ: 't',
		ı: 'i',
		ł: 'l',
		ø: 'o',
	}),
);
