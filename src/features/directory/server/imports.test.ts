import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect } from 'vitest';
import type { AnyJob } from '#platform/job.ts';
import { test, type World } from '#test/world.ts';
import type { FeedId, ImportId } from '../events.ts';
import {
	askForList,
	bringIn,
	changesIn,
	countTwins,
	importById,
	importMeetings,
	jobs,
	leaveOut,
	listsHere,
	lookAnew,
	lookOften,
	recentImports,
	undoImport,
} from './index.ts';
import { columns } from './columns.ts';

type Row = Record<string, unknown>;

const table = (count: number): Row[] =>
	Array.from({ length: count }, (_, at) => ({
		...{ name: `Table ${at}`, slug: `t${at}`, day: at % 7, time: '19:00', timezone: 'Europe/Dublin' },
		...{ location: `Hall ${at}`, formatted_address: `${at} Example Street, Newtown`, notes: 'Ring twice.' },
	}));

const [first, second, third, ...rest] = table(6) as [Row, Row, Row, ...Row[]];
const list = [first, second, third, ...rest];

/** Runs a job as the worker does: what is outside first, and then one transaction. */
async function work(world: World, name: string, data: unknown) {
	const job = jobs.find((each) => each.name === name) as AnyJob;
	const fetched = await job.fetch?.(world.db, job.schema.parse(data));
	await world.as(null, async (tx) => {
		await job.run(tx, job.schema.parse(data), fetched);
		return {};
	});
}

async function ask(world: World, content: unknown, how: { slug?: string; source?: string } = {}) {
	const wanted = { slug: 'near', source: 'near.json', zone: null, ...how };
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	const { id } = await world.as(null, (tx) =>
		askForList(tx, { ...wanted, content: content === null ? null : Buffer.from(text) }),
	);
	await work(world, 'directory.read-list', { importId: id });
	return id;
}

const told = async (world: World, id: ImportId) => (await importById(world.db, id))!;

const say = async (world: World, id: ImportId, { lossesAreMeant = false } = {}) => {
	world.now = new Date(world.now.getTime() + 60_000);
	const { basis } = await told(world, id);
	const coordinator = await somebody(world);
	const outcome = await world.as(coordinator, (tx) =>
		bringIn(tx, { importId: id, basis: basis!, lossesAreMeant }),
	);
	if (!('refused' in outcome)) await work(world, 'directory.bring-in', { importId: id, by: coordinator });
	return outcome;
};

let met = 0;
const somebody = (world: World) => world.person(`Somebody ${++met}`);

const bringing = async (world: World, content: unknown, how: { slug?: string } = {}) => {
	const id = await ask(world, content, how);
	expect(await say(world, id)).toEqual({});
	return id;
};

/** Everything the directory holds, to the letter. */
/** What is listed, and by whom; that it has a longer past after going there and back is as it should be. */
const directory = async ({ db }: World) => ({
	feeds: await db.selectFrom('feed').selectAll().orderBy('slug').execute(),
	listings: await db
		.selectFrom('listing')
		.select(columns.map((name) => `listing.${name}` as const))
		.select(['id', 'feed_id', 'service_body_id'])
		.orderBy('slug')
		.execute(),
	listed: await db.selectFrom('listed').selectAll().orderBy('listing_id').execute(),
});

const edit = (world: World, slug: string, set: { notes?: string; local_time?: string; name?: string }) =>
	world.db.updateTable('listing').set(set).where('slug', '=', slug).execute();

const listing = (world: World, slug: string) =>
	world.db.selectFrom('listing').selectAll().where('slug', '=', slug).executeTakeFirst();

