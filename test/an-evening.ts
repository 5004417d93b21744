import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { circles, people, type Handle } from '#cast';
import { kinds, type Kind } from '#features/circle-mode/script.ts';
import { Client, type Fields } from './client.ts';
import type { Hearten } from './hearten.ts';

/** What a page of a meeting says to whoever reads it, as far as it is the same for everybody. */
export interface Seen {
	/** The heading: the part of the meeting that is on. */
	stage: string;
	/** Who has the piece, by alias. */
	holder: string | undefined;
	/** Who is here, in order. */
	order: string[];
}

/** Somebody at a meeting, by whatever they have in hand. */
export interface Sitter {
	name: Handle;
	/** The page as it is in front of them. */
	page(): Promise<string>;
	/** Presses a button of it. Answers with the status, or 0 where a browser does not tell. */
	press(what: string, fields?: Record<string, string>): Promise<number>;
	comes(way: string): Promise<void>;
	/** Writes where the circle talks. */
	says(words: string): Promise<number>;
}

/** A browser tells the attributes of an element in the order in which they came. */
export function seen(html: string): Seen {
	const here = [...html.matchAll(/<li\b[^>]* data-where="here"[^>]*>/g)].map(([tag]) => tag);
	const keyOf = (tag: string | undefined) => / data-key="([^"]+)"/.exec(tag ?? '')?.[1];
	return {
		stage: /<h1[^>]*>([^<]*)/.exec(html)?.[1]?.trim() ?? '',
		holder: keyOf(here.find((tag) => tag.includes(' data-holds='))),
		order: here.map((tag) => keyOf(tag)!),
	};
}

export const hasThePiece = (html: string) => /id="whose-turn"/.test(html) && / data-mine=""/.test(html);

const turnOn = (html: string) => / name="turn" value="(\d+)"/.exec(html)?.[1] ?? '';

/** By plain HTTP, as a program or the simplest browser does. */
class ByHttp implements Sitter {
	readonly name: Handle;
	readonly client: Client;
	readonly #path: string;

	constructor(name: Handle, client: Client, path: string) {
		this.name = name;
		this.client = client;
		this.#path = path;
	}

	page = () => this.client.read(this.#path);

	async press(what: string, fields: Record<string, string> = {}) {
		const turn = turnsThatMatter.has(what) && fields.turn === undefined ? turnOn(await this.page()) : '';
		const form: Fields = { do: what, ...(turn && { turn }), ...fields };
		return (await this.client.post(`${this.#path}?/act`, form)).status;
	}

	async comes(way: string) {
		await this.client.post(`${this.#path}?/come`, { way, private: 'yes' });
	}

	says = async (words: string) =>
		(await this.client.post(`${this.#path}?/say`, { body: words, clientId: randomUUID() })).status;
}

const turnsThatMatter = new Set(['finish', 'pass', 'later', 'take', 'move-piece', 'hear', 'resonate']);

/** In a real browser, with a script or without. */
class ByBrowser implements Sitter {
	readonly name: Handle;
	readonly shown: Page;
	readonly #scripts: boolean;
	readonly #address: string;

	constructor(name: Handle, shown: Page, address: string, scripts: boolean) {
		this.name = name;
		this.shown = shown;
		this.#address = address;
		this.#scripts = scripts;
	}

