import { describe, expect } from 'vitest';
import { aliasIn } from '#features/conversations/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, minutes } from '#platform/time.ts';
import { aHeldRoom, granted, saying, somebodyIn } from '#test/rooms.ts';
import { evening, test, type World } from '#test/world.ts';
import { doorOf } from '../holding.ts';
import type { RoomId } from '../room.ts';
import { askToPause, endPause } from './ask-to-pause.ts';
import { answerCall, callSomeone } from './call-someone.ts';
import { comeIn, leaveRoom } from './come-in.ts';
import { editMessage } from './edit-message.ts';
import { changeHold, liftShut, shutAtOnce, beginHold } from './hold-room.ts';
import { dropNote, keepNote, notesOf } from './keep-note.ts';
import { pinnedIn, pinTopic } from './pin-topic.ts';
import { callsFor, guestsIn } from './queries.ts';
import { slowDown } from './slow-down.ts';
import { holdsIn } from './standing.ts';

const aliasOf = async (world: World, roomId: RoomId, who: PersonId) =>
	(await aliasIn(world.db, roomId, who))!.id;

describe('somebody who has been asked to pause', () => {
	test('listens, also when they leave and come back, until it is over', async ({ world }) => {
		const { roomId, rosa } = await aHeldRoom(world);
		const ben = await somebodyIn(world, { roomId }, 'Ben');
		const alias = await aliasOf(world, roomId, ben);
		granted(await world.as(rosa, (tx) => askToPause(tx, { roomId, alias, minutes: 10 })));

		expect(await saying(world, ben, roomId)).toEqual({ refused: 'asked-to-pause' });
		granted(await world.as(ben, (tx) => leaveRoom(tx, roomId)));
		granted(await world.as(ben, (tx) => comeIn(tx, { roomId, intent: 'talk', firstTime: false })));
		expect(await saying(world, ben, roomId)).toEqual({ refused: 'asked-to-pause' });

		world.now = after(evening, minutes(10));
		expect(await saying(world, ben, roomId)).toHaveProperty('place');
	});

	test('may speak again when a holder thinks better of it', async ({ world }) => {
		const { roomId, rosa } = await aHeldRoom(world);
		const ben = await somebodyIn(world, { roomId }, 'Ben');
		const alias = await aliasOf(world, roomId, ben);
		granted(await world.as(rosa, (tx) => askToPause(tx, { roomId, alias, minutes: 60 })));
		granted(await world.as(rosa, (tx) => endPause(tx, { roomId, alias })));
		expect(await saying(world, ben, roomId)).toHaveProperty('place');
	});

	test('is never whoever holds the room', async ({ world }) => {
		const { roomId, rosa } = await aHeldRoom(world);
		const alias = await aliasOf(world, roomId, rosa);
		expect(await world.as(rosa, (tx) => askToPause(tx, { roomId, alias, minutes: 10 }))).toEqual({
			refused: 'holds-it-too',
		});
	});
});

test('where the room goes slowly, the next message waits; saying it differently and the holder do not', async ({
	world,
}) => {
	const { roomId, rosa } = await aHeldRoom(world);
	const ben = await somebodyIn(world, { roomId }, 'Ben');
	granted(await saying(world, ben, roomId));
	granted(await world.as(rosa, (tx) => slowDown(tx, { roomId, seconds: 30 })));

	world.now = after(evening, 29_000);
	expect(await saying(world, ben, roomId)).toEqual({ refused: 'slow-mode' });
	expect(
		await world.as(ben, (tx) => editMessage(tx, { roomId, place: 1, body: 'Evening all.', contentNote: '' })),
	).toEqual({ place: 1 });
	granted(await saying(world, rosa, roomId));
	granted(await saying(world, rosa, roomId));

	world.now = after(evening, 30_000);
	expect(await saying(world, ben, roomId)).toHaveProperty('place');
});

