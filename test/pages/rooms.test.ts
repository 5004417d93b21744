/** A room that closes, as open sockets and forms that are still being written meet it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { rooms } from '#cast';
import { after, minutes, rightNow } from '#platform/time.ts';
import { test, type App } from '../app.ts';
import type { Client } from '../client.ts';
import { Ear } from '../ear.ts';

/** Within this, in milliseconds, everybody has heard. */
const SOON = 2000;

async function kitchen(app: App) {
	const { id, slug } = await app.spine.db
		.selectFrom('room')
		.select(['id', 'slug'])
		.where('name', '=', rooms.kitchen.details.name)
		.executeTakeFirstOrThrow();
	return { id, path: `/rooms/${slug}` };
}

const cookieOf = (client: Client) =>
	[...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

const say = (client: Client, path: string) =>
	client.post(`${path}/talk?/say`, { body: 'Anybody?', contentNote: '', clientId: randomUUID() });

test('when a steward closes a room, everybody in it hears so within two seconds, and nothing after', async ({
	app,
}) => {
	const { id, path } = await kitchen(app);
	const [nour, henk, tam] = [
		await app.signInAs('nour'),
		await app.signInAs('henk'),
		await app.signInAs('tam'),
	];
	const [inRoom, atDesk, atDoor] = [
		await Ear.open(app.origin, { cookie: cookieOf(nour) }),
		await Ear.open(app.origin, { cookie: cookieOf(tam) }),
		await Ear.open(app.origin),
	];
	expect(await inRoom.watch(`room:${id}`)).toBe('live');
	expect(await atDesk.watch(`desk:${id}`)).toBe('live');
	expect(await atDoor.watch(`door:${id}`)).toBe('live');
	expect((await say(nour, path)).status).toBe(303);
	await expect.poll(() => inRoom.frames.some(({ lines }) => lines?.length === 1)).toBe(true);

	expect((await henk.post(`${path}?/shut`)).status).toBe(303);

	await expect.poll(() => inRoom.frames.at(-1)?.closed, { timeout: SOON }).toBe(true);
	await expect.poll(() => atDesk.frames.at(-1)?.closed, { timeout: SOON }).toBe(true);
	await expect.poll(() => atDoor.frames.at(-1)?.lines?.length, { timeout: SOON }).toBe(1);
	const heard = inRoom.frames.length;
	expect((await say(nour, path)).status).toBe(409);
	await pause(300);
	expect(inRoom.frames).toHaveLength(heard);
	expect(await (await Ear.open(app.origin, { cookie: cookieOf(nour) })).watch(`room:${id}`)).toBe('refused');

	// Opened again, for the next test.
	await henk.post(`${path}?/lift`);
	expect((await tam.post(`${path}?/hold`)).status).toBe(303);
});

test('a hold that has lapsed closes the room to every form in that moment, whether or not anybody was told', async ({
	app,
}) => {
	const { id, path } = await kitchen(app);
	const nour = await app.signInAs('nour');
	await nour.post(`${path}?/in`, { intent: 'talk' });
	expect((await say(nour, path)).status).toBe(303);
	const lapsed = after(rightNow(), -minutes(25));
	await sql`update hold set confirmed_at = ${lapsed} where room_id = ${id}`.execute(app.spine.db);

	const answer = await say(nour, path);

	expect(answer.status).toBe(409);
	const page = await answer.text();
	expect(page).toContain('The room has closed');
	// What could not be sent is there to be kept.
	expect(page).toMatch(/<textarea[^>]*id="written-down"[^>]*>Anybody\?</);
});
