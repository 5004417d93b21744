import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { personal, reportables } from '#composition';
import type { ConversationId } from '#features/conversations/conversation.ts';
import { openCase, takeCase } from '#features/desk/server/index.ts';
import { pair, say, standingIn as pairingStandingIn } from '#features/pairings/server/index.ts';
import { exportPerson, giveDuty } from '#features/people/server/index.ts';
import { comeIn } from '#features/rooms/server/come-in.ts';
import { postMessage } from '#features/rooms/server/post-message.ts';
import { standingIn } from '#features/rooms/server/standing.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import { decide } from '#test/ladder.ts';
import { aHeldRoom, granted, somebodyIn, type ARoom } from '#test/rooms.ts';
import { test, type World } from '#test/world.ts';
import { lift } from './index.ts';

const saying = (body: string) => ({ body, contentNote: '', replyTo: undefined, clientId: randomUUID() });

/** A case about the last thing said there, which Lolo has. */
async function caseAbout(world: World, conversationId: string, ben: PersonId) {
	const lolo = await world.person('Lolo', { duties: ['steward'] });
	const { id } = await world.db
		.selectFrom('message')
		.select('id')
		.where('conversation_id', '=', conversationId as ConversationId)
		.executeTakeFirstOrThrow();
	const about = `message:${id}`;
	const opening = { about, subjectId: ben, ageBand: 'adult', kind: 'report', tier: 1, because: 'a' } as const;
	const { caseId } = await world.as(null, (tx) => openCase(tx, opening));
	granted(await world.as(lolo, (tx) => takeCase(tx, caseId)));
	return { about, caseId, ben, lolo };
}

const back = (world: World, who: PersonId, measureId: Parameters<typeof lift>[1]['measureId']) =>
	world.as(who, (tx) => lift(tx, { measureId, reportables }));

async function inARoom(world: World) {
	const room = await aHeldRoom(world);
	const ben = await somebodyIn(world, room, 'Ben');
	granted(await world.as(ben, (tx) => postMessage(tx, { roomId: room.roomId, ...saying('Useless.') })));
	return { room, told: await caseAbout(world, room.roomId, ben), ben };
}

const seen = async (world: World, { roomId }: ARoom, who: PersonId) =>
	standingIn(world.db, roomId, (await viewerById(world.db, who))!, world.now);

test('whoever is asked to pause in a room listens there, and speaks again when that is taken back', async ({
	world,
}) => {
	const { room, told, ben } = await inARoom(world);
	const { measureId } = granted(await decide(world, told, 'paused', { lasts: '1' }));
	expect((await seen(world, room, ben)).pausedUntil).toEqual(after(world.now, days(1)));

	granted(await back(world, told.lolo, measureId));

	expect((await seen(world, room, ben)).pausedUntil).toBeNull();
});

test('a longer pause that a holder asked for stays as it was', async ({ world }) => {
	const { room, told, ben } = await inARoom(world);
	const until = after(world.now, days(30));
	await world.db.insertInto('room_pause').values({ room_id: room.roomId, person_id: ben, until }).execute();
	const { measureId } = granted(await decide(world, told, 'paused', { lasts: '1', everywhere: true }));

	granted(await back(world, told.lolo, measureId));

	expect((await seen(world, room, ben)).pausedUntil).toEqual(until);
});

test('whoever is taken out of a room does not come in again until that is taken back', async ({ world }) => {
	const { room, told, ben } = await inARoom(world);
	const coming = () =>
		world.as(ben, (tx) => comeIn(tx, { roomId: room.roomId, intent: 'talk', firstTime: false }));

	const { measureId } = granted(await decide(world, told, 'removed', { lasts: 'none' }));

	expect((await seen(world, room, ben)).presence).toBeUndefined();
	expect(await coming()).toEqual({ refused: 'kept-out' });
	expect(JSON.stringify(await exportPerson(world.db, world.vault, ben, personal, world.now))).toContain(
		'keptOut',
	);
	granted(await back(world, told.lolo, measureId));
	expect(await coming()).toEqual({ in: room.roomId });
});

test('a pairing that stewards end goes on when that is taken back', async ({ world }) => {
	const [ben, cy] = [await world.person('Ben'), await world.person('Cy')];
	await world.as(null, (tx) => giveDuty(tx, { personId: ben, duty: 'supporter' }));
	const { pairingId } = granted(await world.as(null, (tx) => pair(tx, { supporterId: ben, memberId: cy })));
	granted(await world.as(ben, (tx) => say(tx, { pairingId, ...saying('Useless.') })));
	const told = await caseAbout(world, pairingId, ben);
	const endedAt = async () => (await pairingStandingIn(world.db, pairingId, null)).pairing?.endedAt;

	const { measureId } = granted(await decide(world, told, 'removed'));
	expect(await endedAt()).toEqual(world.now);
	granted(await back(world, told.lolo, measureId));

	expect(await endedAt()).toBeNull();
});
