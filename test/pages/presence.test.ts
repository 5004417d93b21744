import { expect } from 'vitest';
import { sql } from 'kysely';
import { digestOf } from '#features/people/server/sessions.ts';
import { after, minutes, rightNow } from '#platform/time.ts';
import { test } from '../app.ts';
import { everyPage } from '../crawl.ts';
import { everythingKept } from '../everything-kept.ts';

const passphrase = 'a lamp in the window 9';

test('of somebody new nobody learns anything, and nobody can look for them', async ({ app }) => {
	const nickname = 'Qwaveringly';
	const newcomer = app.visitor();
	await newcomer.post('/sign-up?/passphrase', { nickname, passphrase, next: '/' });
	await newcomer.read('/circles');

	const others = [
		app.visitor(),
		await app.signInAs('wren'),
		await app.signInAs('rosa'),
		await app.signInAs('amara'),
	];
	for (const other of others) {
		const pages = await everyPage(other, ['/', `/circles?words=${nickname}`, `/find?q=${nickname}`]);
		// What one has typed comes back to oneself, in the field and in addresses.
		const typed = new RegExp(`value="${nickname}"|[?;&]q=${nickname}`, 'g');
		const seen = pages.filter(({ html }) => html.replaceAll(typed, '').includes(nickname));
		expect(seen.map(({ path }) => path)).toEqual([]);
	}
});

test('no table has a place for when somebody was here, what they have read, or that they are typing', async ({
	app,
}) => {
	const { rows } = await sql<{ column: string }>`
		select table_name || '.' || column_name as column from information_schema.columns where table_schema = 'public'
	`.execute(app.spine.db);

	const telling =
		/seen|last_(?!place|change)|online$|presence|active|typing|read_at|read_up|visited|ip_?addr|agent/;
	const columns = rows.map(({ column }) => column).filter((column) => telling.test(column));
	// A meeting elsewhere can be online. Whoever is in a room is there in a row, which goes when they leave, when the room
	// closes, or after an hour without a sign.
	// A list is read again when its server says that it changed, and somebody is away until a last day.
	const known = /^(listing\.online|presence\.\w+|(feed|import)\.last_modified|supporter_exception\.last_on)$/;
	expect(columns.filter((column) => !known.test(column))).toEqual([]);
});

test('reading for an evening leaves nothing behind but sealed places, for oneself', async ({ app }) => {
	const mo = await app.signInAs('mo');
	const before = await everythingKept(app.spine.db);
	expect(withoutPlaces(before)).toContain('Paper Boat');
	await everyPage(mo);

	expect(withoutPlaces(await everythingKept(app.spine.db))).toBe(withoutPlaces(before));
});

test('what others are told of somebody who sits in a circle says nothing of when they were here', async ({
	app,
}) => {
	const { slug } = await app.circle('nights');
	const page = await (await app.signInAs('rosa')).read(`/circles/${slug}/people`);

	expect(page).not.toMatch(/last seen|last here|online now|active|away since|typing/i);
	// An observer is a number to the others, not a name.
	expect(page).not.toContain('Paper Boat');
});

test('on a shared device the session ends with the browser, and after a quarter of an hour without a page', async ({
	app,
}) => {
	const { db } = app.spine;
	const visitor = app.visitor();
	const answer = await visitor.post('/sign-up?/passphrase', {
		nickname: 'At the library',
		passphrase,
		sharedDevice: 'yes',
		next: '/',
	});
	const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('s='));
	const token = visitor.cookies.get('s')!;
	const ends = () =>
		db
			.selectFrom('session')
			.select('ends_at')
			.where('digest', '=', digestOf(token))
			.executeTakeFirstOrThrow();

	expect(cookie).not.toMatch(/max-age|expires/i);
	expect(visitor.cookies.has('d')).toBe(false);
	expect((await ends()).ends_at.getTime()).toBeLessThanOrEqual(after(rightNow(), minutes(15)).getTime());
	expect((await visitor.get('/me')).status).toBe(200);

	// A quarter of an hour goes by.
	await db
		.updateTable('session')
		.set({ ends_at: rightNow() })
		.where('digest', '=', digestOf(token))
		.execute();

	expect((await visitor.get('/me')).headers.get('location')).toMatch(/^\/sign-in/);
	expect(visitor.cookies.has('s')).toBe(false);
});

test('every page on a shared device keeps its session going', async ({ app }) => {
	const { db } = app.spine;
	const visitor = app.visitor();
	await visitor.post('/sign-up?/passphrase', {
		nickname: 'At the drop-in',
		passphrase,
		sharedDevice: 'yes',
		next: '/',
	});
	const digest = digestOf(visitor.cookies.get('s')!);
	await db
		.updateTable('session')
		.set({ ends_at: after(rightNow(), minutes(5)) })
		.where('digest', '=', digest)
		.execute();

	await visitor.get('/circles');

	const { ends_at } = await db
		.selectFrom('session')
		.select('ends_at')
		.where('digest', '=', digest)
		.executeTakeFirstOrThrow();
	expect(ends_at.getTime()).toBeGreaterThan(after(rightNow(), minutes(14)).getTime());
});

/** The worker’s own tables change by themselves; up to where one has read is sealed, and for oneself. */
const withoutPlaces = (kept: string) =>
	kept
		.split(/\n(?=\w+\.\w+\n|\w+\.\w+$)/)
		.filter((table) => table.startsWith('public.') && !table.startsWith('public.reading'))
		.join('\n');