test('what a list would do is shown, and nothing is done before somebody says so', async ({ world }) => {
	await bringing(world, list);
	const before = await directory(world);

	const id = await ask(world, [
		{ ...first, time: '18:30' },
		{ ...second, name: 'Another name', notes: '' },
		...rest,
		{ name: 'Newcomers', slug: 'new', day: 1, time: '19:00', formatted_address: '1 EXAMPLE STREET, Newtown' },
		{ name: 'Bad', slug: 'bad', day: 'Funday' },
	]);

	expect(await directory(world)).toEqual(before);
	expect(await told(world, id)).toMatchObject({
		...{ state: 'ready', isNew: false, rows: 7, added: 1, changed: 2, same: 3, gone: 1, kept: 0 },
		leftOut: [{ row: 7, because: 'bad-day', field: 'day', said: 'Funday' }],
	});
	expect((await changesIn(world.db, id, { kind: 'changed', page: 1 })).changes).toMatchObject([
		{ slug: 't0', fields: ['time'], before: { time: '19:00' }, after: { time: '18:30' } },
		{ slug: 't1', fields: expect.arrayContaining(['name', 'notes']) },
	]);
	expect((await changesIn(world.db, id, { kind: 'gone', page: 1 })).changes).toMatchObject([{ slug: 't2' }]);
	expect((await changesIn(world.db, id, { kind: 'twins', page: 1 })).changes).toMatchObject([
		{ slug: 'new', twins: [{ slug: 'near~t1', name: 'Table 1', because: 'place' }] },
	]);
	expect(await countTwins(world.db, id)).toBe(1);

	expect(await say(world, id)).toEqual({});
	expect(await told(world, id)).toMatchObject({ state: 'done', canUndo: true });
	expect((await listing(world, 't1'))?.name).toBe('Another name');
	expect(await listing(world, 't2')).toBeUndefined();
});

test('when things have changed meanwhile, what was shown is not done but shown anew', async ({ world }) => {
	await bringing(world, list);
	const id = await ask(world, [{ ...first, time: '18:30' }, second, third, ...rest]);
	await edit(world, 't0', { notes: 'Use the other door.' });
	const before = await directory(world);

	expect(await say(world, id)).toEqual({ refused: 'changed-meanwhile' });
	expect(await directory(world)).toEqual(before);

	await world.as(null, (tx) => lookAnew(tx, id));
	await work(world, 'directory.read-list', { importId: id });
	expect(await say(world, id)).toEqual({});
	expect(await listing(world, 't0')).toMatchObject({ local_time: '18:30:00', notes: 'Use the other door.' });
});

test('something that changes after it was decided is shown anew as well', async ({ world }) => {
	await bringing(world, list);
	const id = await ask(world, [{ ...first, time: '18:30' }, second, third, ...rest]);
	const [{ basis }, by] = [await told(world, id), await somebody(world)];
	await world.as(by, (tx) => bringIn(tx, { importId: id, basis: basis!, lossesAreMeant: false }));
	await edit(world, 't0', { notes: 'Use the other door.' });

	await work(world, 'directory.bring-in', { importId: id, by });

	expect(await told(world, id)).toMatchObject({ state: 'ready', kept: 1 });
	expect((await listing(world, 't0'))?.local_time).toBe('19:00:00');
});

test('what was edited here stays when the list comes again, and the list has its say in the rest', async ({
	world,
}) => {
	await bringing(world, list);
	await edit(world, 't0', { notes: 'Use the other door.', local_time: '19:15' });

	const again = await ask(world, list);
	expect(await told(world, again)).toMatchObject({ added: 0, changed: 0, same: 6, gone: 0 });

	const id = await ask(world, [{ ...first, time: '18:00', name: 'Table nought' }, second, third, ...rest]);
	expect((await changesIn(world.db, id, { kind: 'kept', page: 1 })).changes).toMatchObject([
		{
			slug: 't0',
			fields: ['name'],
			kept: expect.arrayContaining(['time', 'notes']),
			after: { time: '19:15' },
			says: { time: '18:00' },
		},
	]);
	await say(world, id);
	expect(await listing(world, 't0')).toMatchObject({
		...{ name: 'Table nought', notes: 'Use the other door.', local_time: '19:15:00' },
	});
});

