import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPassphrase } from './passphrase.ts';

test.each([
	['short', 'passphrase-short'],
	['1234567', 'passphrase-short'],
	['🌻🌻🌻🌻', 'passphrase-short'],
	['password', 'passphrase-common'],
	['PassWord', 'passphrase-common'],
	['qwertyuiop', 'passphrase-common'],
	['iloveyou', 'passphrase-common'],
	['zzzzzzzzzzzzzzzz', 'passphrase-common'],
	['Night Owl', 'passphrase-is-nickname'],
	['night owl', 'passphrase-is-nickname'],
	['x y'.repeat(400), 'passphrase-long'],
])('%j will not do: %s', (typed, reason) => {
	expect(checkPassphrase(typed, 'Night Owl')).toEqual({ refused: reason });
});

test.each([
	'three old lamps',
	'correct horse battery staple',
	'tres faroles viejos',
	'夜里有一盏灯在窗边',
	'🌻 🪑 🕯️ 🫖 🪟',
	'abcdefgj',
])('%j will do: nobody is asked for digits or signs', (typed) => {
	expect(checkPassphrase(typed, 'Night Owl').refused).toBeUndefined();
});

test('any eight to a thousand characters of any writing will do, unless everybody tries them first', () => {
	const longEnough = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 200 });
	fc.assert(
		fc.property(longEnough, (typed) => {
			const { refused } = checkPassphrase(typed, 'Night Owl');
			expect(['passphrase-common', 'passphrase-long', 'passphrase-short', undefined]).toContain(refused);
			if (refused === 'passphrase-short') expect([...typed.normalize('NFC')].length).toBeLessThan(8);
		}),
	);
});
