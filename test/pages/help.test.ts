import { expect } from 'vitest';
import { sql } from 'kysely';
import { test, type App } from '../app.ts';
import { everyPage, isShown } from '../crawl.ts';
import { everythingKept } from '../everything-kept.ts';

test('looking for help leaves no trace: no cookie, no row, and no word of it in the log', async ({ app }) => {
	const visitor = app.visitor();
	await visitor.get('/about');
	const before = await aboutPeople(app);
	const printed = app.printed().length;

	const pages = [
		await visitor.get('/help?c=IE&w=4&t=2&l=en&mark=thirteenth'),
		await visitor.get('/help/all'),
	];

	expect(await pages[0]!.text()).toContain('Women’s Aid');
	for (const { status, headers } of pages) {
		expect([status, headers.getSetCookie()]).toEqual([200, []]);
		expect(headers.get('cache-control')).toBe('no-store');
	}
	expect(visitor.cookies.size).toBe(0);
	expect(await aboutPeople(app)).toEqual(before);
	expect(await everythingKept(app.spine.db)).not.toContain('thirteenth');
	await expect.poll(() => app.printed().slice(printed)).toContain('"/help/all"');
	expect(app.printed().slice(printed)).not.toMatch(/c=|"IE"|w=4|thirteenth/);
});

test('a country comes from the person’s own settings, or is asked for; never from their address', async ({
	app,
}) => {
	const nour = await app.signInAs('nour');
	const asked = app.visitor({ address: '185.76.8.1', languages: 'es-ES' });
	expect(await asked.read('/help')).not.toContain('href="tel:');
	expect(await nour.read('/help')).not.toContain('href="tel:');

	const settings = { locale: 'en', zone: 'Europe/Madrid', theme: 'system', country: 'ES' };
	await nour.post('/me/account?/settings', settings);

	expect(await nour.read('/help')).toContain('href="tel:024"');
	expect(await nour.read('/help?c=GB')).toContain('href="tel:116123"');
	expect(await asked.read('/help?c=nowhere')).not.toContain('href="tel:');
});

test('what a coordinator has ticked off says so to everybody, and the rest says that nobody has', async ({
	app,
}) => {
	const amara = await app.signInAs('amara');
	expect(await app.visitor().read('/help?c=NL')).toContain('None of these lines has been verified');

	await amara.post('/organisation/lines?/check', { line: 'NL-113' });

	const page = await app.visitor().read('/help?c=NL');
	expect(page).toContain('Verified by this organisation on');
	expect(page).toContain('Not yet verified by this organisation');
});

test('on every page the way out is the first stop of the Tab key, and help is the second', async ({
	app,
}) => {
	const pages = [
		...(await everyPage(app.visitor(), ['/', '/nowhere'])),
		...(await everyPage(await app.signInAs('nour'))),
		...(await everyPage(await app.signInAs('amara'))),
	].filter(isShown);

	const otherwise = pages.filter(({ html }) => {
		const [first, second] = stopsIn(html);
		return !(first?.startsWith('<button') && second?.includes(' href="/help"'));
	});
	expect(otherwise.map(({ path }) => path)).toEqual([]);
	expect(pages.length).toBeGreaterThan(100);
}, 120_000);

test('before somebody’s first words in a place stands what it does in danger, and not any more behind them', async ({
	app,
}) => {
	const { slug } = await app.circle('nights');
	const wren = await app.signInAs('wren');
	await wren.post(`/circles/${slug}?/observe`);
	const nour = await app.signInAs('nour');
	const before = 'Before your first words here';

	expect(await wren.read('/now')).toContain(before);
	const other = await app.circle('notSureYet');
	await wren.post(`/circles/${other.slug}?/join`);
	await wren.post(`/circles/${other.slug}?/accept`, { version: '1' });
	const talk = `/circles/${other.slug}/talk`;
	expect(await wren.read(talk)).toContain(before);
	await wren.post(`${talk}?/say`, {
		...{ body: 'Good evening.', contentNote: '', replyTo: '' },
		clientId: '0198c0de-0000-7000-8000-00000000000a',
	});
	expect(await wren.read(talk)).not.toContain(before);
	expect(await nour.read(`/circles/${slug}/talk`)).not.toContain(before);
});

/** Whatever the Tab key stops at, in its order. */
const stopsIn = (html: string) =>
	[
		...html
			.replace(/^[^]*<body/, '')
			.matchAll(/<(?:a\b[^>]* href=|button|select|textarea|summary|input)[^>]*>/g),
	]
		.map(([tag]) => tag)
		.filter((tag) => !/ (hidden|type="hidden"|disabled)\b/.test(tag));

/** The tables in which somebody who came would show, row by row. What the worker does by itself is in others. */
async function aboutPeople({ spine: { db } }: App) {
	const tables = [
		'person',
		'session',
		'known_device',
		'rate_limit',
		'passkey_challenge',
		'help_line',
	] as const;
	const rows = tables.map((table) =>
		sql`select t::text as row from ${sql.table(table)} t order by 1`.execute(db),
	);
	return (await Promise.all(rows)).map((answer) => answer.rows);
}
