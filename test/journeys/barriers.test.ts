import { expect } from 'vitest';
import { everyPage, isShown, onePerKind } from '../crawl.ts';
import { test, Traveller } from './journey.ts';

for (const [name, how] of Object.entries({
	'from right to left': { locale: 'ar-XB', colorScheme: 'light', half: 0 },
	'in the dark': { locale: 'en', colorScheme: 'dark', half: 1 },
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
		// Each page in one of the two ways: what breaks one way breaks most pages.
		const kinds = onePerKind(pages).filter((_, n) => n % 2 === how.half);
		for (const { path } of kinds) await rosa.go(path);
		await context.close();

		expect(kinds.length).toBeGreaterThan(15);
	}, 240_000);
