import { refuse, type Refused } from '#platform/ruling.ts';

/** A name as it is shown: tidy, readable, at most 40 characters as people count them. */
export type Nickname = string & { readonly __nickname?: never };

export type CannotBeCalled = 'nickname-empty' | 'nickname-too-long' | 'nickname-mixes-alphabets';

const LONGEST = 40;
/** One character as people count them can be many code points (an emoji family); the column holds this many. */
const MOST_CODE_POINTS = 200;

/** Controls, overrides of direction, fillers and blanks: what would let a name hide, or turn a line around. */
const unreadable =
	/[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Tidies what somebody typed, or says why nobody could be called that. Tidying twice changes nothing more. */
export function readNickname(typed: string): { nickname: Nickname } | Refused<CannotBeCalled> {
	const nickname = tidy(typed);
	if (nicknameKey(nickname) === '') return refuse('nickname-empty');
	if ([...nickname].length > MOST_CODE_POINTS || [...graphemes.segment(nickname)].length > LONGEST)
		return refuse('nickname-too-long');
	if (nickname.split(' ').some(mixesAlphabets)) return refuse('nickname-mixes-alphabets');
	return { nickname };
}

/**
 * What makes two nicknames the same: neither case, accents, spaces nor invisible characters tell people apart, nor do
 * letters that look alike in another alphabet. After the “skeleton” of Unicode Technical Standard 39, with its table
 * cut down to the letters of Greek and Cyrillic that pass for Latin ones in either case.
 */
export function nicknameKey(nickname: string): string {
	const folded = tidy(nickname)
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\p{Script=Inherited}\p{Default_Ignorable_Code_Point}\u0591-\u05c7\s]/gu, '');
	const lookedAt = Array.from(folded, (letter) => lookAlikes.get(letter) ?? letter).join('');
	return lookedAt.replaceAll('rn', 'm').replaceAll('vv', 'w').normalize('NFC');
}

function tidy(typed: string): string {
	return typed
		.toWellFormed()
		.normalize('NFKC')
		.replace(/[\t\n\r\u2028\u2029]/g, ' ')
		.replace(unreadable, '')
		.normalize('NFD')
		.replace(/(\p{M}{4})\p{M}+/gu, '$1')
		.normalize('NFKC')
		.replace(/\s+/g, ' ')
		.trim();
}

/** A word partly in Latin and partly in letters made to look like it is somebody pretending to be somebody else. */
function mixesAlphabets(word: string): boolean {
	const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, alikeElsewhere];
	return alphabets.filter((alphabet) => alphabet.test(word)).length > 1;
}

const alikeElsewhere =
	/[\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\p{Script=Deseret}]/u;

/** Lower-case letters, beside the Latin ones that they or their capitals pass for. */
const lookAlikes = new Map(
	Object.entries({
		a: 'аα',
		b: 'вβ',
		c: 'сς',
		d: 'ԁđð',
		e: 'еεє',
		h: 'нһηħ',
		i: 'іιıl1|ӏłǀ',
		j: 'јϳ',
		k: 'кκ',
		m: 'мμ',
		n: 'νпŋ',
		o: 'оοσ0øө',
		p: 'рρ',
		q: 'ԛ',
		r: 'г',
		s: 'ѕ',
		t: 'тτŧ',
		w: 'ԝω',
		x: 'хχ',
		y: 'уυү',
		z: 'ζ',
		ae: 'æ',
		oe: 'œ',
		ss: 'ß',
		'-': '‐‑‒–—−',
		"'": '’‘ʼ`´',
	}).flatMap(([plain, alike]) => Array.from(alike, (letter) => [letter, plain] as const)),
);
