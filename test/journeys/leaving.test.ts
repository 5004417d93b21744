import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { digestOf } from '#features/people/server/sessions.ts';
import type { App } from '../app.ts';
import { waysOut, watchTheCover } from '../cover.ts';
import { journey, test, type Journey, type Traveller } from './journey.ts';

const ways = {
	...waysOut,
	'the first tab stop': async (page: Page) => {
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
	},
};

/** Pages of every kind: live, with a form half filled, long, missing. */
const routes = ['/', '/circles', '/me', '/me/account', '/circles/[nights]/talk', '/help', '/no-such-page'];

for (const [way, press] of Object.entries(ways))
	journey(
		`one leaves by ${way}, and going back does not return`,
		async (on) => {
			for (const route of routes) {
				const nour = await on.as('nour');
				await leave(on, nour, await pathOf(on.app, route), press);
			}
		},
		{ alsoWithout: way !== 'Shift three times' },
	);

async function leave(
	{ app, scripts }: Journey,
	nour: Traveller,
	path: string,
	press: (page: Page) => unknown,
) {
	const { page } = nour;
	const token = (await page.context().cookies()).find(({ name }) => name === 's')!.value;
	await page.goto(`${app.origin}/about`);
	await page.goto(app.origin + path);
	if (scripts) await page.evaluate(() => localStorage.setItem('a trace', 'of being here'));

	await press(page);
	await page.waitForURL('**/today');
	expect(await page.title()).toBe('Calendar');
	expect(await page.content()).not.toMatch(/hearten|circle|weaver/i);
	if (scripts) expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
	const cookies = (await page.context().cookies()).map(({ name }) => name);
	expect(cookies.filter((name) => !['x', 'd'].includes(name))).toEqual([]);
	expect(await sessionsWith(app, token)).toEqual([]);

	for (let back = 0; back < 3; back++) {
		await page.goBack({ timeout: 3000 }).catch(() => null);
		expect(await page.locator('body').innerText()).not.toMatch(/circle|sign in|leave/i);
		if (page.url() === 'about:blank') break;
		expect(new URL(page.url()).pathname).toBe('/today');
	}
}

test('what was on the screen is covered at once, however slow the network is', async ({ app, browser }) => {
	const { slug } = await app.circle('nights');
	const { cookies } = await app.signInAs('nour');
	for (const press of Object.values(waysOut))
		for (const path of ['/', `/circles/${slug}/talk`, '/me']) {
			const context = await browser.newContext();
			await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: app.origin })));
			const page = await context.newPage();
			await page.goto(app.origin + path);
			const { covered } = await watchTheCover(page);

			await press(page);
			// The slow network holds the next page back, so this is still the old one. `script/bench leaving` times it.
			const { shown, title } = await covered;

			expect({ shown, title }).toEqual({ shown: '', title: 'Calendar' });
			// The socket of a conversation hears that the session has ended long before the next page is there.
			await page.waitForURL('**/today', { timeout: 20_000 });
			await context.close();
		}
}, 240_000);

test('today’s date is the way back for somebody who is alone again', async ({ app, browser }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${app.origin}/circles`);
	await page.getByRole('button', { name: 'Leave', exact: true }).click();
	await page.waitForURL('**/today');
	await page.goto(`${app.origin}/circles`);
	expect(new URL(page.url()).pathname).toBe('/today');

	await page.getByRole('link').click();

	await page.getByText('You are not the only one').waitFor();
	await context.close();
});

test('the way out is the first thing the Tab key comes to, on every page', async ({ app, browser }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	for (const path of ['/', '/circles', '/sign-in', '/sign-up', '/recover', '/find', '/help', '/nowhere']) {
		await page.goto(app.origin + path);
		await page.keyboard.press('Tab');
		expect(await page.locator(':focus').innerText(), path).toBe('Leave');
	}
	await context.close();
});

async function pathOf(app: App, route: string) {
	return route.replace('[nights]', (await app.circle('nights')).slug);
}

const sessionsWith = ({ spine: { db } }: App, token: string) =>
	db.selectFrom('session').select('id').where('digest', '=', digestOf(token)).execute();
