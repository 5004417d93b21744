import { expect } from 'vitest';
import { test, type World } from '#test/world.ts';
import type { PersonId } from '#platform/ids.ts';
import { block, blockedWith, blocksOf, isBetween, notBetween, personal, unblock } from './index.ts';

const known = { as: 'Moth', in: 'Long nights' };
const blocks = (world: World, who: PersonId, whom: PersonId) =>
	world.as(who, (tx) => block(tx, { personId: whom, known }));
const seenBy = async ({ db }: World, viewer: PersonId | null) => {
	const rows = await db
		.selectFrom('person')
		.select('id')
		.where((where) => notBetween(where, viewer, 'person.id'))
		.execute();
	return rows.map(({ id }) => id);
};

test('a block stands between two people whichever of them is asked about, and in lists as in the rule', async ({
	world,
}) => {
	const everybody = [await world.person('Ana'), await world.person('Ben'), await world.person('Cy')];
	const [ana, ben, cy] = everybody as [PersonId, PersonId, PersonId];
	await blocks(world, ana, ben);

	for (const one of everybody) {
		const seen = await seenBy(world, one);
		const apart = await blockedWith(world.db, one);
		for (const other of everybody) {
			const between = await isBetween(world.db, one, other);
			expect(between).toBe(one !== other && one !== cy && other !== cy);
			expect(seen.includes(other)).toBe(!between);
			expect(apart.has(other)).toBe(between);
		}
	}
	expect(await seenBy(world, null)).toHaveLength(3);
});

test('the one who blocks finds whom by the name they knew, and the other finds nothing', async ({
	world,
}) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	await blocks(world, ana, ben);

	expect(await blocksOf(world.db, world.vault, ana)).toMatchObject([{ known, since: world.now }]);
	expect(await blocksOf(world.db, world.vault, ben)).toEqual([]);
	expect(await personal.export(world.db, world.vault, ben)).toEqual({ blocks: [] });
	const { known_as } = await world.db.selectFrom('block').select('known_as').executeTakeFirstOrThrow();
	expect(known_as!.toString('latin1')).not.toContain('Moth');
});

test('twice is once; two who block each other at once are apart until both take it back', async ({
	world,
}) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	await Promise.all([blocks(world, ana, ben), blocks(world, ben, ana), blocks(world, ana, ben)]);
	const [mine, ...more] = await blocksOf(world.db, world.vault, ana);
	expect(more).toEqual([]);
	expect((await world.eventNames()).filter((name) => name === 'blocks.blocked')).toHaveLength(2);

	expect(await world.as(ben, (tx) => unblock(tx, { blockId: mine!.id }))).toEqual({ refused: 'not-found' });
	await world.as(ana, (tx) => unblock(tx, { blockId: mine!.id }));
	expect(await isBetween(world.db, ana, ben)).toBe(true);
	const [bens] = await blocksOf(world.db, world.vault, ben);
	await world.as(ben, (tx) => unblock(tx, { blockId: bens!.id }));
	expect(await isBetween(world.db, ana, ben)).toBe(false);
});

test('nobody blocks themselves, or whoever has gone; with an account its blocks go', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	expect(await blocks(world, ana, ana)).toEqual({ refused: 'yourself' });
	await blocks(world, ana, ben);
	await world.as(ben, async (tx) => {
		await personal.erase(tx, ben);
		await tx.db.deleteFrom('person').where('id', '=', ben).execute();
		return {};
	});
	expect(await blocksOf(world.db, world.vault, ana)).toEqual([]);
	expect(await blocks(world, ana, ben)).toEqual({ refused: 'not-found' });
});
