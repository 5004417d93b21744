/** Random and hostile strings, the same ones for a seed: what no person writes, and what somebody writes to break a reader. */
export function* hostileTexts(count: number, seed: number): Generator<string> {
	const next = randomFrom(seed);
	const pick = <One>(list: readonly One[]): One => list[Math.floor(next() * list.length)]!;
	for (let nth = 0; nth < count; nth++) {
		// One in ten thousand is as long as anything may be, and longer.
		const length = nth % 10_000 === 0 ? 200_000 : nth % 100 === 0 ? 4_000 : Math.ceil(next() ** 2 * 400);
		const way = pick(ways);
		let text = '';
		while (text.length < length) text += way(pick, next);
		yield text;
	}
}

type Way = (pick: <One>(list: readonly One[]) => One, next: () => number) => string;

const crisis =
	'i want to die kill myself not never suicide pills take all of the tonight if you me quiero morir matarme no'.split(
		' ',
	);
const marks = [
	'\u202e',
	'\u200b',
	'\u2066',
	'\u200f',
	'\ufeff',
	'\u0301',
	'\u0336',
	'\u{e0041}',
	'\u00ad',
	'\u2029',
	'\0',
];
const bombs = [
	'a@',
	'a.',
	'(a',
	'((((',
	'1 2 ',
	'+1-',
	'a'.repeat(40),
	'!a',
	'k*',
	'"',
	"'",
	'. . ',
	'dot at ',
	'x'.repeat(200),
	'@',
	'5 high street ',
];

const ways: readonly Way[] = [
	(_, next) => String.fromCodePoint(Math.floor(next() * 0xd7ff) + 1),
	(_, next) => String.fromCodePoint(0x10000 + Math.floor(next() * 0xfffff)),
	// Half a character: what a cut string ends with.
	(_, next) => String.fromCharCode(0xd800 + Math.floor(next() * 0x7ff)),
	(pick) => `${pick(crisis)} `,
	(pick) => [...pick(crisis)].map((letter) => letter + pick(marks)).join('') + pick([' ', '']),
	(pick, next) => pick(crisis)[0]! + [...Array(Math.ceil(next() * 30))].map(() => pick(marks)).join(''),
	(pick) => pick(bombs),
	(pick) => [...pick(crisis)].join(pick([' ', '.', '-', '*'])) + ' ',
	(pick) => `${pick(['just', 'really', 'so', 'very'])} ${pick(crisis)} `,
	(pick, next) => String(Math.floor(next() * 1e9)) + pick([' ', '-', '', '.']),
	(pick) => pick(['😂', '💀', '👨‍👩‍👧', 'न', '漢', 'ا', 'ש', 'ß', 'İ', 'ﬁ']),
];

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
