/** A closed room is closed by every door, also when nothing has been awake to tell anybody. */
import { describe, expect } from 'vitest';
import type { AliasId } from '#features/conversations/conversation.ts';
import { aliasIn, changesAfter, removeMessage } from '#features/conversations/server/index.ts';
import { topics } from '#composition';
import { giveDuty, takeDuty, viewerById } from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours, minutes } from '#platform/time.ts';
import { aHeldRoom, aRoom, granted, saying, somebodyIn, type ARoom } from '#test/rooms.ts';
import { aShift } from '#test/rota.ts';
import { evening, test, type World } from '#test/world.ts';
import { standingIn } from './standing.ts';
import { may } from '../policy.ts';
import { acceptAgreements } from './accept-agreements.ts';
import { askToPause } from './ask-to-pause.ts';
import { callSomeone } from './call-someone.ts';
import { changeAlias } from './change-alias.ts';
import { comeIn, leaveRoom, sitInCorner } from './come-in.ts';
import { editMessage } from './edit-message.ts';
import { hideMessage } from './hide-message.ts';
import { beginHold, changeHold, handOver, shutAtOnce } from './hold-room.ts';
import { pinTopic } from './pin-topic.ts';
import { resonate } from './resonate.ts';
import { slowDown } from './slow-down.ts';
import { tellDoors } from './tell-door.ts';

/** Everything that can be done in a room, tried by whoever it would be for. */
async function everyDoor(world: World, { roomId, rosa }: ARoom, ben: PersonId) {
	const rosaHere = (await aliasIn(world.db, roomId, rosa))!.id;
	const benHere = (await aliasIn(world.db, roomId, ben))!.id;
	return Promise.all([
		saying(world, ben, roomId),
		world.as(ben, (tx) => editMessage(tx, { roomId, place: 1, body: 'Otherwise.', contentNote: '' })),
		world.as(ben, (tx) => resonate(tx, { roomId, place: 2, kind: 'with-you' })),
		world.as(ben, (tx) => changeAlias(tx, { roomId, name: 'Somebody' })),
		world.as(ben, (tx) => acceptAgreements(tx, { roomId, version: 1 })),
		world.as(ben, (tx) => comeIn(tx, { roomId, intent: 'talk', firstTime: false })),
		world.as(ben, (tx) => sitInCorner(tx, { roomId, corner: true })),
		saying(world, rosa, roomId),
		world.as(rosa, (tx) => hideMessage(tx, { roomId, place: 1, because: 'not-safe-here' })),
		world.as(rosa, (tx) => askToPause(tx, { roomId, alias: benHere, minutes: 5 })),
		world.as(rosa, (tx) => slowDown(tx, { roomId, seconds: 30 })),
		world.as(rosa, (tx) => pinTopic(tx, { roomId, words: 'Tonight: sleep' })),
		world.as(rosa, (tx) => callSomeone(tx, roomId)),
		world.as(rosa, (tx) => changeHold(tx, { roomId, what: { still: 'here' } })),
		world.as(rosa, (tx) => handOver(tx, { roomId, alias: rosaHere as AliasId })),
	]);
}

async function talkingRoom(world: World) {
	const room = await aHeldRoom(world);
	const ben = await somebodyIn(world, room, 'Ben');
	granted(await saying(world, ben, room.roomId, 'I am Ben.'));
	granted(await saying(world, room.rosa, room.roomId, 'I am Rosa.'));
	return { room, ben };
}

const said = (world: World, { roomId }: ARoom) => changesAfter(world.db, world.vault, roomId, 0);

describe('nothing happens in a room that nobody holds', () => {
	test('because its holder has not answered, and nothing was awake to notice', async ({ world }) => {
		const { room, ben } = await talkingRoom(world);
		const before = await said(world, room);

		world.now = after(evening, minutes(25));
		const answers = await everyDoor(world, room, ben);

		for (const answer of answers) expect(answer).toHaveProperty('refused');
		expect(await said(world, room)).toEqual(before);
	});

	test('because the shift is over', async ({ world }) => {
		const { room, ben } = await talkingRoom(world);
		for (const minute of [20, 40, 60, 80, 100]) {
			world.now = after(evening, minutes(minute));
			granted(
				await world.as(room.rosa, (tx) => changeHold(tx, { roomId: room.roomId, what: { still: 'here' } })),
			);
		}
		granted(await saying(world, ben, room.roomId));

		world.now = after(evening, hours(1.9));
		for (const answer of await everyDoor(world, room, ben)) expect(answer).toHaveProperty('refused');
	});

	test('because a steward has closed it', async ({ world }) => {
		const { room, ben } = await talkingRoom(world);
		const henk = await world.person('Henk', { duties: ['steward'] });

		granted(await world.as(henk, (tx) => shutAtOnce(tx, room.roomId)));

		for (const answer of await everyDoor(world, room, ben)) expect(answer).toHaveProperty('refused');
		expect(await world.as(room.rosa, (tx) => beginHold(tx, room.roomId))).toEqual({
			refused: 'shut-for-now',
		});
	});

	test('because whoever held it has no duty to any more', async ({ world }) => {
		const { room, ben } = await talkingRoom(world);

		await world.as(room.coordinator, (tx) => takeDuty(tx, { personId: room.rosa, duty: 'supporter' }));

		for (const answer of await everyDoor(world, room, ben)) expect(answer).toHaveProperty('refused');
	});
});

