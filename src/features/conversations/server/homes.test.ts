import { expect } from 'vitest';
import { homes } from '#composition';
import { aliasIn } from '#features/conversations/server/index.ts';
import { offerAside } from '#features/rooms/server/asides.ts';
import { aHeldRoom, granted, somebodyIn } from '#test/rooms.ts';
import { test } from '#test/world.ts';

const homeOf = (kind: string) => homes.find((home) => home.kind === kind)!;

test('every kind of place says where its talk is found', async ({ world }) => {
	const rosa = await world.person('Ana');
	const circleId = await world.circle({ hosts: [rosa] });
	const room = await aHeldRoom(world);
	const ben = await somebodyIn(world, room, 'Ben');
	const alias = (await aliasIn(world.db, room.roomId, ben))!.id;
	const { asideId } = granted(
		await world.as(room.rosa, (tx) => offerAside(tx, { roomId: room.roomId, alias })),
	);

	expect(await homeOf('circle').pathOf(world.db, circleId)).toMatch(/^\/circles\/[\w-]+\/talk$/);
	expect(await homeOf('room').pathOf(world.db, room.roomId)).toMatch(/^\/rooms\/[\w-]+\/talk$/);
	expect(await homeOf('aside').pathOf(world.db, asideId)).toMatch(/^\/rooms\/[\w-]+\/aside\/[\w-]+$/);
	for (const kind of ['pairing', 'backup'])
		expect(await homeOf(kind).pathOf(world.db, asideId)).toContain(asideId);
});
