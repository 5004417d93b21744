import { expect } from 'vitest';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { test as base, type App } from '../app.ts';
import { openBrowser } from '../browser.ts';
import type { Client, Fields } from '../client.ts';
import { circleForm } from './scene.ts';
import { payloads } from './xss-payloads.ts';

const test = base.extend<{ $file: { browser: Browser } }>({
	browser: [
		async ({}, use) => {
			const browser = await openBrowser();
			await use(browser);
			await browser.close();
		},
		{ scope: 'file' },
	],
});

/** A form with text in it, and the pages that show the text afterwards. */
interface Place {
	who: 'amara' | 'nour' | 'rosa' | 'wren';
	/** Where it is sent to, with the payload in each field that has room for it. */
	send(payload: string): { to: string; form: Fields };
	/** The first is read for every payload, or for every `after` of them; the others now and then. */
	shownAt: readonly string[];
	after?: number;
}

const fitting = (payload: string, most: number, otherwise = 'x') =>
	[...payload].length <= most && payload.length <= most ? payload : otherwise;

async function placesOf(app: App): Promise<Record<string, Place>> {
	const { slug } = await app.circle('nights');
	const kitchen = await app.circle('kitchen');
	const tea = await app.circle('tea');
	const idris = await openTheDoor(app, tea.slug);
	const audience = Object.fromEntries(
		['languages', 'pronouns', 'lived', 'words'].map((kind) => [`${kind}Audience`, 'everyone']),
	);
	return {
		'a nickname': {
			who: 'wren',
			send: (nickname) => ({ to: '/me/account?/nickname', form: { nickname } }),
			shownAt: ['/', '/me/account'],
		},
		'what one tells about oneself': {
			who: 'nour',
			send: (words) => ({ to: '/me', form: { ...audience, words, pronouns: fitting(words, 40) } }),
			shownAt: ['/me'],
		},
		'a name in one circle': {
			who: 'nour',
			send: (name) => ({ to: `/circles/${slug}?/alias`, form: { name } }),
			shownAt: [`/circles/${slug}`, `/circles/${slug}/people`],
		},
		// Before the agreements change, which its author would have to accept first.
		'a message that is changed': {
			who: 'rosa',
			send: (body) => ({
				to: `/circles/${slug}/talk/1`,
				form: { body, contentNote: fitting(body, 80, '') },
			}),
			shownAt: [`/circles/${slug}/talk/1`],
		},
		'a circle': {
			who: 'rosa',
			send: (text) => ({
				to: `/circles/${slug}/settings?/details`,
				form: {
					...circleForm,
					name: fitting(text, 80),
					about: text,
					topics: fitting(text, 300),
					venue: 'both',
					address: fitting(text, 300),
					agreements: text,
				},
			}),
			shownAt: ['/circles', `/circles/${slug}`, `/circles/${slug}/settings`],
		},
		'the organisation': {
			who: 'amara',
			send: (text) => ({
				to: '/organisation?/change',
				form: { name: fitting(text, 80), crisisPolicy: text, locale: 'en', ageBands: ['13-17', '16-25'] },
			}),
			shownAt: ['/organisation', '/help'],
		},
		'a private word at a meeting': {
			who: 'rosa',
			send: (words) => ({ to: `/circles/${tea.slug}/meeting?/aside`, form: { to: idris, words } }),
			shownAt: [`/circles/${tea.slug}/meeting`],
			after: 60,
		},
		'the plan of a meeting': {
			who: 'rosa',
			send: (text) => ({
				to: `/circles/${tea.slug}/meeting/plan`,
				form: {
					...{ change: 'save', admission: 'seated', observers: 'yes', talk: 'text' },
					...{ kind: ['reading', 'aftercare'], minutes: ['5', '5'], turn: ['1', '0'], slots: ['0', '0'] },
					...{ words: [text, text], notes: [text, text], text: [text || 'x', ''] },
				},
			}),
			shownAt: [`/circles/${tea.slug}/meeting/plan`],
		},
		'a message with a note': {
			who: 'amara',
			send: (body) => ({
				to: `/circles/${kitchen.slug}/talk?/say`,
				form: { body, contentNote: fitting(body, 80, ''), clientId: randomUUID() },
			}),
			shownAt: [`/circles/${kitchen.slug}/talk`],
			// A page shows fifty.
			after: 40,
		},
	};
}

/** Begins the meeting that the cast is waiting for. Answers with Idris, as those at it know him. */
async function openTheDoor(app: App, slug: string): Promise<string> {
	const rosa = await app.signInAs('rosa');
	await rosa.post(`/circles/${slug}/meeting?/act`, { do: 'open' });
	const { id } = await app.spine.db
		.selectFrom('alias')
		.innerJoin('circle', 'circle.id', 'alias.conversation_id')
		.select('alias.id')
		.where('circle.slug', '=', slug)
		.where('alias.name', '=', 'Idris')
		.executeTakeFirstOrThrow();
	return id;
}

