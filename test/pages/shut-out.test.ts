import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { FOR_GOOD } from '#features/people/person.ts';
import { shutOut } from '#features/people/server/index.ts';
import { transact } from '#platform/db.ts';
import { rightNow } from '#platform/time.ts';
import { test, type App } from '../app.ts';
import type { Client } from '../client.ts';
import { Ear } from '../ear.ts';
import { everyRoute } from './router.ts';

const cookiesOf = (client: Client) => [...client.cookies].map((pair) => pair.join('=')).join('; ');

const until = async (app: App, moment: Date | null) => {
	const mo = await app.idOf('mo');
	await transact(app.spine, { actor: null, now: rightNow() }, async (tx) => {
		await shutOut(tx, mo, moment);
		return {};
	});
};

test('whoever is shut out hears nothing more within two seconds, and cannot listen again', async ({
	app,
}) => {
	const { id } = await app.circle('nights');
	const ear = await Ear.open(app.origin, { cookie: cookiesOf(await app.signInAs('mo')) });
	expect(await ear.watch(`circle:${id}`)).toBe('live');

	await until(app, FOR_GOOD);
	await pause(2000);

	expect(ear.ended).toBe(4401);
	const again = await Ear.open(app.origin, { cookie: cookiesOf(await app.signInAs('mo')) });
	expect(await again.watch(`circle:${id}`)).toBe('refused');
	await again.close();
	await until(app, null);
});

test('whoever is shut out reaches what concerns themselves alone, and nothing else', async ({ app }) => {
	await until(app, FOR_GOOD);
	const mo = await app.signInAs('mo');
	const open: string[] = [];
	for (const { id, ways } of await everyRoute()) {
		// Leaving is open to everybody, and ends the session.
		if (id.startsWith('/api/') || id.includes('[') || id === '/leave' || !ways.includes('GET')) continue;
		const answer = await mo.copy().get(id);
		const led = answer.headers.get('location');
		if (answer.status !== 303 || led !== '/me/measures') open.push(id);
	}

	expect(open.sort()).toEqual(reached);
	expect((await mo.copy().post('/me?', {})).headers.get('location')).toBe('/me/measures');
	await until(app, null);
	expect((await mo.get('/circles')).status).toBe(200);
});

/** What is the same for everybody, and what concerns themselves alone. */
const reached = [
	'/about',
	'/discreet',
	'/embed.json',
	'/healthz',
	'/help',
	'/help/all',
	'/hsds',
	'/hsds/organizations',
	'/hsds/service_at_locations',
	'/hsds/services',
	'/language',
	'/listings.csv',
	'/listings.ics',
	'/listings.json',
	'/me/confirm',
	'/me/data',
	'/me/erase',
	'/me/export',
	'/me/measures',
	'/transparency',
];
