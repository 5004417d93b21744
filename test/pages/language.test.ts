import { expect } from 'vitest';
import { catalogues, locales, pseudoLocales } from '../../src/words.ts';
import { test, type App } from '../app.ts';
import { isShown, everyPage } from '../crawl.ts';

const directions: Record<string, string> = { 'ar-XB': 'rtl' };
const keys = new Set(Object.keys(catalogues.en));

test.for([...locales, ...pseudoLocales])('every page speaks %s', async (locale, { app }) => {
	const all = await pagesOfMany(app, locale);
	const pages = all.filter(isShown);

	const wrong = pages.flatMap(({ path, html, answer }) => {
		const [, lang, dir] = /^<!doctype html>\s*<html lang="([^"]*)" dir="([^"]*)"/.exec(html) ?? [];
		return [
			...(answer.status === 200 ? [] : [`${path} answers ${answer.status}`]),
			...(lang === locale && dir === (directions[locale] ?? 'ltr') ? [] : [`${path} is ${lang} ${dir}`]),
			...keysIn(html).map((key) => `${path} shows the key ${key}`),
		];
	});
	expect(wrong).toEqual([]);
	expect(pages.length).toBeGreaterThan(80);
});

test('a visitor is spoken to in the language their browser asks for, and English where there is no other', async ({
	app,
}) => {
	const inSpanish = await app.visitor({ languages: 'ca, es-MX;q=0.8, en;q=0.3' }).read('/');
	const inFinnish = await app.visitor({ languages: 'fi' }).read('/');

	expect(inSpanish).toContain('<html lang="es"');
	expect(inSpanish).toContain(catalogues.es['frame.help']);
	expect(inFinnish).toContain('<html lang="en"');
});

/** The pages of a visitor, a member, a host and a coordinator, who between them are shown every kind there is. */
async function pagesOfMany(app: App, locale: string) {
	const clients = [
		app.visitor(),
		await app.signInAs('nour'),
		await app.signInAs('rosa'),
		await app.signInAs('amara'),
	];
	const pages = [];
	for (const client of clients) {
		await client.post('/language', { locale, from: '/' });
		pages.push(...(await everyPage(client, ['/', '/no-such-page', '/recover', '/claim/no-such-token'])));
	}
	return pages.filter(({ path }) => !['/no-such-page', '/today'].includes(path));
}

/** Text that is a message’s key instead of its sentence: `frame.help` between tags or in an attribute. */
const keysIn = (html: string) =>
	[...html.matchAll(/[>"]\s*([a-z]+(?:[.-][a-z0-9-]+)+)\s*[<"]/g)]
		.map(([, text = '']) => text)
		.filter((text) => keys.has(text) || /^(frame|people|circles|home|form)\.[a-z]/.test(text));