test('where a list has caught up with an edit, it has its say again', async ({ world }) => {
	await bringing(world, list);
	await edit(world, 't0', { notes: 'Use the other door.' });
	await bringing(world, [{ ...first, notes: 'Use the other door.' }, second, third, ...rest]);

	await bringing(world, [{ ...first, notes: 'No door at all.' }, second, third, ...rest]);

	expect((await listing(world, 't0'))?.notes).toBe('No door at all.');
});

test('an import is taken back to the letter: what was new, different and gone', async ({ world }) => {
	await bringing(world, list);
	await edit(world, 't3', { notes: 'Edited here.' });
	const before = await directory(world);
	const id = await bringing(world, [
		{ ...first, time: '18:30' },
		second,
		{ ...rest[0], notes: 'Another note.' },
		rest[1],
		{ name: 'New', slug: 'new' },
	]);

	const undone = await world.as(null, (tx) => undoImport(tx, id));

	expect(undone).toEqual({ left: [] });
	const after = await directory(world);
	expect({ ...after, feeds: [] }).toEqual({ ...before, feeds: [] });
	expect(after.feeds).toMatchObject([{ source: 'near.json', changed_at: before.feeds[0]!.changed_at }]);
	expect(await world.as(null, (tx) => undoImport(tx, id))).toEqual({ refused: 'not-here' });
});

test('a first import is taken back with its list', async ({ world }) => {
	const id = await bringing(world, list);

	await world.as(null, (tx) => undoImport(tx, id));

	expect(await directory(world)).toEqual({ feeds: [], listings: [], listed: [] });
	expect(await told(world, id)).toMatchObject({ state: 'undone', canUndo: false });
});

test('what was edited since is named and kept when an import is taken back', async ({ world }) => {
	await bringing(world, list);
	const id = await bringing(world, [
		{ ...first, time: '18:30' },
		{ ...second, time: '18:45' },
		third,
		...rest,
		{ name: 'New', slug: 'new' },
	]);
	await edit(world, 't0', { notes: 'Edited since.' });
	await edit(world, 'new', { name: 'Edited too' });

	const undone = await world.as(null, (tx) => undoImport(tx, id));

	expect(undone).toEqual({
		left: [
			{ slug: 'new', name: 'New' },
			{ slug: 't0', name: 'Table 0' },
		],
	});
	expect(await listing(world, 't0')).toMatchObject({ local_time: '18:30:00', notes: 'Edited since.' });
	expect((await listing(world, 't1'))?.local_time).toBe('19:00:00');
	expect((await listing(world, 'new'))?.name).toBe('Edited too');
});

test('only the last import of a list can be taken back, and then the one before', async ({ world }) => {
	const one = await bringing(world, list);
	const two = await bringing(world, [{ ...first, time: '18:30' }, second, third, ...rest]);

	expect(await world.as(null, (tx) => undoImport(tx, one))).toEqual({ refused: 'not-the-last' });
	expect(await world.as(null, (tx) => undoImport(tx, two))).toEqual({ left: [] });
	expect(await world.as(null, (tx) => undoImport(tx, one))).toEqual({ left: [] });
	expect((await directory(world)).listings).toEqual([]);
});

test('a list that has lost more than half of what it had needs somebody who means it', async ({ world }) => {
	await bringing(world, list);
	const id = await ask(world, list.slice(0, 2));

	expect(await told(world, id)).toMatchObject({ gone: 4, before: 6, lostMost: true });
	expect(await say(world, id)).toEqual({ refused: 'most-gone' });
	expect(await say(world, id, { lossesAreMeant: true })).toEqual({});
	expect((await directory(world)).listings).toHaveLength(2);
});

