import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newKey, seal, unseal } from './seal.ts';

const key = newKey();
const here = 'message:1:body';

test('whatever is sealed opens again, word for word', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (words) => {
			expect(unseal(key, seal(key, words, here), here)).toBe(words);
		}),
	);
});

test('without the key, nothing opens', () => {
	expect(() => unseal(newKey(), seal(key, 'I have been awake since three', here), here)).toThrow();
});

test('words moved to another place do not open there', () => {
	expect(() => unseal(key, seal(key, 'I have been awake since three', here), 'message:2:body')).toThrow();
});

test('words in which any one bit was changed do not open', () => {
	const sealed = seal(key, 'I have been awake since three', here);
	fc.assert(
		fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
			const changed = Buffer.from(sealed);
			changed[bit >> 3]! ^= 1 << (bit & 7);
			expect(() => unseal(key, changed, here)).toThrow();
		}),
	);
});

test('a sealed value shows nothing but how long it is, and never looks the same twice', () => {
	const words = 'I have been awake since three';
	const [once, again] = [seal(key, words, here), seal(key, words, here)];

	expect(once.equals(again)).toBe(false);
	expect(once.toString('latin1')).not.toContain('awake');
	expect(once.length).toBe(again.length);
});

test('what was never sealed is told apart', () => {
	for (const bytes of [Buffer.alloc(0), Buffer.from('plain words'), Buffer.alloc(40)])
		expect(() => unseal(key, bytes, here)).toThrow('not a sealed value');
});
