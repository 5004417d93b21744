/** What pages and jobs ask about a room, asked in a room that everybody here knows. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { aliasIn, forgetConversation } from '#features/conversations/server/index.ts';
import { takeDuty, viewerById } from '#features/people/server/index.ts';
import { aHeldRoom, granted, somebodyIn } from '#test/rooms.ts';
import { test } from '#test/world.ts';
import type { PersonId } from '#platform/ids.ts';
import { usualRoom } from '../room.ts';
import { asideHome, beginAside, offerAside, sayAside } from './asides.ts';
import { callSomeone, endCall } from './call-someone.ts';
import { sitInCorner } from './come-in.ts';
import { roomHome } from './home.ts';
import { letGo } from './let-go.ts';
import { changeRoom } from './open-room.ts';
import { personal } from './personal.ts';
import { pinnedIn, pinTopic, unpinTopic } from './pin-topic.ts';
import { sayInRoom } from './post-message.ts';
import {
	asideById,
	asideOf,
	cornerIn,
	deskOf,
	doorway,
	roomBySlug,
	roomIdOf,
	roomsChange,
} from './queries.ts';
import { tellDoorAgain } from './tell-door.ts';
import { tellOpening } from './tell-opening.ts';
import { slowDown } from './slow-down.ts';
import { deskTopic, doorTopic } from './topics.ts';

const slugOf = async (db: Parameters<typeof roomBySlug>[0], name: string) =>
	(await db.selectFrom('room').select('slug').where('name', '=', name).executeTakeFirstOrThrow()).slug;

test('a room’s page tells who holds it, and a coordinator changes what it says', async ({ world }) => {
	const { roomId, coordinator } = await aHeldRoom(world);
	const { db, vault, now } = world;
	const ben = await somebodyIn(world, { roomId }, 'Ben');
	const room = (await roomBySlug(db, await slugOf(db, 'The kitchen table')))!;
	expect((await roomHome.mayWrite(db, ben, roomId, now)).refused).toBeUndefined();
	expect(await doorway(db, room, null, now)).toMatchObject({
		door: { is: 'held' },
		holders: [{ name: 'Rosa' }],
	});
	expect(await roomHome.nameOf(db, roomId, null)).toBe('The kitchen table');

	const details = { ...usualRoom, name: 'The long table', about: '', language: 'es', agreements: 'We wait.' };
	expect(await world.as(coordinator, (tx) => changeRoom(tx, { roomId, ...details }))).toEqual({ version: 2 });
	expect(await roomHome.nameOf(db, roomId, null)).toBe('The long table');

	expect((await roomHome.mayWrite(db, ben, roomId, now)).refused).toBe('agreements-first');

	const before = await roomsChange(db, 'adult');
	expect(await doorTopic.since(db, vault, roomId, 0)).toHaveLength(1);
	await world.as(null, async (tx) => ({ told: await tellOpening.run(tx, { rotaId: room.rotaId }) }));
	expect(await roomsChange(db, 'adult')).toBe(before + 1);
});

test('at the desk one sees the call, who is apart, and what is pinned', async ({ world }) => {
	const { roomId, rosa } = await aHeldRoom(world);
	const { db, vault, now } = world;
	const ben = await somebodyIn(world, { roomId }, 'Ben');

	granted(await world.as(rosa, (tx) => callSomeone(tx, roomId)));
	expect((await deskOf(db, roomId, rosa, now)).calling).toBe(true);
	granted(await world.as(rosa, (tx) => endCall(tx, roomId)));
	const alias = (await aliasIn(db, roomId, ben))!.id;
	const { asideId } = granted(await world.as(rosa, (tx) => offerAside(tx, { roomId, alias })));
	expect(await deskOf(db, roomId, rosa, now)).toMatchObject({ calling: false, asides: [{ name: 'Ben' }] });
	expect(await asideOf(db, roomId, ben)).toMatchObject({ id: asideId, holder: 'Rosa' });

	const { topicId } = granted(await world.as(rosa, (tx) => pinTopic(tx, { roomId, words: 'Tea first.' })));
	expect((await pinnedIn(db, vault, roomId)).map(({ words }) => words)).toEqual(['Tea first.']);
	granted(await world.as(rosa, (tx) => unpinTopic(tx, { roomId, topic: topicId })));
	expect(await pinnedIn(db, vault, roomId)).toEqual([]);
	granted(await world.as(ben, (tx) => sitInCorner(tx, { roomId, corner: true })));
	expect((await cornerIn(db, roomId, { id: rosa }, now)).map(({ name }) => name)).toEqual(['Ben']);
	expect(await deskTopic.since(db, vault, roomId, 0)).toHaveLength(1);
});

test('whoever erases themselves ends their talk of two, and a talk that is deleted leaves nothing', async ({
	world,
}) => {
	const { roomId, rosa } = await aHeldRoom(world);
	const { db, now } = world;
	const ben = await somebodyIn(world, { roomId }, 'Ben');
	const alias = (await aliasIn(db, roomId, ben))!.id;
	const { asideId } = granted(await world.as(rosa, (tx) => offerAside(tx, { roomId, alias })));
	granted(await world.as(ben, (tx) => beginAside(tx, { roomId, aside: asideId })));
	const saying = { body: 'Just us.', contentNote: '', replyTo: undefined, clientId: randomUUID() };
	granted(await world.as(ben, (tx) => sayAside(tx, { asideId, ...saying })));

	expect(await asideHome.nameOf(db, asideId, null)).toBe('The kitchen table');
	expect((await asideHome.mayRead(db, rosa, asideId, now)).refused).toBeUndefined();
	expect((await asideHome.mayRead(db, await world.person('Cy'), asideId, now)).refused).toBe('not-found');
	expect((await asideHome.mayWrite(db, rosa, asideId, now)).refused).toBeUndefined();
	expect((await asideHome.mayWrite(db, await world.person('Dee'), asideId, now)).refused).toBe('not-found');
	expect((await asideById(db, roomId, asideId))?.id).toBe(asideId);
	expect(await asideById(db, roomId, 'not-an-id')).toBeUndefined();

	await world.as(ben, async (tx) => ({ erased: await personal.erase(tx, ben) }));
	expect(await asideOf(db, roomId, ben)).toBeUndefined();
	await world.as(null, async (tx) => ({ gone: await forgetConversation(tx, asideId) }));
	expect(await db.selectFrom('conversation').select('id').where('id', '=', asideId).execute()).toEqual([]);
});

test('a holder whose duty is taken holds nothing, and everybody is told', async ({ world }) => {
	const { roomId, rosa, coordinator } = await aHeldRoom(world);
	await world.as(coordinator, (tx) => takeDuty(tx, { personId: rosa, duty: 'supporter' }));
	expect((await viewerById(world.db, rosa))?.duties).toEqual([]);
	await world.as(null, async (tx) => ({ told: await letGo.run(tx, { personId: rosa }) }));
	await world.as(null, async (tx) => ({ told: await tellDoorAgain.run(tx, { roomId }) }));

	const room = (await roomBySlug(world.db, await slugOf(world.db, 'The kitchen table')))!;
	expect((await doorway(world.db, room, null, world.now)).door).toMatchObject({ is: 'closed' });
	expect((await roomHome.mayWrite(world.db, rosa, roomId, world.now)).refused).toBe('room-closed');
});

test('what several say at once is decided for each of them, and numbered as it came', async ({ world }) => {
	const room = await aHeldRoom(world);
	const { roomId, rosa } = room;
	const [ben, cy] = [await somebodyIn(world, room, 'Ben'), await somebodyIn(world, room, 'Cy')];
	const dee = await world.person('Dee');
	granted(await world.as(rosa, (tx) => slowDown(tx, { roomId, seconds: 60 })));
	const say = (by: PersonId) =>
		sayInRoom(world.spine, roomId, {
			...{ by, at: world.now, body: 'Evening.', contentNote: '', replyTo: undefined },
			clientId: randomUUID(),
		});
	granted(await say(ben));

	const said = await Promise.all([rosa, ben, dee, cy].map(say));

	expect(
		said.map((outcome) => ('refused' in outcome ? outcome.refused : 'place' in outcome && outcome.place)),
	).toEqual([2, 'slow-mode', 'not-in-room', 3]);
});

test('an address means one room for good, and most mean none', async ({ world }) => {
	const { roomId } = await aHeldRoom(world);
	const slug = await slugOf(world.db, 'The kitchen table');

	expect([await roomIdOf(world.db, slug), await roomIdOf(world.db, slug)]).toEqual([roomId, roomId]);
	expect(await roomIdOf(world.db, 'nowhere')).toBeUndefined();
});
