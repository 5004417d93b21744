import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import AxeBuilder from '@axe-core/playwright';
import { importMeetings } from '#features/directory/server/index.ts';
import { transact } from '#platform/db.ts';
import { rightNow } from '#platform/time.ts';
import { test as base, type App } from '../app.ts';
import { openBrowser } from '../browser.ts';

const list = Array.from({ length: 30 }, (_, at) => ({
	...{ name: at === 0 ? '<img src=x onerror=alert(1)>Tuesday & table' : `Table ${at}`, slug: `t${at}` },
	...{ day: at % 7, time: '19:00', timezone: at % 2 === 0 ? 'Europe/Dublin' : 'America/Los_Angeles' },
	...(at % 3 === 0
		? { conference_url: `https://meet.example/${at}` }
		: { location: `Hall ${at}`, formatted_address: `${at} Example Street, Dublin` }),
}));

const test = base.extend<{ $file: { listed: App; browser: Browser } }>({
	listed: [
		async ({ app }, use) => {
			await transact(app.spine, { actor: null, now: rightNow() }, (tx) =>
				importMeetings(tx, { slug: 'near', source: 'near.json', text: JSON.stringify(list) }),
			);
			await use(app);
		},
		{ scope: 'file' },
	],
	browser: [
		async ({}, use) => {
			const browser = await openBrowser();
			await use(browser);
			await browser.close();
		},
		{ scope: 'file' },
	],
});

const addresses = [
	...['/listings.json', '/listings.csv', '/listings.ics', '/listings.json?day=2&body=near'],
	...['/listings/near~t1/calendar.ics', '/hsds', '/hsds/services?per_page=5&page=2&full=true'],
	...['/hsds/organizations', '/hsds/service_at_locations', '/embed.json?q=table'],
];

for (const address of addresses)
	test(`${address} is open to any page, kept for a while, and asked for again without being sent`, async ({
		listed: app,
	}) => {
		const answer = await fetch(app.origin + address, { headers: { cookie: 'session=x' } });
		const etag = answer.headers.get('etag')!;
		const again = await fetch(app.origin + address, { headers: { 'if-none-match': etag } });

		expect(answer.status).toBe(200);
		expect(answer.headers.get('access-control-allow-origin')).toBe('*');
		expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
		expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=/);
		expect(answer.headers.getSetCookie()).toEqual([]);
		expect([again.status, await again.text()]).toEqual([304, '']);
	});

test('pages stay closed to others', async ({ listed: app }) => {
	const page = await fetch(`${app.origin}/find`);

	expect(page.headers.get('access-control-allow-origin')).toBeNull();
	expect(page.headers.get('cross-origin-resource-policy')).toBe('same-origin');
});

test('the page of meetings announces the list, as readers of lists look for it', async ({ listed: app }) => {
	const page = await app.visitor().read('/find');

	expect(page).toMatch(
		/<link rel="alternate" type="application\/json" title="Meetings Feed" href="\/listings\.json"/,
	);
	expect(page).toMatch(/<link rel="alternate" type="text\/calendar" href="\/listings\.ics"/);
});

test('a list can be larger than any form, but only where lists are handed over', async ({ listed: app }) => {
	const coordinator = await app.signInAs('amara');
	const large = JSON.stringify(
		Array.from({ length: 4_000 }, (_, at) => ({
			name: `Meeting ${at}`,
			slug: `m${at}`,
			notes: 'Long. '.repeat(20),
		})),
	);
	const form = new FormData();
	form.set('file', new File([large], 'large.json', { type: 'application/json' }));
	const send = (path: string) =>
		fetch(app.origin + path, {
			method: 'POST',
			body: form,
			redirect: 'manual',
			headers: {
				origin: app.origin,
				accept: 'text/html',
				cookie: [...coordinator.cookies].map((pair) => pair.join('=')).join('; '),
			},
		}).then(
			({ status, headers }) => ({ status, to: headers.get('location') ?? '' }),
			() => ({ status: 413, to: '' }),
		);

	expect(large.length).toBeGreaterThan(500_000);
	expect((await send('/organisation?/change')).status).toBe(413);
	const { status, to } = await send('/organisation/lists?/read');
	expect(status).toBe(303);
	expect(await coordinator.read(to)).toMatch(/This is what would change/);
	expect(await coordinator.read(`${to}?show=added`)).toMatch(/Meeting 1/);
});

