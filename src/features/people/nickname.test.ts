import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nicknameKey, readNickname } from './nickname.ts';

const called = (typed: string) => {
	const read = readNickname(typed);
	if ('refused' in read) throw new Error(`Nobody could be called “${typed}”: ${read.refused}`);
	return read.nickname;
};

test('a nickname is shown as it was typed, but tidy', () => {
	expect(called('  Ana \t  María ')).toBe('Ana María');
	expect(called('Ｒｏｓａ')).toBe('Rosa');
	expect(called('ليلى')).toBe('ليلى');
	expect(called('Søren 🌻')).toBe('Søren 🌻');
});

test('nothing invisible, and nothing that turns the line around, stays in a nickname', () => {
	expect(called('A\u202ena\u202c')).toBe('Ana');
	expect(called('A\u200bn\u0000a\u2066')).toBe('Ana');
	expect(called(`Z${'\u0335'.repeat(30)}oe`).length).toBeLessThan(9);
});

test.each(['', '   ', '\u200b', '\u2800', '\u3164', '\u00ad\u202e', '\u0301'])(
	'nobody is called %j',
	(typed) => {
		expect(readNickname(typed)).toEqual({ refused: 'nickname-empty' });
	},
);

test('forty characters are counted as people count them', () => {
	expect(readNickname('x'.repeat(41))).toEqual({ refused: 'nickname-too-long' });
	expect(called('x'.repeat(40))).toHaveLength(40);
	expect(called('🧑🏽‍🚀'.repeat(20))).toBe('🧑🏽‍🚀'.repeat(20));
	expect(readNickname('👨‍👩‍👧‍👦'.repeat(41))).toEqual({ refused: 'nickname-too-long' });
});

test.each([
	['Ana', 'ANA'],
	['Ana', 'Aná'],
	['Ana', 'A n a'],
	['Ana', 'A\u200dna'],
	['Ana', 'Аnа'],
	['Ben', 'ВЕN'],
	['Helen', 'HeIen'],
	['Oscar', '0scar'],
	['Soren', 'Søren'],
	['Straße', 'STRASSE'],
	['coco', 'сосо'],
	['Amy', 'Arny'],
	['tom', 'τοm'],
	['İpek', 'ipek'],
	['ΝΙΚΟΣ', 'Νικος'],
	['أَحمد', 'أحمد'],
])('%s and %s would be taken for one another, so only one of them can be', (one, other) => {
	expect(nicknameKey(one)).toBe(nicknameKey(other));
});

test.each([
	['Ana', 'Anna'],
	['राम', 'रमा'],
	['Ben', 'Beth'],
	['Рита', 'Рима'],
	['ليلى', 'ليلا'],
	['Ana 2', 'Ana 3'],
])('%s and %s are two people', (one, other) => {
	expect(nicknameKey(one)).not.toBe(nicknameKey(other));
});

test('a word borrows no letters from another alphabet, but a name may have words in two', () => {
	expect(readNickname('Pаul')).toEqual({ refused: 'nickname-mixes-alphabets' });
	expect(readNickname('Ελena')).toEqual({ refused: 'nickname-mixes-alphabets' });
	expect(called('Маша Rose')).toBe('Маша Rose');
	expect(called('さくらsan')).toBe('さくらsan');
});

const typed = fc.oneof(
	fc.string({ unit: 'grapheme' }),
	fc.string({ unit: 'binary' }),
	fc
		.array(
			fc.constantFrom(
				'a',
				'Á',
				'а',
				'ν',
				'r',
				'n',
				'l',
				'\u202e',
				'\u200d',
				'\u0301',
				' ',
				'\u3164',
				'ｱ',
				'ﷺ',
				'🌻',
			),
		)
		.map((parts) => parts.join('')),
);

test('tidying twice changes nothing more, and what was tidied can still be called', () => {
	fc.assert(
		fc.property(typed, (text) => {
			const read = readNickname(text);
			if ('refused' in read) return;
			expect(readNickname(read.nickname)).toEqual(read);
			expect(nicknameKey(read.nickname)).toBe(nicknameKey(text));
		}),
		{ numRuns: 2000 },
	);
});

test('case, spaces and invisible characters never tell two people apart', () => {
	fc.assert(
		fc.property(typed, (text) => {
			const key = nicknameKey(text);
			expect(nicknameKey(`\u2066${text}\u2069`)).toBe(key);
			expect(nicknameKey(key)).toBe(key);
			if (/^[\p{Script=Latin}\p{Script=Cyrillic}\s]*$/u.test(text))
				expect(nicknameKey(text.toUpperCase())).toBe(nicknameKey(text.toLowerCase()));
		}),
		{ numRuns: 2000 },
	);
});

test('no nickname carries a control, an override or half a character', () => {
	fc.assert(
		fc.property(typed, (text) => {
			const read = readNickname(text);
			if ('refused' in read) return;
			expect(read.nickname).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b]/u);
			expect(read.nickname).toBe(read.nickname.trim());
		}),
		{ numRuns: 2000 },
	);
});
