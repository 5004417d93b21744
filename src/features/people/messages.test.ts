import { expect, test } from 'vitest';
import { languages, ownName } from './about.ts';
import { fields, livedCodes } from './lived.ts';
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };

test('everything one may have lived through can be said in every language', () => {
	for (const catalogue of [en, es] as Record<string, string>[])
		for (const code of livedCodes) expect(catalogue[`people.lived.${code}`], code).toMatch(/\S/);
});

test('nothing is offered twice', () => {
	expect(new Set(livedCodes).size).toBe(livedCodes.length);
	expect(Object.keys(fields).length).toBeGreaterThanOrEqual(8);
	expect(new Set(languages).size).toBe(languages.length);
});

test('every language is called what its speakers call it', () => {
	expect(ownName('es')).toBe('Español');
	expect(ownName('tr')).toBe('Türkçe');
	for (const code of languages) expect(ownName(code), code).not.toBe(code);
});
