import { expect } from 'vitest';
import { sql } from 'kysely';
import { veil } from '#web/discreet.ts';
import { answered, forPeople, inTurn, isForPrograms, knockEverywhere, test } from './knocking.ts';
import { everyRoute } from './router.ts';
import { roles, type Role } from './scene.ts';

knockEverywhere(0);

const notTeen = roles.filter((role) => role !== 'teen');

/** Who may find a circle that the others may not. */
const insiders: Partial<Record<string, readonly Role[]>> = {
	open: notTeen,
	secret: ['host'],
	teens: ['teen'],
	missing: [],
};

/** Who may find a room that the others may not: stewards and coordinators answer for all. */
const inRooms: typeof insiders = {
	open: notTeen,
	closed: notTeen,
	teens: ['teen', 'steward', 'coordinator'],
	missing: [],
};

const insidersOf = (id: string) => (id.includes('[room]') ? inRooms : insiders);

test('a circle or room one may not find cannot be told from one that is not there', async ({ scene }) => {
	const differences: string[] = [];
	let asked = 0;
	for (const { id, ways } of await forPeople()) {
		if (!/\[(circle|room)\]/.test(id)) continue;
		const { missing = '', ...others } = scene.addresses(id);
		for (const way of ways)
			for (const role of roles) {
				const nothing = await answered(scene, role, { id, way, path: missing });
				for (const [which, path] of Object.entries(others)) {
					if (insidersOf(id)[which]?.includes(role)) continue;
					const hidden = await answered(scene, role, { id, way, path });
					asked++;
					if (hidden !== nothing) differences.push(`${role}: ${way} ${id} (${which})`);
				}
			}
	}

	expect(differences).toEqual([]);
	expect(asked).toBeGreaterThan(500);
	expect(await scene.changed()).toBe(false);
}, 180_000);

test('programs come with a token: whatever cookies say, they are asked for one', async ({ scene }) => {
	const open: string[] = [];
	let asked = 0;
	for (const { id, ways } of (await everyRoute()).filter(isForPrograms))
		for (const method of ways)
			for (const role of roles)
				for (const path of [scene.addresses(id).open ?? id, veil(scene.addresses(id).open ?? id)]) {
					const cookie = [...scene.people[role].cookies].map((pair) => pair.join('=')).join('; ');
					const answer = await fetch(scene.people[role].origin + path, {
						method,
						redirect: 'manual',
						headers: { cookie, origin: scene.people[role].origin },
					});
					await answer.arrayBuffer();
					asked++;
					if (answer.status !== 401) open.push(`${method} ${id}: ${answer.status}`);
				}

	expect(new Set(open)).toEqual(new Set(['GET /api/v1/openapi.json: 200']));
	expect(asked).toBeGreaterThan(300);
	expect(await scene.changed()).toBe(false);
});

test('with the ids of another circle a host reaches nothing in it', async ({ app, scene }) => {
	const host = scene.people['other-host'];
	const { slug } = await app.circle('sobremesa');
	const statuses = new Map<string, number>();
	for (const way of ['people ?/answer', 'people ?/pause', 'people ?/hand-over', 'settings ?/call-off'])
		statuses.set(way, await pressing(way));
	statuses.set('settings ?/end', await pressing('settings ?/end'));

	expect([...statuses].filter(([, status]) => status !== 409 && status !== 303)).toEqual([]);
	expect(await scene.changed()).toBe(false);

	async function pressing(way: string) {
		const [page, action] = way.split(' ') as [string, string];
		const form = scene.form(`POST ${action}`, `/circles/[circle]/${page}`);
		return (await host.post(`/circles/${slug}/${page}${action}`, form)).status;
	}
});

test('what cannot be undone asks anybody whose sign-in is not fresh to show who they are', async ({
	app,
	scene,
}) => {
	const client = await app.signInAs('henk');
	await sql`update session set fresh_until = null`.execute(app.spine.db);

	const answers = await inTurn(
		['/me/export', '/me/erase', '/me/passkeys?/add', '/me/passkeys?/remove', '/me/account?/code'],
		async (path) => (await client.post(path)).headers.get('location')?.split('?')[0],
	);

	expect(new Set(answers)).toEqual(new Set(['/me/confirm']));
	expect((await client.get('/me/erase')).headers.get('location')).toMatch(/^\/me\/confirm/);
	expect((await client.post('/me/passkeys/new')).status).toBe(403);
	await scene.restore();
});

test('a form sent from another site does nothing', async ({ scene }) => {
	const { open } = scene.slugs;
	const evil = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };

	const say = await scene.people.member.post(
		`/circles/${open}/talk?/say`,
		scene.form('POST ?/say', '/circles/[circle]/talk'),
		evil,
	);
	const out = await scene.people.member.post('/sign-out', {}, evil);

	expect([say.status, out.status]).toEqual([403, 403]);
	expect(await scene.changed()).toBe(false);
});
