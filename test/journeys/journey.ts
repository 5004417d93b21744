import { setTimeout as pause } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Handle } from '#cast';
import { test as base, type App } from '../app.ts';
import { openBrowser } from '../browser.ts';
import { circleForm } from '../pages/scene.ts';

/** WCAG 2.0, 2.1 and 2.2, levels A and AA. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Milliseconds in which a press leads somewhere, if it leads anywhere. */
const SOON = 150;

const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 800 };

/** Somebody on their way, in a browser of their own. */
export class Traveller {
	readonly page: Page;
	readonly #app: App;
	readonly #scripts: boolean;

	/** How often the page has set out for another, and how often it has come there. */
	#departures = 0;
	#arrivals = 0;

	constructor(page: Page, app: App, scripts: boolean) {
		this.page = page;
		page.on('request', (request) => (this.#departures += Number(request.isNavigationRequest())));
		page.on('framenavigated', () => this.#arrivals++);
		this.#app = app;
		this.#scripts = scripts;
	}

	async go(path: string) {
		await this.page.goto(this.#app.origin + path);
		await this.look();
	}

	/** Presses a button or a link by what it says. */
	async press(says: string | RegExp, { exact = true, nth = 0 } = {}) {
		const named = { name: says, exact: exact && typeof says === 'string' };
		const button = this.page.getByRole('button', named);
		const [departures, arrivals] = [this.#departures, this.#arrivals];
		await button.or(this.page.getByRole('link', named)).nth(nth).click();
		await pause(SOON);
		if (this.#departures > departures) await expect.poll(() => this.#arrivals > arrivals).toBe(true);
		await this.page.waitForLoadState();
		await this.look();
	}

	async write(label: string | RegExp, text: string) {
		await this.page.getByLabel(label, { exact: true }).fill(text);
	}

	/** Waits until the page says this. */
	async reads(text: string | RegExp) {
		await this.page.getByText(text).filter({ visible: true }).first().waitFor();
	}

	async doesNotRead(text: string | RegExp) {
		await expect.poll(() => this.page.getByText(text).filter({ visible: true }).count()).toBe(0);
	}

	get origin() {
		return this.#app.origin;
	}

	get path() {
		return new URL(this.page.url()).pathname;
	}

	/** Holds the page to what every page promises: no barrier that axe finds, and nothing to scroll sideways for. */
	async look() {
		const [room, width] = await this.page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
		expect(width, `${this.path} is wider than its window`).toBeLessThanOrEqual(room!);
		if (!this.#scripts) return;
		// Half behind the bar that stays in place, a button would look too small to press.
		await this.page.evaluate(() => scrollTo(0, 0));
		expect(await barriersOn(this.page), `barriers on ${this.path}`).toEqual([]);
	}
}

/** Every barrier that axe finds on a page, and where. */
export async function barriersOn(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
	return violations.map(
		({ id, nodes }) =>
			`${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
	);
}

export interface Journey {
	app: App;
	browser: Browser;
	/** Whether this one is walked with JavaScript. */
	scripts: boolean;
	/** Makes names different in each walk: `Marlow 1`. */
	walk: number;
	/** Somebody nobody knows yet. */
	newcomer(how?: Parameters<Browser['newContext']>[0]): Promise<Traveller>;
	/** Somebody of the cast. */
	as(who: Handle, how?: Parameters<Browser['newContext']>[0]): Promise<Traveller>;
	/** A circle of its own, opened by somebody of the cast who may. */
	circleOf(host: Handle, details?: Partial<typeof circleForm>): Promise<string>;
}

export const test = base.extend<{ $file: { browser: Browser } }>({
	browser: [
		async ({}, use) => {
			const browser = await openBrowser();
			await use(browser);
			await browser.close();
		},
		{ scope: 'file' },
	],
});

let walks = 0;

/** Walks one journey with a script and without, once on a phone and once on a desktop. */
export function journey(what: string, walk: (on: Journey) => Promise<void>, { alsoWithout = true } = {}) {
	const turned = walks++ % 2 === 0;
	for (const scripts of alsoWithout ? [true, false] : [true])
		test(`${what}, ${scripts ? 'with' : 'without'} a script`, async ({ app, browser }) => {
			const contexts: BrowserContext[] = [];
			const open: Journey['newcomer'] = async (how = {}) => {
				const context = await browser.newContext({
					javaScriptEnabled: scripts,
					viewport: scripts === turned ? phone : desktop,
					locale: 'en-GB',
					timezoneId: 'Europe/London',
					...how,
				});
				contexts.push(context);
				const page = await context.newPage();
				page.setDefaultTimeout(15_000);
				return new Traveller(page, app, scripts);
			};
			try {
				await walk({
					app,
					browser,
					scripts,
					walk: scripts ? 1 : 2,
					newcomer: open,
					async as(who, how) {
						const { cookies } = await app.signInAs(who);
						const traveller = await open(how);
						await traveller.page
							.context()
							.addCookies([...cookies].map(([name, value]) => ({ name, value, url: app.origin })));
						return traveller;
					},
					async circleOf(host, details = {}) {
						const client = await app.signInAs(host);
						const opened = await client.post('/circles/new', { ...circleForm, ...details });
						return opened.headers.get('location')!.split('/')[2]!;
					},
				});
			} finally {
				for (const context of contexts) await context.close();
			}
		});
}

/** Comes in under a nickname with a passphrase, and keeps the recovery code. */
export async function comeIn(traveller: Traveller, nickname: string, passphrase: string): Promise<string> {
	await traveller.write('Nickname', nickname);
	await traveller.write('Passphrase', passphrase);
	await adult(traveller);
	await traveller.press('Come in');
	const code = (await traveller.page.getByLabel('Recovery code').innerText()).replaceAll(/\s/g, '');
	await traveller.press('I have kept it');
	return code;
}

/** Asked only where there are spaces for younger people. */
export async function adult({ page }: Traveller) {
	const band = page.getByRole('radio', { name: '18 or older', exact: false });
	if (await band.count()) await band.first().check();
}