test('what cannot be read says why, and what was left out can be forgotten', async ({ world }) => {
	const broken = await ask(world, '[{"name": ');
	const page = await ask(world, '<html>');
	const nothing = await ask(world, '[]');
	const left = await ask(world, list);
	await world.as(null, (tx) => leaveOut(tx, left));

	expect(await told(world, broken)).toMatchObject({ state: 'refused', refusal: { refused: 'not-json' } });
	expect(await told(world, page)).toMatchObject({ state: 'refused', refusal: { refused: 'web-page' } });
	expect(await told(world, nothing)).toMatchObject({ refusal: { refused: 'empty-list' } });
	expect(await told(world, left)).toMatchObject({ state: 'stopped' });
	expect(await say(world, left)).toEqual({ refused: 'not-here' });

	world.now = new Date(world.now.getTime() + 8 * 86_400_000);
	await work(world, 'directory.forget-imports', {});
	expect(await recentImports(world.db)).toEqual([]);
});

test('bringing in thousands tells how far it is, and can be stopped: then nothing was done', async ({
	world,
}) => {
	const id = await ask(world, table(1_600));
	const [{ basis }, by] = [await told(world, id), await somebody(world)];
	await world.as(by, (tx) => bringIn(tx, { importId: id, basis: basis!, lossesAreMeant: false }));

	const heard: unknown[] = [];
	const working = work(world, 'directory.bring-in', { importId: id, by });
	let ended = false;
	void working.finally(() => (ended = true));
	while (!ended) {
		const { state, progress } = await told(world, id);
		if (progress) heard.push(progress);
		if (state === 'coming-in' && heard.length === 1) await world.as(null, (tx) => leaveOut(tx, id));
	}
	await working;

	expect(heard[0]).toMatchObject({ of: 1_600 });
	expect(await told(world, id)).toMatchObject({ state: 'stopped' });
	expect((await directory(world)).listings).toEqual([]);
});

test('lists name people: nobody of them is kept, not even while a list waits for somebody', async ({
	world,
}) => {
	const id = await ask(world, [{ ...first, contact_1_name: 'Somebody', contact_1_phone: '555 0102' }]);

	const row = await world.db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
	expect(row.content).toBeNull();
	expect(gunzipSync(row.listings!).toString()).toContain('Table 0');
	expect(gunzipSync(row.listings!).toString()).not.toMatch(/Somebody|0102/);
	expect(JSON.stringify(await changesIn(world.db, id, { kind: 'added', page: 1 }))).not.toMatch(
		/Somebody|0102/,
	);
});

const feeds = process.env.HEARTEN_FEEDS;
test.skipIf(!feeds)(
	'both real lists are brought in whole, the same again, and taken back (skipped unless HEARTEN_FEEDS is set)',
	async ({ world }) => {
		const bringWhole = (slug: string) =>
			world.as(null, (tx) =>
				importMeetings(tx, { slug, source: slug, text: readFileSync(`${feeds}/${slug}.json`, 'utf8') }),
			);

		expect(await bringWhole('alpena')).toMatchObject({ rows: 46, added: 46, leftOut: [] });
		expect(await bringWhole('los-angeles')).toMatchObject({
			...{ rows: 2637, added: 2637, leftOut: [], timeless: 1, dayless: 4 },
		});
		expect(await bringWhole('los-angeles')).toMatchObject({ same: 2637, added: 0, changed: 0, gone: 0 });
		for (const { id } of await recentImports(world.db))
			expect(await world.as(null, (tx) => undoImport(tx, id))).toEqual({ left: [] });
		expect((await directory(world)).listings).toEqual([]);
	},
);