	/** With a script the page follows by itself. Without, it is fetched again, as it does for itself after a while. */
	async page() {
		if (!this.#scripts) await this.shown.goto(this.#address);
		return this.shown.content();
	}

	async press(what: string, fields: Record<string, string> = {}) {
		if (!this.#scripts) await this.shown.goto(this.#address);
		const more = Object.entries(fields).map(
			([name, value]) => `:has(input[name="${name}"][value="${value}"])`,
		);
		const form = `form:has(input[name="do"][value="${what}"])${more.join('')}`;
		await this.shown.locator(`${form} button`).first().click();
		await this.shown.waitForLoadState();
		return 0;
	}

	async comes(way: string) {
		await this.shown.goto(this.#address);
		await this.shown.locator(`input[name="way"][value="${way}"]`).check();
		await this.shown.locator('form[action="?/come"] button').click();
		await this.shown.waitForLoadState();
	}

	async says(words: string) {
		if (!this.#scripts) await this.shown.goto(`${this.#address}?still`);
		await this.shown.locator('#say textarea').fill(words);
		await this.shown.locator('#say button').click();
		await this.shown.waitForLoadState();
		return 0;
	}
}

/** Eight people of the cast, two in browsers and six by HTTP, at a meeting of “Tea at any hour” with every kind of part. */
export class Evening {
	readonly hearten: Hearten;
	readonly path: string;
	readonly slug: string;
	readonly sitters: Sitter[];
	readonly rosa: Sitter & { shown: Page };
	wren: Sitter & { shown: Page };
	readonly #browser: Browser;

	private constructor(
		hearten: Hearten,
		browser: Browser,
		slug: string,
		[rosa, wren, ...others]: [Sitter & { shown: Page }, Sitter & { shown: Page }, ...Sitter[]],
	) {
		this.hearten = hearten;
		this.#browser = browser;
		this.slug = slug;
		this.path = `/circles/${slug}/meeting`;
		this.rosa = rosa;
		this.wren = wren;
		this.sitters = [rosa, wren, ...others];
	}

	static async begin(hearten: Hearten, browser: Browser): Promise<Evening> {
		const { db } = await hearten.spine();
		const { slug } = await db
			.selectFrom('circle')
			.select('slug')
			.where('name', '=', circles.tea.details.name)
			.executeTakeFirstOrThrow();
		const path = `/circles/${slug}/meeting`;
		const host = await clientOf(hearten, 'rosa');
		// The lobby that the cast stands in is closed, and one is opened for a script with everything in it.
		await host.post(`${path}?/act`, { do: 'close' });
		const planned = await host.post(`${path}/plan`, everything());
		if (planned.status !== 303) throw new Error(`The plan was answered ${planned.status}.`);

		const rosa = await inBrowser(hearten, browser, 'rosa', path, { scripts: true, ...desktop });
		const wren = await inBrowser(hearten, browser, 'wren', path, { scripts: false, ...phone });
		const others = [];
		for (const name of ['idris', 'henk', 'tomatoes', 'nour', 'fern', 'amara'] as const)
			others.push(new ByHttp(name, await clientOf(hearten, name), path));
		return new Evening(hearten, browser, slug, [rosa, wren, ...others]);
	}

	who(name: Handle): Sitter {
		return this.sitters.find((sitter) => sitter.name === name)!;
	}

	/** Whoever has the piece; undefined while it is on the table. A live page may be a moment behind. */
	async holder(): Promise<Sitter | undefined> {
		for (let looks = 0; looks < 100; looks++) {
			if (!seen(await this.who('idris').page()).holder) return undefined;
			for (const sitter of this.sitters) if (hasThePiece(await sitter.page())) return sitter;
		}
		throw new Error('Somebody has the piece, and nobody’s page says so.');
	}

	async everybodySees(): Promise<Seen[]> {
		const views = [];
		for (const sitter of this.sitters) views.push(seen(await sitter.page()));
		return views;
	}

	/** From now on Wren has a script. */
	async wrenGetsAScript() {
		const before = this.wren;
		this.wren = await inBrowser(this.hearten, this.#browser, 'wren', this.path, { scripts: true, ...phone });
		await this.wren.shown.goto(this.hearten.origin + this.path);
		this.sitters[this.sitters.indexOf(before)] = this.wren;
		await before.shown.context().close();
	}

	/** Everybody who is given the piece has their turn, until nobody is. Answers with who had it, in order. */
	async goRound(
		turn: (sitter: Sitter, nth: number) => Promise<unknown> = (sitter) => sitter.press('finish'),
	) {
		const had: Handle[] = [];
		for (let sitter = await this.holder(); sitter && had.length < 60; sitter = await this.holder()) {
			had.push(sitter.name);
			await turn(sitter, had.length);
			await this.settled(sitter);
		}
		return had;
	}

	/** A page with a script changes a moment after the press. */
	private async settled(sitter: Sitter) {
		if (!(sitter instanceof ByBrowser)) return;
		const page = sitter.shown;
		for (let looks = 0; looks < 100 && hasThePiece(await page.content()); looks++)
			await page.waitForTimeout(50);
	}
}

const phone = { viewport: { width: 360, height: 740 } };
const desktop = { viewport: { width: 1280, height: 860 } };

export async function clientOf(hearten: Hearten, who: Handle): Promise<Client> {
	const { db } = await hearten.spine({ max: 1 });
	const { id } = await db
		.selectFrom('person')
		.select('id')
		.where('nickname', '=', people[who].nickname)
		.executeTakeFirstOrThrow();
	const client = new Client(hearten.origin);
	await client.post('/demo', { person: id });
	await client.post('/language', { locale: 'en', from: '/' });
	return client;
}

async function inBrowser(
	hearten: Hearten,
	browser: Browser,
	who: Handle,
	path: string,
	{ scripts, ...how }: BrowserContextOptions & { scripts: boolean },
) {
	const { cookies } = await clientOf(hearten, who);
	const context = await browser.newContext({
		...how,
		javaScriptEnabled: scripts,
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		reducedMotion: 'reduce',
	});
	await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: hearten.origin })));
	const page = await context.newPage();
	page.setDefaultTimeout(15_000);
	return new ByBrowser(who, page, hearten.origin + path, scripts);
}

/** One part of each kind, in the order of the list. */
function everything(): Fields {
	const stages: Kind[] = [...kinds];
	const each = (of: (kind: Kind) => string) => stages.map(of);
	const reading = 'The kettle takes its time.\nSo do we.\nNobody is late.';
	return {
		...{ change: 'save', admission: 'seated', observers: 'yes', talk: 'text', kind: stages },
		minutes: each(() => '10'),
		turn: each((kind) => (kind === 'welcome' || kind === 'aftercare' ? '0' : '3')),
		slots: each((kind) => (kind === 'open-mic' ? '3' : '0')),
		words: each(() => ''),
		notes: each((kind) => (kind === 'piece' ? 'Henk has had a hard week. Leave him room.' : '')),
		text: each((kind) => (kind === 'reading' ? reading : '')),
	};
}