describe('“I need someone”', () => {
	test('is seen by those who may hold the room, and by nobody else', async ({ world }) => {
		const { roomId, rosa } = await aHeldRoom(world);
		const henk = await world.person('Henk', { duties: ['steward'] });
		const ben = await world.person('Ben', { duties: ['host'] });
		granted(await world.as(rosa, (tx) => callSomeone(tx, roomId)));
		granted(await world.as(rosa, (tx) => callSomeone(tx, roomId)));

		const seenBy = async (id: PersonId, ...duties: ('steward' | 'supporter' | 'host')[]) =>
			(await callsFor(world.db, { id, ageBand: 'adult', duties })).length;
		expect([
			await seenBy(henk, 'steward'),
			await seenBy(ben, 'host'),
			await seenBy(rosa, 'supporter'),
		]).toEqual([1, 0, 0]);
		expect((await world.eventNames()).filter((name) => name === 'rooms.someone-needed')).toHaveLength(1);
	});

	test('is answered by one, who holds the room from then on without a shift', async ({ world }) => {
		const { roomId, rosa } = await aHeldRoom(world);
		const helpers = [
			await world.person('Henk', { duties: ['steward'] }),
			await world.person('Idris', { duties: ['supporter'] }),
		];
		granted(await world.as(rosa, (tx) => callSomeone(tx, roomId)));

		const answers = await Promise.all(helpers.map((who) => world.as(who, (tx) => answerCall(tx, roomId))));

		expect(answers).toContainEqual({ coming: roomId });
		expect(answers).toContainEqual({ refused: 'somebody-came' });
		const door = doorOf({ state: 'open' }, await holdsIn(world.db, roomId), world.now);
		expect(door.is === 'held' && door.by).toHaveLength(2);
		expect(await world.eventNames()).toContain('rooms.someone-coming');
	});

	test('cannot be answered by somebody without the duty', async ({ world }) => {
		const { roomId, rosa } = await aHeldRoom(world);
		const ben = await somebodyIn(world, { roomId }, 'Ben');
		granted(await world.as(rosa, (tx) => callSomeone(tx, roomId)));
		expect(await world.as(ben, (tx) => answerCall(tx, roomId))).toEqual({ refused: 'not-asked-to-hold' });
	});
});

test('holders see who is new, so that they can greet; the row says no more once they have gone', async ({
	world,
}) => {
	const { roomId, rosa } = await aHeldRoom(world);
	const ben = await world.person('Ben');
	granted(await world.as(ben, (tx) => comeIn(tx, { roomId, intent: 'read', firstTime: true })));
	expect(await guestsIn(world.db, roomId, { id: rosa }, world.now)).toMatchObject([
		{ name: 'Ben', firstTime: true, intent: 'read', hasSpoken: false },
	]);
	granted(await world.as(ben, (tx) => leaveRoom(tx, roomId)));
	expect(await guestsIn(world.db, roomId, { id: rosa }, world.now)).toEqual([]);
});

test('whoever lets the room close warns everybody for ten minutes, and can think better of it', async ({
	world,
}) => {
	const { roomId, rosa } = await aHeldRoom(world);
	const ben = await somebodyIn(world, { roomId }, 'Ben');
	const door = async () => doorOf({ state: 'open' }, await holdsIn(world.db, roomId), world.now);

	granted(await world.as(rosa, (tx) => changeHold(tx, { roomId, what: { wrapUp: true } })));
	expect(await door()).toMatchObject({ ending: 'shift', closesAt: after(evening, minutes(10)) });
	expect(await saying(world, ben, roomId)).toHaveProperty('place');

	granted(await world.as(rosa, (tx) => changeHold(tx, { roomId, what: { stay: 0 } })));
	expect(await door()).toMatchObject({ ending: null });
});

test('a room that a steward has shut is opened again when the steward says so', async ({ world }) => {
	const { roomId, rosa } = await aHeldRoom(world);
	const henk = await world.person('Henk', { duties: ['steward'] });
	granted(await world.as(henk, (tx) => shutAtOnce(tx, roomId)));
	expect(await world.as(rosa, (tx) => liftShut(tx, roomId))).toEqual({ refused: 'not-a-steward' });
	granted(await world.as(henk, (tx) => liftShut(tx, roomId)));
	expect(await world.as(rosa, (tx) => beginHold(tx, roomId))).toHaveProperty('heldUntil');
});

test('what is pinned is sealed, and five lines are enough', async ({ world }) => {
	const { roomId, rosa } = await aHeldRoom(world);
	for (const words of ['One', 'Two', 'Three', 'Four', 'Five'])
		granted(await world.as(rosa, (tx) => pinTopic(tx, { roomId, words })));
	expect(await world.as(rosa, (tx) => pinTopic(tx, { roomId, words: 'Six' }))).toEqual({
		refused: 'enough-pinned',
	});
	const pinned = await pinnedIn(world.db, world.vault, roomId);
	expect(new Set(pinned.map(({ words }) => words))).toEqual(new Set(['One', 'Two', 'Three', 'Four', 'Five']));
	const rows = await world.db.selectFrom('pinned_topic').select('words').execute();
	for (const { words } of rows) expect(words.toString('latin1')).not.toMatch(/One|Two|Three|Four|Five/);
});

test('a note is for whoever wrote it, and nobody else throws it away', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const { noteId } = granted(await world.as(ana, (tx) => keepNote(tx, { words: 'It rained.' })));
	expect(await world.as(ben, (tx) => dropNote(tx, { note: noteId }))).toEqual({ refused: 'no-such-note' });
	expect(await notesOf(world.db, world.vault, ana)).toMatchObject([{ words: 'It rained.' }]);
	granted(await world.as(ana, (tx) => dropNote(tx, { note: noteId })));
	expect(await notesOf(world.db, world.vault, ana)).toEqual([]);
});
