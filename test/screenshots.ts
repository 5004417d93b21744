/**
 * Takes pictures of the running app with the cast in it: `node test/screenshots.ts FOLDER`. A chosen few go into
 * docs/pictures as well, where the README shows them.
 */
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { circles, people, type Handle } from '#cast';
import type { Database } from '#platform/db.ts';
import { openBrowser } from './browser.ts';
import { Client } from './client.ts';
import { Hearten } from './hearten.ts';
import { meetingPictures, takeMeetingPictures } from './meeting-pictures.ts';

interface View {
	name: string;
	who: Handle | null;
	path: string;
	/** Opened before the picture is taken: a fold, a dialog. */
	open?: string;
}

const views: View[] = [
	{ name: 'front', who: null, path: '/' },
	{ name: 'front-signed-in', who: 'nour', path: '/' },
	{ name: 'circles', who: null, path: '/circles' },
	{ name: 'circle', who: null, path: '/circles/[nights]' },
	{ name: 'circle-seated', who: 'nour', path: '/circles/[loss]' },
	{ name: 'circle-in-line', who: 'tam', path: '/circles/[nights]' },
	{ name: 'talk', who: 'tomatoes', path: '/circles/[nights]/talk' },
	{ name: 'talk-first-words', who: 'wren', path: '/circles/[loss]/talk' },
	{ name: 'talk-paused', who: 'mo', path: '/circles/[nights]/talk' },
	{ name: 'people', who: 'rosa', path: '/circles/[nights]/people' },
	{ name: 'settings', who: 'rosa', path: '/circles/[nights]/settings' },
	{ name: 'meeting-door', who: 'amara', path: '/circles/[tea]/meeting' },
	{ name: 'meeting-plan', who: 'rosa', path: '/circles/[tea]/meeting/plan' },
	{ name: 'new-circle', who: 'rosa', path: '/circles/new' },
	{ name: 'sign-up', who: null, path: '/sign-up' },
	{ name: 'sign-in', who: null, path: '/sign-in' },
	{ name: 'recover', who: null, path: '/recover' },
	{ name: 'help', who: null, path: '/help' },
	{ name: 'about', who: null, path: '/about' },
	{ name: 'find', who: null, path: '/find' },
	{ name: 'me', who: 'amara', path: '/me' },
	{ name: 'account', who: 'amara', path: '/me/account' },
	{ name: 'sessions', who: 'amara', path: '/me/sessions' },
	{ name: 'data', who: 'amara', path: '/me/data' },
	{ name: 'erase', who: 'amara', path: '/me/erase' },
	{ name: 'organisation', who: 'amara', path: '/organisation' },
	{ name: 'demo', who: null, path: '/demo' },
	{ name: 'missing', who: null, path: '/nowhere' },
];

const phone = { viewport: { width: 360, height: 740 } };
const desktop = { viewport: { width: 1280, height: 860 } };
const manners: Record<string, BrowserContextOptions & { language?: string }> = {
	phone,
	'phone-dark': { ...phone, colorScheme: 'dark' },
	'phone-spanish': { ...phone, language: 'es' },
	'phone-right-to-left': { ...phone, language: 'ar-XB' },
	desktop,
	'desktop-dark': { ...desktop, colorScheme: 'dark' },
};

/** What the README and the documents show, small enough to be in the repository. */
const chosen = ['front-phone', 'talk-phone-dark', 'circle-desktop', 'talk-desktop', 'circles-desktop-dark'];
const MOST = 150_000;

const folder = resolve(process.argv[2] ?? '.cache/pictures');
const pictures = resolve('docs/pictures');

const hearten = await Hearten.start({ HEARTEN_DEMO: 'yes', HEARTEN_PSEUDO_LOCALES: 'yes' });
const browser = await openBrowser();
try {
	await mkdir(folder, { recursive: true });
	const { db } = await hearten.spine();
	for (const [manner, how] of Object.entries(manners))
		for (const view of views) await takePicture(browser, db, { manner, how, view });
	await mkdir(pictures, { recursive: true });
	await takeMeetingPictures(hearten, browser, folder);
	for (const name of [...chosen, ...meetingPictures]) await choose(name);
} finally {
	await browser.close();
	await hearten.remove();
}

async function takePicture(
	browser: Browser,
	db: Database,
	{ manner, how, view }: { manner: string; how: BrowserContextOptions & { language?: string }; view: View },
) {
	const { language = 'en', ...options } = how;
	const client = new Client(hearten.origin);
	if (view.who) {
		const { nickname } = people[view.who];
		const { id } = await db
			.selectFrom('person')
			.select('id')
			.where('nickname', '=', nickname)
			.executeTakeFirstOrThrow();
		await client.post('/demo', { person: id });
	}
	await client.post('/language', { locale: language, from: '/' });

	const context = await browser.newContext({
		...options,
		timezoneId: 'Europe/London',
		reducedMotion: 'reduce',
	});
	await context.addCookies(
		[...client.cookies].map(([name, value]) => ({ name, value, url: hearten.origin })),
	);
	const page = await context.newPage();
	await page.goto(hearten.origin + (await pathOf(db, view.path)));
	const fullPage = !chosen.includes(`${view.name}-${manner}`);
	await page.screenshot({ path: pictureOf(view.name, manner), fullPage });
	await context.close();
}

function pictureOf(view: string, manner: string) {
	return join(folder, `${view}-${manner}.png`);
}

async function pathOf(db: Database, path: string): Promise<string> {
	const [, which] = /\[(\w+)\]/.exec(path) ?? [];
	if (which === undefined) return path;
	const { slug } = await db
		.selectFrom('circle')
		.select('slug')
		.where('name', '=', circles[which as keyof typeof circles].details.name)
		.executeTakeFirstOrThrow();
	return path.replace(`[${which}]`, slug);
}

async function choose(name: string) {
	const from = join(folder, `${name}.png`);
	const { size } = await stat(from);
	if (size > MOST) throw new Error(`${name} is ${size} bytes; at most ${MOST} fit into the documents.`);
	await copyFile(from, join(pictures, `${name}.png`));
}
