import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unveil, veil, veilPage } from './discreet.ts';

test('a veiled address names nothing, and leads where it led', () => {
	expect(veil('/circles/abc/talk?reply=3#say')).toMatch(/^\/n\/[\w-]+\?reply=3#say$/);
	expect(unveil('/n/Y2lyY2xlcy9hYmM')).toBe('/circles/abc');
	fc.assert(
		fc.property(
			fc.webPath().filter((path) => path.length > 1 && !/[?#]/.test(path)),
			(path) => {
				expect(unveil(veil(path))).toBe(decodeURIComponent(path));
			},
		),
	);
});

test('what is not a veiled address is left alone, however broken', () => {
	for (const path of ['/circles', '/n/', '/n/%%%', '/n/a b', '/n/____'])
		expect(() => unveil(path)).not.toThrow();
	expect(unveil('/circles')).toBeUndefined();
	for (const path of ['x\0y', 'circles/%00', '%ff', 'circles/%E0%A4%A'])
		expect(unveil(`/n/${btoa(path).replace(/=+$/, '')}`)).toBeUndefined();
});

test('links are veiled, words are not', () => {
	const page = veilPage('<title>Circles</title><a href="/circles/x" data-y="a>b">see href="/circles/x"</a>');
	expect(page).toBe(
		`<title>Notes</title><a href="${veil('/circles/x')}" data-y="a>b">see href="/circles/x"</a>`,
	);
});

test('addresses elsewhere, and files, stay as they are', () => {
	const page = '<a href="https://a.example/circles"></a><link href="/_app/x.css"><a href="#main"></a>';
	expect(veilPage(page)).toBe(page);
});
