import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { leaveCircle } from '#features/circles/server/leave-circle.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import { readUpTo as readInCircle } from '#features/circles/server/read-up-to.ts';
import type { PersonId } from '#platform/ids.ts';
import { randomFrom } from '#test/random.ts';
import { test, type World } from '#test/world.ts';
import { aliasIn } from './aliases.ts';
import { placeRead, unreadFor } from './reading.ts';
import { removeMessage } from './remove-message.ts';

async function talking(world: World, messages: number) {
	const [rosa, ben] = [await world.person('Rosa'), await world.person('Ben')];
	const circleId = await world.circle({ hosts: [rosa], seated: [ben] });
	await world.as(ben, (tx) => acceptAgreements(tx, { circleId, version: 1 }));
	const say = (who: PersonId) =>
		world.as(who, (tx) =>
			postMessage(tx, { circleId, body: 'x', contentNote: '', replyTo: undefined, clientId: randomUUID() }),
		);
	for (let n = 0; n < messages; n++) await say(rosa);
	const read = (who: PersonId, place: number) => world.as(who, (tx) => readInCircle(tx, { circleId, place }));
	const unread = async (who: PersonId) => (await unreadFor(world.db, world.vault, who)).get(circleId) ?? 0;
	return { rosa, ben, circleId, say, read, unread };
}

test('what one has read on one device is read on all, however their words overtake each other', async ({
	world,
}) => {
	const { ben, read, unread } = await talking(world, 60);
	const random = randomFrom(7);
	const devices = [0, 0, 0];

	const told = await Promise.all(
		Array.from({ length: 300 }, async (_, n) => {
			// Each device reads on by itself; what it says arrives in any order.
			const place = (devices[n % 3] = Math.min(60, devices[n % 3]! + Math.floor(random() * 3)));
			return read(ben, place);
		}),
	);

	const furthest = Math.max(...devices);
	expect(Math.max(...told.map((answer) => ('place' in answer ? answer.place : 0)))).toBe(furthest);
	expect(await unread(ben)).toBe(60 - furthest);
});

test('unread is never less than nothing: not by a place that is not there, nor by what was taken back', async ({
	world,
}) => {
	const { rosa, ben, circleId, say, read, unread } = await talking(world, 3);

	await read(ben, 1);
	await world.as(rosa, (tx) => removeMessage(tx, circleId, 3));
	expect(await unread(ben)).toBe(1);
	expect(await read(ben, 999_999)).toEqual({ place: 3 });
	expect(await unread(ben)).toBe(0);
	await say(rosa);
	expect(await unread(ben)).toBe(1);
	await say(ben);
	expect(await unread(ben)).toBe(1);
});

test('up to where somebody has read is for them alone, and only where they may read', async ({ world }) => {
	const { ben, circleId, read, unread } = await talking(world, 5);
	await read(ben, 4);

	const rows = await world.db.selectFrom('reading').selectAll().execute();
	expect(rows.map(({ place }) => place.length)).not.toEqual([1]);
	expect(JSON.stringify(rows)).not.toMatch(/"4"/);
	const alias = (await aliasIn(world.db, circleId, ben))!.id;
	expect(await placeRead(world.db, world.vault, alias)).toBe(4);

	await world.as(ben, (tx) => leaveCircle(tx, circleId));
	expect(await read(ben, 5)).toEqual({ refused: 'not-seated' });
	expect(await unread(await world.person('Cy'))).toBe(0);
});
