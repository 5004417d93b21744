import { expect, test } from 'vitest';
import { chooseLocale, directionOf, PSEUDO_LONG, PSEUDO_RTL, speakers } from './say.ts';

const sayIn = speakers({
	en: {
		hello: 'Hello, {name}',
		seats: '{free, plural, =0 {No seat is free} one {One seat is free} other {# seats are free}}',
		when: 'It begins on {at, date, day}',
	},
	es: {
		hello: 'Hola, {name}',
		seats:
			'{free, plural, =0 {No hay sitio} one {Queda un sitio} many {Quedan # sitios} other {Quedan # sitios}}',
		when: 'Empieza el {at, date, day}',
	},
});

test('a sentence is said in the language of whoever reads', () => {
	expect(sayIn('en', 'UTC')('seats', { free: 1 })).toBe('One seat is free');
	expect(sayIn('es', 'UTC')('seats', { free: 3 })).toBe('Quedan 3 sitios');
	expect(sayIn('es', 'UTC')('hello', { name: 'نور' })).toBe('Hola, نور');
});

test('a day is told by the clocks of whoever reads', () => {
	const at = new Date('2026-11-22T23:30:00Z');

	expect(sayIn('en', 'Europe/Madrid')('when', { at })).toContain('23');
	expect(sayIn('en', 'America/Bogota')('when', { at })).toContain('22');
});

test('a sentence that nobody wrote is a bug, not a blank', () => {
	expect(() => sayIn('en', 'UTC')('nobody.wrote-this')).toThrow('nobody.wrote-this');
	expect(() => sayIn('fr', 'UTC')('hello', { name: 'Ana' })).toThrow('fr');
});

test('names with braces and angle brackets are only names', () => {
	expect(sayIn('en', 'UTC')('hello', { name: '{name} <b>' })).toBe('Hello, {name} <b>');
});

test('the made-up locales are longer, or run the other way, and say the same', () => {
	const long = sayIn(PSEUDO_LONG, 'UTC')('seats', { free: 2 });
	expect(long.length).toBeGreaterThan('2 seats are free'.length * 1.25);
	expect(sayIn(PSEUDO_RTL, 'UTC')('seats', { free: 2 })).toContain('2 seats are free');
	expect(directionOf(PSEUDO_RTL)).toBe('rtl');
	expect(directionOf(PSEUDO_LONG)).toBe('ltr');
});

test('a visitor gets the first language of theirs that there is', () => {
	const there = ['en', 'es'];
	for (const [header, chosen] of [
		['es-MX,es;q=0.9,en;q=0.8', 'es'],
		['fr-FR,fr;q=0.9,es;q=0.5,en;q=0.4', 'es'],
		['en;q=0.2, es;q=0.8', 'es'],
		['es;q=0, en', 'en'],
		['fr', 'en'],
		['', 'en'],
		[null, 'en'],
		['*;q=0.5', 'en'],
		[';;;q=,,=', 'en'],
	] as const)
		expect(chooseLocale(header, there), String(header)).toBe(chosen);
});
