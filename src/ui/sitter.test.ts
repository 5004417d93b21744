import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hueOf, initialsOf } from './sitter.ts';

test('a person looks the same every time, from the seed alone', () => {
	fc.assert(
		fc.property(
			fc.string(),
			(seed) => hueOf(seed) === hueOf([...seed].join('')) && hueOf(seed) >= 0 && hueOf(seed) <= 7,
		),
	);
	expect(hueOf('seat 1')).toBe(hueOf('seat 1'));
});

test('all eight colours are about as likely as each other', () => {
	const counts = new Map<number, number>();
	for (let at = 0; at < 8000; at++)
		counts.set(hueOf(`alias ${at}`), (counts.get(hueOf(`alias ${at}`)) ?? 0) + 1);
	for (const count of counts.values()) expect(count).toBeGreaterThan(850);
	expect(counts.size).toBe(8);
});

test('aliases of one person have colours that tell nothing of each other', () => {
	const alike = Array.from({ length: 4000 }, (_, at) => hueOf(`otter in ${at}`) === hueOf(`river in ${at}`));
	const share = alike.filter(Boolean).length / alike.length;
	expect(share).toBeGreaterThan(0.1);
	expect(share).toBeLessThan(0.15);
});

test.each([
	['otter', 'O'],
	['Night Owl', 'NO'],
	['river_stone', 'RS'],
	['  ana  maría ruiz ', 'AR'],
	['Élodie', 'É'],
	['élodie', 'É'],
	['ßeta', 'ß'],
	['نور الهدى', 'ن'],
	['हिन्दी', 'हि'],
	['山田 太郎', '山'],
	['👩🏽‍🚀', '👩🏽‍🚀'],
	['7 seas', '7S'],
	['"quoted"', 'Q'],
	['…', ''],
	['', ''],
])('%j is drawn with %j', (name, initials) => {
	expect(initialsOf(name)).toBe(initials);
});

test('nobody’s initials are longer than two letters', () => {
	const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme' }),
			(name) => [...segments.segment(initialsOf(name))].length <= 2,
		),
	);
});
