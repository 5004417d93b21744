import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecoveryCode, SIGNS, writeRecoveryCode } from './recovery-code.ts';

const random = fc.uint8Array({ minLength: SIGNS, maxLength: SIGNS });

test('a code is at least 110 bits', () => {
	expect(SIGNS * Math.log2(32)).toBeGreaterThanOrEqual(110);
});

test('a code can be typed back however people copy things', () => {
	const spoil = fc.constantFrom(
		(code: string) => code.toLowerCase(),
		(code: string) => code.replaceAll('-', ' '),
		(code: string) => code.replaceAll('-', ''),
		(code: string) => code.replaceAll('-', ' – '),
		(code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l'),
		(code: string) => code.replaceAll('1', 'I'),
		(code: string) => `\n ${code}\t`,
		(code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
	);
	fc.assert(
		fc.property(random, fc.array(spoil, { maxLength: 4 }), (bytes, spoils) => {
			const code = writeRecoveryCode(bytes);
			const typed = spoils.reduce((text, change) => change(text), code);
			expect(readRecoveryCode(typed)).toBe(code.replaceAll('-', ''));
		}),
	);
});

test('two codes are alike only if the same bytes made them', () => {
	fc.assert(
		fc.property(random, random, (one, other) => {
			const same = one.every((byte, at) => (byte & 31) === (other[at]! & 31));
			expect(writeRecoveryCode(one) === writeRecoveryCode(other)).toBe(same);
		}),
	);
});

test.each(['', 'ABCD', 'U'.repeat(24), `${'A'.repeat(24)}A`, '💡'.repeat(24)])('%j is no code', (typed) => {
	expect(readRecoveryCode(typed)).toBeUndefined();
});