test('the live topic of a closed room admits nobody, and the door’s goes on', async ({ world }) => {
	const { room, ben } = await talkingRoom(world);
	const admits = async (name: 'room' | 'door' | 'desk', who: PersonId | null) =>
		(await topics.find(({ prefix }) => prefix === name)!.admit(world.db, who, room.roomId, world.now))
			.refused ?? 'yes';
	expect([await admits('room', ben), await admits('desk', room.rosa), await admits('desk', ben)]).toEqual([
		'yes',
		'yes',
		'not-holding',
	]);

	world.now = after(evening, minutes(25));
	expect([await admits('room', ben), await admits('desk', room.rosa), await admits('door', ben)]).toEqual([
		'room-closed',
		'not-holding',
		'yes',
	]);
});

test('one’s own words can be taken back, also when the room is closed', async ({ world }) => {
	const { room, ben } = await talkingRoom(world);
	world.now = after(evening, minutes(25));
	expect(await world.as(ben, (tx) => removeMessage(tx, room.roomId, 1))).toEqual({ place: 1 });
});

test('whoever was in is not in when the room opens again, and comes in anew', async ({ world }) => {
	const { room, ben } = await talkingRoom(world);
	world.now = after(evening, minutes(30));
	granted(await world.as(room.rosa, (tx) => beginHold(tx, room.roomId)));

	expect(await saying(world, ben, room.roomId)).toEqual({ refused: 'not-in-room' });
	granted(await world.as(ben, (tx) => comeIn(tx, { roomId: room.roomId, intent: 'talk', firstTime: false })));
	expect(await saying(world, ben, room.roomId)).toHaveProperty('place');
});

test('everybody is told when time has closed a room, once', async ({ world }) => {
	const { room } = await talkingRoom(world);
	const told = async () => (await world.eventNames()).filter((name) => /closing|closed/.test(name));
	const lookAtDoors = () =>
		world.as(null, async (tx) => {
			await tellDoors.run(tx, {});
			return {};
		});

	world.now = after(evening, minutes(21));
	await lookAtDoors();
	await lookAtDoors();
	expect(await told()).toEqual(['rooms.closing-soon']);

	world.now = after(evening, minutes(25));
	await lookAtDoors();
	await lookAtDoors();
	expect(await told()).toEqual(['rooms.closing-soon', 'rooms.door-closed']);
	expect(await world.db.selectFrom('presence').selectAll().execute()).toEqual([]);
	expect(await world.db.selectFrom('hold').selectAll().where('room_id', '=', room.roomId).execute()).toEqual(
		[],
	);
});

describe('at the moment of closing', () => {
	test('whoever speaks while a steward closes the room is heard before it, or not at all', async ({
		world,
	}) => {
		const { room, ben } = await talkingRoom(world);
		const henk = await world.person('Henk', { duties: ['steward'] });
		const { door_change: opened } = await world.db
			.selectFrom('room')
			.select('door_change')
			.executeTakeFirstOrThrow();

		const sent = Array.from({ length: 12 }, () => saying(world, ben, room.roomId, 'Still here?'));
		const shut = world.as(henk, (tx) => shutAtOnce(tx, room.roomId));
		const answers = await Promise.all([...sent, shut]);

		const posted = answers.filter((answer) => 'place' in answer).length;
		expect(await said(world, room)).toHaveLength(2 + posted);
		for (const answer of answers.slice(0, -1))
			if ('refused' in answer) expect(['room-closed', 'not-in-room']).toContain(answer.refused);
		const { door_change: closed } = await world.db
			.selectFrom('room')
			.select('door_change')
			.executeTakeFirstOrThrow();
		expect(closed).toBeGreaterThan(opened);
		// What was announced as said comes before what was announced as closed.
		const facts = await world.eventNames();
		expect(facts.lastIndexOf('conversations.message-posted')).toBeLessThan(
			facts.indexOf('rooms.door-closed'),
		);
		expect(await saying(world, ben, room.roomId)).toHaveProperty('refused');
	});

	test('two holders who hand over to each other at once leave one of them there', async ({ world }) => {
		const { room } = await talkingRoom(world);
		const idris = await world.person('Idris', { duties: ['supporter'] });
		await aShift(world, room.rotaId, { in: 0.05, lasting: 3, held: [idris] });
		granted(await world.as(idris, (tx) => beginHold(tx, room.roomId)));
		const aliasOf = async (who: PersonId) => (await aliasIn(world.db, room.roomId, who))!.id;
		const [rosas, idriss] = [await aliasOf(room.rosa), await aliasOf(idris)];

		const answers = await Promise.all([
			world.as(room.rosa, (tx) => handOver(tx, { roomId: room.roomId, alias: idriss })),
			world.as(idris, (tx) => handOver(tx, { roomId: room.roomId, alias: rosas })),
		]);

		expect(answers).toContainEqual({ handedOver: true });
		expect(answers).toContainEqual({ refused: 'nobody-follows' });
		expect(await world.db.selectFrom('hold').select('person_id').execute()).toHaveLength(1);
	});

	test('the next shift takes over without the door ever closing', async ({ world }) => {
		const { room, ben } = await talkingRoom(world);
		const idris = await world.person('Idris', { duties: ['supporter'] });
		await aShift(world, room.rotaId, { in: 1.9, lasting: 2, held: [idris] });

		world.now = after(evening, minutes(20));
		granted(
			await world.as(room.rosa, (tx) => changeHold(tx, { roomId: room.roomId, what: { still: 'here' } })),
		);
		expect(await world.as(idris, (tx) => beginHold(tx, room.roomId))).toEqual({ refused: 'not-on-shift' });
		for (const minute of [40, 60, 80, 100]) {
			world.now = after(evening, minutes(minute));
			granted(
				await world.as(room.rosa, (tx) => changeHold(tx, { roomId: room.roomId, what: { still: 'here' } })),
			);
		}
		world.now = after(evening, minutes(106));
		granted(await world.as(idris, (tx) => beginHold(tx, room.roomId)));
		const alias = (await aliasIn(world.db, room.roomId, idris))!.id;
		granted(await world.as(room.rosa, (tx) => handOver(tx, { roomId: room.roomId, alias })));

		world.now = after(evening, minutes(125));
		granted(await world.as(idris, (tx) => changeHold(tx, { roomId: room.roomId, what: { still: 'here' } })));
		expect(await saying(world, ben, room.roomId)).toHaveProperty('place');
		expect(await world.eventNames()).not.toContain('rooms.door-closed');
	});
});

