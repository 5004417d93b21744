import { expect } from 'vitest';
import { everyPage, isShown, onePerKind } from '../crawl.ts';
import { test } from './journey.ts';

const sizes = {
	'320 pixels': { width: 320, height: 640 },
	'a desktop at 400 %': { width: 320, height: 200 },
	'a desktop': { width: 1280, height: 800 },
};

/** `en-XA` says every English sentence, longer than any other language does; `ar-XB` from right to left. */
for (const locale of ['en-XA', 'ar-XB'])
	test(`no page needs scrolling sideways, in ${locale}`, async ({ app, browser }) => {
		const wide: string[] = [];
		let seen = 0;
		for (const who of ['rosa', 'amara'] as const) {
			const client = await app.signInAs(who);
			await client.post('/language', { locale, from: '/' });
			const pages = onePerKind((await everyPage(client)).filter(isShown));
			const context = await browser.newContext();
			await context.addCookies(
				[...client.cookies].map(([name, value]) => ({ name, value, url: app.origin })),
			);
			const page = await context.newPage();
			for (const { path } of pages) {
				await page.goto(app.origin + path);
				for (const [size, viewport] of Object.entries(sizes)) {
					await page.setViewportSize(viewport);
					const [room, width] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
					if (width! > room!) wide.push(`${path} at ${size}: ${width} in ${room}`);
					seen++;
				}
			}
			await context.close();
		}

		expect(wide).toEqual([]);
		expect(seen).toBeGreaterThan(100);
	});
