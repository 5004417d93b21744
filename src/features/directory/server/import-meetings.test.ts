import { expect } from 'vitest';
import { test, type World } from '#test/world.ts';
import messy from '../fixtures/messy.json' with { type: 'json' };
import older from '../fixtures/older-dialect.json' with { type: 'json' };
import { importMeetings, type List } from './import-meetings.ts';

const bringIn = (world: World, content: unknown, more: Partial<List> = {}) =>
	world.as(null, (tx) =>
		importMeetings(tx, {
			slug: 'messy',
			source: 'messy.json',
			zone: undefined,
			text: JSON.stringify(content),
			...more,
		}),
	);

/** Everything the directory holds, down to the ids. */
const directory = async (world: World) => ({
	feeds: await world.db.selectFrom('feed').selectAll().orderBy('slug').execute(),
	listings: await world.db.selectFrom('listing').selectAll().orderBy('id').execute(),
});

const careful = (world: World) =>
	world.db.selectFrom('listing').selectAll().where('slug', '=', 'made-with-care').executeTakeFirst();

const names = async (world: World) => {
	const rows = await world.db.selectFrom('listing').select('name').orderBy('name').execute();
	return rows.map(({ name }) => name);
};

test('a list is brought in: what can be listed is, and the rest is told with its reasons', async ({
	world,
}) => {
	const imported = await bringIn(world, messy);

	expect(imported).toMatchObject({ added: 7, changed: 0, same: 0, gone: 0 });
	expect('leftOut' in imported && imported.leftOut).toHaveLength(7);
	expect((await directory(world)).listings).toHaveLength(7);
	expect(await world.eventNames()).toEqual(['directory.list-changed']);
});

test('bringing in the same list again only says that it is still so, and changes nothing', async ({
	world,
}) => {
	await bringIn(world, messy);
	const before = await directory(world);
	world.now = new Date(world.now.getTime() + 86_400_000);

	const again = await bringIn(world, messy, { source: 'elsewhere.json' });

	expect(again).toMatchObject({ added: 0, changed: 0, same: 7, gone: 0 });
	const [feed] = before.feeds;
	expect(await directory(world)).toEqual({ ...before, feeds: [{ ...feed, confirmed_at: world.now }] });
	expect(await world.eventNames()).toEqual(['directory.list-changed']);
});

test('what is new, different or gone in the list is so in the directory, and a changed meeting keeps its id', async ({
	world,
}) => {
	await bringIn(world, messy);
	const care = await careful(world);
	const [first, , ...rest] = messy;

	const imported = await bringIn(world, [
		{ ...first, time: '18:30' },
		...rest.slice(0, 5),
		{ name: 'Newcomers', slug: 'newcomers' },
	]);

	expect(imported).toMatchObject({ added: 1, changed: 1, same: 5, gone: 1 });
	expect(await careful(world)).toEqual({
		...care,
		local_time: '18:30:00',
		minutes: 105,
		revision: 2,
		changed_how: 'list',
	});
	expect(await names(world)).toContain('Newcomers');
});

test('two lists may use the same slugs, and know nothing of each other', async ({ world }) => {
	await bringIn(world, older, { slug: 'north' });
	await bringIn(world, older, { slug: 'south' });

	expect(await bringIn(world, older.slice(1), { slug: 'south' })).toMatchObject({ same: 1, gone: 1 });
	expect(await names(world)).toEqual(["Nooner's", "Nooner's", 'Over the Hill']);
});

test('the zone given once for a list is remembered for it', async ({ world }) => {
	await bringIn(world, older, { zone: 'America/Detroit' });

	expect(await bringIn(world, older)).toMatchObject({ same: 2 });
	expect(await bringIn(world, older, { zone: 'America/Chicago' })).toMatchObject({ changed: 2 });
	expect(await bringIn(world, older)).toMatchObject({ same: 2 });
});

const wrong = {
	'an object instead of a list': [{ meetings: messy }, 'not-a-list'],
	'a wrong kind of thing in the last of the rows': [[...messy, { name: 7, slug: 'x' }], 'wrong-kind'],
	'no meeting at all': [[], 'empty-list'],
	'no meeting that can be listed': [[{ slug: 'nameless' }], 'empty-list'],
} as const;

for (const [what, [content, reason]] of Object.entries(wrong))
	test(`${what} is refused, and leaves the directory as it was`, async ({ world }) => {
		await bringIn(world, messy);
		const before = await directory(world);

		expect(await bringIn(world, content)).toMatchObject({ refused: reason });
		expect(await bringIn(world, content, { slug: 'another' })).toMatchObject({ refused: reason });
		expect(await directory(world)).toEqual(before);
	});

test('meetings written at the same moment by two commands are written once', async ({ world }) => {
	const both = await Promise.all([bringIn(world, messy), bringIn(world, messy)]);

	const added = both.map((imported) => 'added' in imported && imported.added);
	expect(new Set(added)).toEqual(new Set([0, 7]));
	expect((await directory(world)).listings).toHaveLength(7);
});

test('thousands of meetings are one transaction, and it tells how far it is', async ({ world }) => {
	const many = Array.from({ length: 1_234 }, (_, i) => ({
		name: `Meeting ${i}`,
		slug: `m${i}`,
		day: i % 7,
		time: '19:00',
	}));
	const told: number[] = [];

	const imported = await world.as(null, (tx) =>
		importMeetings(tx, { slug: 'many', source: 'many.json', text: JSON.stringify(many) }, (done) => {
			told.push(done);
		}),
	);

	expect(imported).toMatchObject({ added: 1_234 });
	expect(told).toEqual([500, 1_000, 1_234]);
});