describe('coming in', () => {
	test('is for the same age band, and nobody of another finds the room', async ({ world }) => {
		const room = await aHeldRoom(world);
		const kit = await world.person('Kit');
		await world.db.updateTable('person').set({ age_band: '13-17' }).where('id', '=', kit).execute();
		expect(
			await world.as(kit, (tx) => comeIn(tx, { roomId: room.roomId, intent: 'read', firstTime: true })),
		).toEqual({
			refused: 'not-found',
		});
	});

	test('waits at the door where one holder has enough people, and nobody is put out', async ({ world }) => {
		const room = await aHeldRoom(world, { secondAt: 2 });
		const [ana, ben] = [await somebodyIn(world, room, 'Ana'), await somebodyIn(world, room, 'Ben')];
		const cy = await world.person('Cy');
		const knock = () =>
			world.as(cy, (tx) => comeIn(tx, { roomId: room.roomId, intent: 'talk', firstTime: false }));

		expect(await knock()).toEqual({ refused: 'needs-second-holder' });
		expect(await saying(world, ana, room.roomId)).toHaveProperty('place');

		granted(await world.as(ben, (tx) => leaveRoom(tx, room.roomId)));
		expect(await knock()).toEqual({ in: room.roomId });
	});

	test('never lets more people in at once than one holder looks after', async ({ world }) => {
		const room = await aHeldRoom(world, { secondAt: 3 });
		const people = await Promise.all(
			['Ana', 'Ben', 'Cy', 'Dee', 'Eli', 'Fay'].map((name) => world.person(name)),
		);
		const answers = await Promise.all(
			people.map((who) =>
				world.as(who, (tx) => comeIn(tx, { roomId: room.roomId, intent: 'talk', firstTime: false })),
			),
		);
		expect(answers.filter((answer) => 'in' in answer)).toHaveLength(3);
	});

	test('of those who only read, nobody but holders learns', async ({ world }) => {
		const room = await aRoom(world);
		const ben = await world.person('Ben');
		const standing = await standingIn(world.db, room.roomId, (await viewerById(world.db, ben))!, world.now);
		expect(may.comeIn(standing)).toEqual({ refused: 'room-closed' });
		granted(await world.as(room.rosa, (tx) => beginHold(tx, room.roomId)));
		granted(
			await world.as(ben, (tx) => comeIn(tx, { roomId: room.roomId, intent: 'read', firstTime: true })),
		);
		granted(await world.as(ben, (tx) => leaveRoom(tx, room.roomId)));

		const facts = await world.db.selectFrom('event').selectAll().where('actor_id', '=', ben).execute();
		expect(facts.filter(({ name }) => name.startsWith('rooms.'))).toEqual([]);
		expect(await world.db.selectFrom('presence').selectAll().where('person_id', '=', ben).execute()).toEqual(
			[],
		);
	});
});

test('a steward without a shift does not open a room either', async ({ world }) => {
	const room = await aRoom(world);
	const henk = await world.person('Henk');
	await world.as(null, (tx) => giveDuty(tx, { personId: henk, duty: 'steward' }));
	expect(await world.as(henk, (tx) => beginHold(tx, room.roomId))).toEqual({ refused: 'not-on-shift' });
});
