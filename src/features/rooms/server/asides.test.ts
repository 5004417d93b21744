import { describe, expect } from 'vitest';
import { topics } from '#composition';
import type { AliasId } from '#features/conversations/conversation.ts';
import { aliasIn, changesAfter } from '#features/conversations/server/index.ts';
import { takeDuty } from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours } from '#platform/time.ts';
import { aHeldRoom, granted, somebodyIn, type ARoom } from '#test/rooms.ts';
import { evening, test, type World } from '#test/world.ts';
import type { AsideId } from '../room.ts';
import { beginAside, endAside, offerAside, sayAside } from './asides.ts';
import { changeAlias } from './change-alias.ts';
import { leaveRoom } from './come-in.ts';

const aliasOf = async (world: World, { roomId }: ARoom, who: PersonId): Promise<AliasId> =>
	(await aliasIn(world.db, roomId, who))!.id;

const saying = (world: World, who: PersonId, asideId: AsideId) =>
	world.as(who, (tx) =>
		sayAside(tx, { asideId, body: 'Hello.', contentNote: '', replyTo: undefined, clientId: tx.newId() }),
	);

/** Ben, called Reed here, to whom Rosa has offered a talk of two. */
async function offered(world: World) {
	const room = await aHeldRoom(world);
	const ben = await somebodyIn(world, room, 'Ben');
	granted(await world.as(ben, (tx) => changeAlias(tx, { roomId: room.roomId, name: 'Reed' })));
	const alias = await aliasOf(world, room, ben);
	const { asideId } = granted(
		await world.as(room.rosa, (tx) => offerAside(tx, { roomId: room.roomId, alias })),
	);
	return { room, ben, asideId };
}

async function begun(world: World) {
	const there = await offered(world);
	const { room, ben, asideId } = there;
	granted(await world.as(ben, (tx) => beginAside(tx, { roomId: room.roomId, aside: asideId })));
	return there;
}

describe('a talk of two', () => {
	test('begins when it is accepted, and not before', async ({ world }) => {
		const { room, ben, asideId } = await offered(world);
		expect(await saying(world, room.rosa, asideId)).toEqual({ refused: 'aside-not-begun' });
		granted(await world.as(ben, (tx) => beginAside(tx, { roomId: room.roomId, aside: asideId })));
		expect(await saying(world, room.rosa, asideId)).toHaveProperty('place', 1);
		expect(await saying(world, ben, asideId)).toHaveProperty('place', 2);
	});

	test('calls both what they are called in the room, and never by their nicknames', async ({ world }) => {
		const { ben, asideId } = await begun(world);
		await saying(world, ben, asideId);
		const [line] = await changesAfter(world.db, world.vault, asideId, 0);
		expect(line?.author.name).toBe('Reed');
	});

	test('is for the two: nobody else speaks in it, watches it, accepts or ends it', async ({ world }) => {
		const { room, ben, asideId } = await begun(world);
		const cy = await somebodyIn(world, room, 'Cy');
		const topic = topics.find(({ prefix }) => prefix === 'aside')!;
		const inIt = { roomId: room.roomId, aside: asideId };

		expect(await saying(world, cy, asideId)).toEqual({ refused: 'not-found' });
		expect(await saying(world, room.coordinator, asideId)).toEqual({ refused: 'not-found' });
		expect(await world.as(cy, (tx) => endAside(tx, inIt))).toEqual({ refused: 'aside-ended' });
		expect(await world.as(cy, (tx) => beginAside(tx, inIt))).toEqual({ refused: 'aside-ended' });
		for (const who of [cy, room.coordinator, null])
			expect(await topic.admit(world.db, who, asideId, world.now)).toEqual({ refused: 'not-found' });
		expect(await topic.admit(world.db, ben, asideId, world.now)).toEqual({});
	});

	test.for(['ben', 'rosa'] as const)(
		'ends when %s wishes, and nothing is said after it',
		async (who, { world }) => {
			const { room, ben, asideId } = await begun(world);
			const [first, other] = who === 'ben' ? [ben, room.rosa] : [room.rosa, ben];

			const [ended] = await Promise.all([
				world.as(first, (tx) => endAside(tx, { roomId: room.roomId, aside: asideId })),
				...Array.from({ length: 6 }, () => saying(world, other, asideId)),
			]);

			granted(ended);
			const said = await changesAfter(world.db, world.vault, asideId, 0);
			expect(await saying(world, other, asideId)).toEqual({ refused: 'aside-ended' });
			expect(await changesAfter(world.db, world.vault, asideId, 0)).toEqual(said);
		},
	);

	test('goes on when the room closes, for two hours at most', async ({ world }) => {
		const { room, ben, asideId } = await begun(world);
		world.now = after(evening, hours(1.9));
		expect(await saying(world, ben, asideId)).toHaveProperty('place');
		expect(await saying(world, room.rosa, asideId)).toHaveProperty('place');
		world.now = after(evening, hours(2));
		expect(await saying(world, ben, asideId)).toEqual({ refused: 'aside-ended' });
	});

	test('is over at once when the holder’s duty is taken from them', async ({ world }) => {
		const { room, ben, asideId } = await begun(world);
		await world.as(room.coordinator, (tx) => takeDuty(tx, { personId: room.rosa, duty: 'supporter' }));
		expect(await saying(world, room.rosa, asideId)).toEqual({ refused: 'aside-ended' });
		expect(await saying(world, ben, asideId)).toEqual({ refused: 'aside-ended' });
	});

	test('is offered once, by whoever holds the room, to somebody who is there', async ({ world }) => {
		const { room, ben } = await offered(world);
		const cy = await somebodyIn(world, room, 'Cy');
		const offer = async (from: PersonId, to: PersonId) => {
			const alias = await aliasOf(world, room, to);
			return world.as(from, (tx) => offerAside(tx, { roomId: room.roomId, alias }));
		};

		expect(await offer(room.rosa, ben)).toEqual({ refused: 'already-aside' });
		expect(await offer(room.rosa, room.rosa)).toEqual({ refused: 'holds-it-too' });
		expect(await offer(cy, ben)).toEqual({ refused: 'not-holding' });
		granted(await world.as(cy, (tx) => leaveRoom(tx, room.roomId)));
		expect(await offer(room.rosa, cy)).toEqual({ refused: 'not-there' });
	});
});