test('nothing that people write is ever run, even without the policy that forbids it', async ({
	app,
	browser,
}) => {
	const documents: string[] = [];
	const accepted = new Map<string, number>();
	for (const [name, place] of Object.entries(await placesOf(app))) {
		const client = await app.signInAs(place.who);
		for (const [index, payload] of payloads.entries()) {
			// Nobody would be let to change their name three hundred times an hour.
			await app.spine.db.deleteFrom('rate_limit').execute();
			const { kept, shown } = await through(place, client, payload, index);
			documents.push(...shown);
			accepted.set(name, (accepted.get(name) ?? 0) + Number(kept));
		}
	}
	for (const [index, payload] of payloads.entries())
		if (index % 4 === 0) documents.push(...(await echoed(app.visitor(), payload)));

	const seen = await openAll(browser, documents);

	expect(payloads.length).toBeGreaterThan(300);
	expect([...accepted].filter(([, times]) => times < 50)).toEqual([]);
	expect(seen).toEqual({ opened: documents.length, run: 0 });
}, 600_000);

test('what is run is counted', async ({ browser }) => {
	const careless = payloads.map((payload) => `<main>${payload}</main>`);

	expect((await openAll(browser, careless.slice(48, 60))).run).toBeGreaterThan(5);
});

test('nothing that arrives live is run', async ({ app, browser }) => {
	const { slug } = await app.circle('loss');
	const page = await watching(browser);
	const nour = await app.signInAs('nour');
	await page
		.context()
		.addCookies([...nour.cookies].map(([name, value]) => ({ name, value, url: app.origin })));
	await page.goto(`${app.origin}/circles/${slug}/talk`);
	await page.locator('#is-live:not([hidden])').waitFor();
	const before = await page.locator('#lines > li[id]').count();

	const wren = await app.signInAs('tomatoes');
	for (const body of payloads)
		await wren.post(`/circles/${slug}/talk?/say`, {
			body,
			contentNote: fitting(body, 80, ''),
			clientId: randomUUID(),
		});
	const placesShown = () =>
		page.locator('#lines > li[id]').evaluateAll((lines) => lines.map((line) => Number(line.id.slice(1))));
	await expect
		.poll(async () => (await placesShown()).length, { timeout: 20_000 })
		.toBeGreaterThanOrEqual(before + payloads.length);

	expect(await placesShown()).toEqual(Array.from({ length: before + payloads.length }, (_, at) => at + 1));
	expect(await runsIn(page)).toBe(0);
	await page.context().close();
}, 120_000);

/** Sends it, and reads what comes back and where it is shown. */
async function through({ send, shownAt, after = 1 }: Place, client: Client, payload: string, index: number) {
	const { to, form } = send(payload);
	const answer = await client.post(to, form);
	if (answer.status !== 303) return { kept: false, shown: [await answer.text()] };
	const paths = index % after > 0 ? [] : index % 8 > 0 ? shownAt.slice(0, 1) : shownAt;
	return { kept: true, shown: await Promise.all(paths.map((path) => client.read(path))) };
}

/** Addresses and forms that are not accepted also come back with what was in them. */
async function echoed(visitor: Client, payload: string): Promise<string[]> {
	const text = encodeURIComponent(payload);
	const pages = [
		`/circles?words=${text}&topic=${text}&language=${text}&page=${text}`,
		`/find?q=${text}&near=${text}&day=${text}&topic=${text}&type=${text}&at=${text}`,
		`/sign-up?next=${text}`,
		`/language?from=${text}`,
		`/claim/${text}`,
		`/circles/${text}`,
	];
	const answers = [
		...(await Promise.all(pages.map((path) => visitor.get(path)))),
		await visitor.post('/sign-up?/passphrase', { nickname: payload, passphrase: 'short', next: payload }),
	];
	return Promise.all(answers.filter(({ status }) => status !== 303).map((answer) => answer.text()));
}

/** A page that counts whatever is run in it, with nothing of ours to stop it. */
async function watching(browser: Browser): Promise<Page> {
	const context = await browser.newContext({ bypassCSP: true });
	const page = await context.newPage();
	page.on('dialog', (dialog) => void dialog.dismiss());
	await page.addInitScript(
		'globalThis.hits = 0; globalThis.hit = () => { globalThis.hits++; }; parent.hit = globalThis.hit;',
	);
	return page;
}

const runsIn = (page: Page) => page.evaluate(() => (globalThis as unknown as { hits: number }).hits);

/** Opens many documents behind one another in one, which is many times quicker and stops nothing from running. */
async function openAll(browser: Browser, documents: readonly string[]) {
	const page = await watching(browser);
	let [opened, run] = [0, 0];
	for (let start = 0; start < documents.length; start += 25) {
		const some = documents.slice(start, start + 25);
		await page.goto('about:blank');
		await page.setContent(some.join('\n').replaceAll(/<script[^]*?<\/script>/g, own));
		opened += await page.locator('main').count();
		run += await runsIn(page);
	}
	await page.context().close();
	return { opened, run };
}

/** Our own script on the page is not what is looked for. */
const own = (script: string) => (script.includes('hit()') ? script : '');
