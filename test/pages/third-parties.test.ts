import { expect } from 'vitest';
import { test } from '../app.ts';
import { openBrowser } from '../browser.ts';
import { everyPage, isShown, onePerKind } from '../crawl.ts';

test('no page asks anything of anybody else', async ({ app }) => {
	const browser = await openBrowser();
	const elsewhere = new Set<string>();
	let [pages, requests] = [0, 0];
	for (const client of [
		app.visitor(),
		await app.signInAs('nour'),
		await app.signInAs('rosa'),
		await app.signInAs('amara'),
		await app.signInAs('fern'),
	]) {
		const context = await browser.newContext();
		await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: app.origin })));
		const page = await context.newPage();
		page.on('request', (request) => {
			requests++;
			if (new URL(request.url()).origin !== app.origin) elsewhere.add(request.url());
		});
		page.on('websocket', (socket) => {
			if (new URL(socket.url()).host !== new URL(app.origin).host) elsewhere.add(socket.url());
		});
		for (const { path } of onePerKind((await everyPage(client)).filter(isShown))) {
			await page.goto(app.origin + path);
			pages++;
		}
		await context.close();
	}
	await browser.close();

	expect([...elsewhere]).toEqual([]);
	expect(pages).toBeGreaterThan(100);
	expect(requests).toBeGreaterThan(pages);
}, 400_000);
