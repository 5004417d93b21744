import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isId, newId, newSlug } from './ids.ts';

const moment = fc.date({ min: new Date(0), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true });

test('an id is a UUID of version 7 that knows its moment', () => {
	fc.assert(
		fc.property(moment, (at) => {
			const id = newId(at);
			expect(isId(id)).toBe(true);
			expect(id[14]).toBe('7');
			expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime());
		}),
	);
});

test('later ids sort after earlier ones', () => {
	fc.assert(
		fc.property(moment, moment, (one, other) => {
			fc.pre(one < other);
			expect(newId(one) < newId(other)).toBe(true);
		}),
	);
});

test('ten thousand ids of one moment are all different', () => {
	const at = new Date('2026-11-22T18:00:00Z');
	expect(new Set(Array.from({ length: 10_000 }, () => newId(at))).size).toBe(10_000);
});

test('what only looks a little like an id is none', () => {
	const id = newId(new Date('2026-11-22T18:00:00Z'));
	for (const text of [
		'',
		'me',
		id.toUpperCase(),
		`${id} `,
		id.slice(1),
		id.replace(/^(.{14})7/, '$14'),
		`{${id}}`,
	])
		expect(isId(text), text).toBe(false);
});

test('a slug has letters that cannot be taken for others, and does not come twice', () => {
	const slugs = Array.from({ length: 2000 }, newSlug);
	for (const slug of slugs) expect(slug).toMatch(/^[0-9a-hjkmnp-tv-z]{16}$/);
	expect(new Set(slugs).size).toBe(2000);
});
