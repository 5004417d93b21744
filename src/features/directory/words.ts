/**
 * Words as they are looked for: small letters without accents, whatever they are written in. Apostrophes and the dots of
 * abbreviations join (`women’s` is `womens`, `A.A.` is `aa`); everything else that is neither letter nor figure parts.
 */
export function wordsIn(text: string): string[] {
	const plain = folded(text)
		.replace(/(?<=[\p{L}\p{N}])['’‘ʼ](?=\p{L})/gu, '')
		.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu, (letters) =>
			letters.replaceAll('.', ''),
		);
	return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
		unspaced.test(run) ? pairs(run) : run.slice(0, LONGEST),
	);
}

/** Small letters without accents. */
export const folded = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/[ßøæœłđð]/g, (letter) => plainer[letter]!)
		.normalize('NFC');

const plainer: Readonly<Record<string, string>> = {
	ß: 'ss',
	ø: 'o',
	æ: 'ae',
	œ: 'oe',
	ł: 'l',
	đ: 'd',
	ð: 'd',
};

const LONGEST = 60;

/** Scripts that put no spaces between words: every two letters that stand beside each other are looked for as one. */
const unspaced =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

function pairs(run: string): string[] {
	const letters = [...run];
	return letters.length < 2 ? letters : letters.slice(1).map((letter, index) => letters[index]! + letter);
}

/** How many letters have to be changed, left out, added or swapped with a neighbour; `more` when it is more than that. */
export function distanceBetween(a: string, b: string, more: number): number {
	if (Math.abs(a.length - b.length) >= more) return more;
	let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			row[j] = Math.min(
				row[j - 1]! + 1,
				last[j]! + 1,
				last[j - 1]! + (same ? 0 : 1),
				swapped ? before[j - 2]! + 1 : more,
			);
		}
		[before, last] = [last, row];
	}
	return Math.min(last[b.length]!, more);
}
