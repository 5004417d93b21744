import { expect } from 'vitest';
import { people } from '#cast';
import { test, type App } from '../app.ts';

const boathouse = '/keeping/riverside/listings/the-boathouse';

const confirmed = ({ spine: { db } }: App) =>
	db
		.selectFrom('listing')
		.select(['confirmed_at as at', 'confirmed_as as as'])
		.where('slug', '=', 'the-boathouse')
		.executeTakeFirstOrThrow();

test('the people who run a group open a link, look, and press once; looking alone confirms nothing', async ({
	app,
}) => {
	const rosa = await app.signInAs('rosa');
	const made = await (await rosa.post(`${boathouse}?/link`)).text();
	const link = new URL(/value="(http[^"]*\/confirm\/[^"]+)"/.exec(made)![1]!).pathname;
	const before = await confirmed(app);
	const group = app.visitor();

	const page = await group.read(link);
	expect(page).toContain('The Boathouse');
	expect(await confirmed(app)).toEqual(before);

	const pressed = await group.post(link);
	expect([pressed.status, await pressed.text()]).toEqual([200, expect.stringContaining('Thank you')]);
	expect((await confirmed(app)).at).not.toEqual(before.at);

	await rosa.post(`${boathouse}?/unlink`);
	expect(await group.read(link)).toContain('This link is over');
	expect((await group.post(link)).status).toBe(409);
});

test('a reader says what has changed without an account, and those who keep it read it', async ({ app }) => {
	const words = 'The ramp is being mended until spring.';
	const listing = '/changed/riverside~the-boathouse';

	expect((await app.visitor().post(listing, { words })).status).toBe(422);
	const told = await app.visitor().post(listing, { what: 'other', words });

	expect(told.headers.get('location')).toBe('/changed/riverside~the-boathouse?told');
	expect(await (await app.signInAs('nour')).read('/keeping/riverside')).toContain(words);
	expect(await app.visitor().read('/find/riverside~the-boathouse')).not.toContain(words);
});

test('what a maintainer saves is on the page of the listing; what an editor saves waits for an answer', async ({
	app,
}) => {
	const [rosa, nour] = [await app.signInAs('rosa'), await app.signInAs('nour')];
	const page = '/keeping/riverside/listings/tardes-de-duelo';
	const form = { name: 'Tardes de duelo', zone: 'Europe/London', days: ['6'], inPerson: 'yes' };
	const shown = () => app.visitor().read('/find/riverside~tardes-de-duelo');

	const proposed = await nour.post(`${page}?/save`, { ...form, time: '18:15', revision: '1' });
	expect(proposed.headers.get('location')).toBe('/keeping/riverside?proposed');
	expect(await shown()).not.toContain('6:15');

	const saved = await rosa.post(`${page}?/save`, { ...form, time: '17:45', revision: '1' });
	expect(saved.headers.get('location')).toBe(`${page}?kept`);
	expect(await shown()).toContain('5:45');
	const late = await rosa.post(`${page}?/save`, { ...form, time: '17:50', revision: '1' });
	expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('while you were writing')]);
});

test('who keeps a listing is told to those who keep it with them, and to nobody else', async ({ app }) => {
	const editor = await (await app.signInAs('nour')).read(`${boathouse}/history`);
	expect(editor).toContain(people.rosa.nickname);

	const others = await Promise.all(
		['/find/riverside~the-boathouse', '/changed/riverside~the-boathouse', '/find'].map((path) =>
			app.visitor().read(path),
		),
	);
	expect(others.filter((page) => page.includes(people.rosa.nickname))).toEqual([]);
});