/** A page of somebody else’s, on an origin of its own, with a strict policy. */
async function elsewhere(app: App, attributes = '') {
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.setHeader(
			'content-security-policy',
			`default-src 'none'; script-src ${app.origin}; connect-src ${app.origin}; require-trusted-types-for 'script'`,
		);
		response.end(
			`<!doctype html><html lang="en"><head><title>Another place</title><script src="${app.origin}/embed.js" async></script></head><body><main><h1>Another place</h1><h2>Groups</h2><hearten-finder ${attributes}><a href="${app.origin}/meetings">Find a group</a></hearten-finder></main></body></html>`,
		);
	});
	await new Promise<void>((begun) => server.listen(0, '127.0.0.1', begun));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

test('the finder works on a page of another origin, under a strict policy, with words as words', async ({
	listed: app,
	browser,
}) => {
	const place = await elsewhere(app, 'body="near"');
	const page = await (await browser.newContext({ timezoneId: 'Europe/Madrid' })).newPage();
	const wrong: string[] = [];
	page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
	page.on('pageerror', (error) => wrong.push(error.message));
	page.on('dialog', () => wrong.push('a dialog'));
	const asked = new Set<string>();
	page.on('request', (request) => asked.add(new URL(request.url()).origin));
	await page.goto(place.url);

	await page.getByRole('status').filter({ hasText: '30 groups' }).waitFor();
	expect(await page.getByRole('listitem').count()).toBe(20);
	await page.getByRole('button', { name: 'Show more' }).click();
	await expect.poll(() => page.getByRole('listitem').count()).toBe(30);
	expect(
		await page.evaluate(() => document.querySelector('hearten-finder')?.shadowRoot?.activeElement?.tagName),
	).toBe('A');

	await page.getByRole('searchbox').fill('<img tuesday');
	await page.keyboard.press('Enter');
	await page.getByRole('status').filter({ hasText: 'Nothing fits' }).waitFor();
	await page.getByRole('searchbox').fill('Tuesday');
	await page.getByLabel('Where').selectOption('online');
	await page.getByRole('button', { name: 'Show groups' }).click();
	await page.getByRole('status').filter({ hasText: '2 groups' }).waitFor();
	// One is called so, and one is on that day.
	const row = page.getByRole('listitem').filter({ hasText: 'Tuesday & table' });
	expect(await row.textContent()).toContain('Tuesday & table');
	expect(await row.textContent()).toMatch(/8:00\sPM \(your time; Sun.* 7:00\sPM clocks there\)/);

	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	expect(wrong).toEqual([]);
	expect([...asked].sort()).toEqual([new URL(place.url).origin, app.origin].sort());
	await page.context().close();
	place.close();
});

test('without scripts, and without the server, the finder leaves its link', async ({
	listed: app,
	browser,
}) => {
	const place = await elsewhere(app, 'lang="es" body="near"');
	const plain = await browser.newContext({ javaScriptEnabled: false });
	const page = await plain.newPage();
	await page.goto(place.url);
	expect(await page.getByRole('link', { name: 'Find a group' }).isVisible()).toBe(true);
	await plain.close();

	const cut = await browser.newPage();
	await cut.route('**/embed.json*', (route) => route.abort());
	await cut.goto(place.url);
	await cut.getByText('Ahora mismo no se puede llegar a la lista.').waitFor();
	expect(await cut.getByRole('link', { name: 'Find a group' }).isVisible()).toBe(true);
	await cut.unroute('**/embed.json*');
	await cut.getByRole('button', { name: 'Volver a probar' }).click();
	await cut.getByText('30 grupos').waitFor();
	await cut.close();
	place.close();
});

test('the finder is at most 15 kB compressed, makes no HTML from strings and evaluates nothing', () => {
	const script = readFileSync('static/embed.js');

	expect(brotliCompressSync(script).length).toBeLessThan(15_000);
	expect(gzipSync(script).length).toBeLessThan(15_000);
	expect(script.toString()).not.toMatch(
		/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/,
	);
});
