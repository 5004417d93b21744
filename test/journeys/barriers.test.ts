import { expect } from 'vitest';
import { everyPage, isShown } from '../crawl.ts';
import { test, Traveller } from './journey.ts';

for (const [name, how] of Object.entries({
	'from right to left': { locale: 'ar-XB', colorScheme: 'light' },
	'in the dark': { locale: 'en', colorScheme: 'dark' },
} as const))
	test(`no page has a barrier, ${name}`, async ({ app, browser }) => {
		const client = await app.signInAs('rosa');
		await client.post('/language', { locale: how.locale, from: '/' });
		const pages = (await everyPage(client)).filter(isShown);
		const context = await browser.newContext({
			colorScheme: how.colorScheme,
			viewport: { width: 360, height: 740 },
		});
		await context.addCookies(
			[...client.cookies].map(([key, value]) => ({ name: key, value, url: app.origin })),
		);
		const rosa = new Traveller(await context.newPage(), app, true);
		const kinds = new Map(
			pages.map((page) => [
				page.path
					.replace(/[a-z0-9]{16}/, '')
					.replace(/\?.*/, '')
					.replace(/^\/(find|changed)\/.+~.+/, '/$1/'),
				page,
			]),
		);
		for (const { path } of kinds.values()) await rosa.go(path);
		await context.close();

		expect(kinds.size).toBeGreaterThan(15);
	}, 240_000);