/** A list at an address, as a test wants it to be just now. */
let answer: RequestListener;
const server = createServer((request, response) => answer(request, response));
let address = '';
beforeAll(async () => {
	await new Promise<void>((begun) => server.listen(0, '127.0.0.1', begun));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.json`;
	process.env.HEARTEN_ALLOW_PRIVATE_FEEDS = 'yes';
});
afterAll(() => {
	delete process.env.HEARTEN_ALLOW_PRIVATE_FEEDS;
	server.close();
});

const serving =
	(content: unknown, etag: string): RequestListener =>
	(request, response) => {
		response.setHeader('etag', etag);
		if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
		else response.end(JSON.stringify(content));
	};

const later = async (world: World, hours: number) => {
	world.now = new Date(world.now.getTime() + hours * 3_600_000);
	const { id } = await world.db.selectFrom('feed').select('id').executeTakeFirstOrThrow();
	await work(world, 'directory.look-at-lists', {});
	await work(world, 'directory.look-at-list', { feedId: id satisfies FeedId });
};

const byItself = async (world: World) => {
	answer = serving(list, '"1"');
	const id = await ask(world, null, { source: address });
	await say(world, id);
	await world.as(null, (tx) => lookOften(tx, { slug: 'near', every: 'day' }));
};

test('a list is looked at by itself: the same is asked for once, and what is new comes in', async ({
	world,
}) => {
	await byItself(world);
	await edit(world, 't1', { notes: 'Edited here.' });
	const before = await directory(world);

	await later(world, 24);
	expect((await directory(world)).listings).toEqual(before.listings);
	expect(await listsHere(world.db)).toMatchObject([
		{ count: 6, every: 'day', problem: null, lookedAt: world.now },
	]);

	answer = serving([{ ...first, time: '18:30' }, { ...second, notes: 'New words.' }, third, ...rest], '"2"');
	await later(world, 24);
	expect((await listing(world, 't0'))?.local_time).toBe('18:30:00');
	expect((await listing(world, 't1'))?.notes).toBe('Edited here.');
});

test('a list that suddenly lost more than half of what it had waits for somebody to look', async ({
	world,
}) => {
	await byItself(world);
	answer = serving(list.slice(0, 2), '"2"');
	await later(world, 24);

	const [here] = await listsHere(world.db);
	expect(here).toMatchObject({ count: 6, problem: { refused: 'most-gone' } });
	expect(await told(world, here!.held!)).toMatchObject({ state: 'held', gone: 4 });

	answer = serving(list, '"3"');
	await later(world, 24);
	expect(await listsHere(world.db)).toMatchObject([{ count: 6, problem: null, held: null }]);
});

test('what goes wrong out there is told, and leaves the directory as it was', async ({ world }) => {
	await byItself(world);
	answer = (_, response) => void response.writeHead(500).end();
	await later(world, 24);
	expect(await listsHere(world.db)).toMatchObject([
		{ count: 6, problem: { refused: 'bad-status', about: '500' } },
	]);

	answer = (_, response) => void response.end('[]');
	await later(world, 24);
	expect(await listsHere(world.db)).toMatchObject([{ count: 6, problem: { refused: 'empty-list' } }]);
});

test('only an address can be looked at by itself, and an undone list no longer is', async ({ world }) => {
	const id = await bringing(world, list);
	expect(await world.as(null, (tx) => lookOften(tx, { slug: 'near', every: 'week' }))).toEqual({
		refused: 'not-an-address',
	});
	expect(await world.as(null, (tx) => lookOften(tx, { slug: 'far', every: 'week' }))).toEqual({
		refused: 'not-here',
	});
	await world.db.updateTable('feed').set({ source: address, every: 'day' }).execute();
	await edit(world, 't0', { notes: 'So that it stays.' });

	await world.as(null, (tx) => undoImport(tx, id));
	expect(await listsHere(world.db)).toMatchObject([{ every: null, count: 1 }]);
});

test('the command’s imports can be taken back as well, and a private address is never asked by a page', async ({
	world,
}) => {
	await world.as(null, (tx) =>
		importMeetings(tx, { slug: 'near', source: 'near.json', text: JSON.stringify(list) }),
	);
	const [done] = await recentImports(world.db);
	expect(await world.as(null, (tx) => undoImport(tx, done!.id))).toEqual({ left: [] });

	delete process.env.HEARTEN_ALLOW_PRIVATE_FEEDS;
	const id = await ask(world, null, { source: address });
	const file = await ask(world, null, { source: '/etc/passwd' });
	process.env.HEARTEN_ALLOW_PRIVATE_FEEDS = 'yes';
	expect(await told(world, id)).toMatchObject({ refusal: { refused: 'private-address' } });
	expect(await told(world, file)).toMatchObject({ refusal: { refused: 'not-a-web-address' } });
});
