import { expect } from 'vitest';
import { changesAfter } from '#features/conversations/server/index.ts';
import { after, days, hours } from '#platform/time.ts';
import { aHeldRoom, granted, saying, somebodyIn } from '#test/rooms.ts';
import { aShift } from '#test/rota.ts';
import { evening, test, type World } from '#test/world.ts';
import { comeIn } from './come-in.ts';
import { forgetOldMessages } from './forget-old-messages.ts';
import { beginHold } from './hold-room.ts';
import { limitKeeping } from './limit-keeping.ts';

const tidyUp = (world: World) =>
	world.as(null, async (tx) => {
		await forgetOldMessages.run(tx, {});
		return {};
	});

const keysIn = async (world: World) =>
	(await world.db.selectFrom('sealing_key').select('id').execute()).length;

test('after its days a message is gone for good, with the key of whoever said nothing since', async ({
	world,
}) => {
	const room = await aHeldRoom(world, { keepDays: 30 });
	const { roomId, rotaId, rosa } = room;
	const [ana, ben] = [await somebodyIn(world, room, 'Ana'), await somebodyIn(world, room, 'Ben')];
	granted(await saying(world, ana, roomId, 'Long ago.'));
	granted(await saying(world, ben, roomId, 'Long ago, too.'));

	world.now = after(evening, days(20));
	await aShift(world, rotaId, { in: -0.1, held: [rosa] });
	granted(await world.as(rosa, (tx) => beginHold(tx, roomId)));
	granted(await world.as(ben, (tx) => comeIn(tx, { roomId, intent: 'talk', firstTime: false })));
	granted(await saying(world, ben, roomId, 'Not so long ago.'));
	const keys = await keysIn(world);

	world.now = after(evening, days(30));
	await tidyUp(world);
	expect(await changesAfter(world.db, world.vault, roomId, 0)).toHaveLength(3);

	world.now = after(evening, days(30) + hours(1));
	await tidyUp(world);
	await tidyUp(world);
	const left = await changesAfter(world.db, world.vault, roomId, 0);
	expect(left.map(({ place, body }) => [place, body])).toEqual([[3, 'Not so long ago.']]);
	// Ana’s key here, and Rosa’s, who never said a word and does not hold it any more.
	expect(await keysIn(world)).toBe(keys - 2);
});

test('numbering goes on where it was, and somebody forgotten comes in as anybody does', async ({ world }) => {
	const room = await aHeldRoom(world, { keepDays: 30 });
	const { roomId, rotaId, rosa } = room;
	const ana = await somebodyIn(world, room, 'Ana');
	granted(await saying(world, ana, roomId));

	world.now = after(evening, days(31));
	await tidyUp(world);
	await aShift(world, rotaId, { in: -0.1, held: [rosa] });
	granted(await world.as(rosa, (tx) => beginHold(tx, roomId)));
	granted(await world.as(ana, (tx) => comeIn(tx, { roomId, intent: 'talk', firstTime: false })));

	expect(await saying(world, ana, roomId)).toEqual({ refused: 'agreements-first' });
	expect(await saying(world, rosa, roomId)).toMatchObject({ place: 2 });
});

test('the organisation may have all rooms keep less, never more', async ({ world }) => {
	const room = await aHeldRoom(world, { keepDays: 30 });
	const ana = await somebodyIn(world, room, 'Ana');
	granted(await saying(world, ana, room.roomId));
	expect(await world.as(ana, (tx) => limitKeeping(tx, { keepDays: 1 }))).toEqual({
		refused: 'not-a-coordinator',
	});

	granted(await world.as(room.coordinator, (tx) => limitKeeping(tx, { keepDays: 300 })));
	world.now = after(evening, days(8));
	await tidyUp(world);
	expect(await changesAfter(world.db, world.vault, room.roomId, 0)).toHaveLength(1);

	granted(await world.as(room.coordinator, (tx) => limitKeeping(tx, { keepDays: 7 })));
	await tidyUp(world);
	expect(await changesAfter(world.db, world.vault, room.roomId, 0)).toEqual([]);
});
