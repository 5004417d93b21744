import { expect } from 'vitest';
import { test, type World } from '#test/world.ts';
import { countOneLess, forgetRateLimits, overLimit, type Limit } from './rate-limit.ts';
import { after, hours, minutes } from './time.ts';

const knocking: Limit = { purpose: 'knock', atMost: 3, within: minutes(10) };

const knock = (world: World, who: string, at = world.now) =>
	overLimit(world.db, world.vault, knocking, who, at);

test('three are let through, the fourth is not, and others are not held up by it', async ({ world }) => {
	const answers = [];
	for (let count = 0; count < 5; count++) answers.push(await knock(world, '203.0.113.7'));

	expect(answers).toEqual([false, false, false, true, true]);
	expect(await knock(world, '203.0.113.8')).toBe(false);
	expect(
		await overLimit(world.db, world.vault, { ...knocking, purpose: 'ring' }, '203.0.113.7', world.now),
	).toBe(false);
});

test('many at once are counted one by one', async ({ world }) => {
	const answers = await Promise.all(Array.from({ length: 20 }, () => knock(world, '203.0.113.7')));

	expect(answers.filter((over) => !over)).toHaveLength(3);
});

test('when the time is over, counting begins anew', async ({ world }) => {
	for (let count = 0; count < 4; count++) await knock(world, '203.0.113.7');

	expect(await knock(world, '203.0.113.7', after(world.now, minutes(11)))).toBe(false);
});

test('one that is taken back does not count', async ({ world }) => {
	for (let count = 0; count < 3; count++) await knock(world, '203.0.113.7');
	await countOneLess(world.db, world.vault, knocking, '203.0.113.7', world.now);

	expect(await knock(world, '203.0.113.7')).toBe(false);
});

test('no address can be read from what is kept, nor one hour’s be compared with the next', async ({
	world,
}) => {
	await knock(world, '203.0.113.7');
	await knock(world, '203.0.113.7', after(world.now, hours(1)));

	const rows = await world.db.selectFrom('rate_limit').selectAll().execute();
	expect(rows).toHaveLength(2);
	expect(JSON.stringify(rows.map(({ key }) => key.toString('latin1')))).not.toContain('203.0.113');
	expect(new Set(rows.map(({ key }) => key.length))).toEqual(new Set([32]));
});

test('within the hour everything is forgotten', async ({ world }) => {
	await overLimit(world.db, world.vault, { ...knocking, within: hours(1) }, '203.0.113.7', world.now);
	await knock(world, '203.0.113.8');

	world.now = after(world.now, minutes(30));
	await world.as(null, async (tx) => ({ done: await forgetRateLimits.run(tx, {}) }));
	expect(await world.db.selectFrom('rate_limit').selectAll().execute()).toHaveLength(1);

	world.now = after(world.now, minutes(31));
	await world.as(null, async (tx) => ({ done: await forgetRateLimits.run(tx, {}) }));
	expect(await world.db.selectFrom('rate_limit').selectAll().execute()).toEqual([]);
});
