import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test as plainTest } from 'vitest';
import { test, type World } from '#test/world.ts';
import { bringIn, wantedBy, type Wanted } from './import-meetings.ts';

const messy = resolve('src/features/directory/fixtures/messy.json');
const page = `<!doctype html><title>Meetings</title>
<link rel="alternate" type="application/json" title="Meetings Feed" href="/feed.json?a=1&amp;b=2">`;

let folder: string;
const server = createServer((request, response) => {
	if (request.url === '/page') response.setHeader('content-type', 'text/html').end(page);
	else if (request.url === '/feed.json')
		response.end('[{"name":"From afar","slug":"afar","day":1,"time":"19:00"}]');
	else if (request.url === '/large') response.writeHead(200, { 'content-length': '500000000' }).write('[');
	else response.writeHead(404).end();
});
let origin: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'hearten-lists-'));
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
	server.closeAllConnections();
	server.close();
	await rm(folder, { recursive: true, force: true });
});

/** Runs the command on the world’s database, and answers with its status and its words. */
async function command(world: World, wanted: Partial<Wanted>, { allowPrivate = true } = {}) {
	const said: string[] = [];
	const voice = {
		say: (words: string) => void said.push(words),
		progress: (words: string) => void said.push(words),
	};
	const asked = { source: messy, slug: 'messy', zone: undefined, preview: false, lossesAreMeant: false };
	const whole: Wanted = { ...asked, ...wanted };
	const status = await bringIn(world.spine, whole, { allowPrivate, voice, now: world.now });
	return { status, told: said.join('\n') };
}

const directory = async (world: World) => ({
	feeds: await world.db.selectFrom('feed').selectAll().execute(),
	listings: await world.db.selectFrom('listing').selectAll().orderBy('id').execute(),
});

test('a list is brought in with its counts, and a second time with nothing to do', async ({ world }) => {
	const first = await command(world, {});
	const second = await command(world, {});

	expect(first.status).toBe(0);
	expect(first.told).toMatch(/14 {2}rows in the list\n +7 {2}new\n +0 {2}changed\n/);
	expect(first.told).toMatch(/7 {2}left out\n/);
	expect(first.told).toMatch(
		/2 {4}a day that is none of the seven: rows 11 \(day “7”\), 12 \(day “Funday”\)\n/,
	);
	expect(first.told).toMatch(/1 {2}listed without a time/);
	expect(second).toMatchObject({ status: 0, told: expect.stringMatching(/7 {2}the same as before/) });
	expect(second.told).toMatch(/Nothing changed\.$/);
});

test('a list is brought in from an address', async ({ world }) => {
	expect(await command(world, { source: `${origin}/feed.json` })).toMatchObject({ status: 0 });
	expect((await directory(world)).listings).toMatchObject([{ name: 'From afar' }]);
});

const files = {
	'a list that breaks off': ['[{"name":"A","slug":"a"},', /not whole, or not JSON/],
	'a list with a word too many': ['[{"name":"A","slug":"a"} or so]', /not JSON/],
	'an object instead of a list': ['{"meetings":[]}', /A list of meetings is expected .* this is an object/],
	'a wrong kind of thing in a row': ['[{"name":"A","slug":"a","time":1900}]', /In row 1, “time” is a number/],
	'a row that is none': ['[{"name":"A","slug":"a"},7]', /Row 2 is a number instead of a meeting/],
	'a web page': [page, /a web page, not a list/],
	'an empty list': ['[]', /no meeting that could be listed/],
	'an empty file': ['', /It is empty/],
	'a picture': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /not text in UTF-8/],
} as const;

for (const [what, [content, why]] of Object.entries(files))
	test(`${what} gets a clear answer, and leaves the directory as it was`, async ({ world }) => {
		await command(world, {});
		const before = await directory(world);
		const source = join(folder, 'list.json');
		await writeFile(source, content);

		const answer = await command(world, { source });

		expect(answer.status).toBe(1);
		expect(answer.told).toMatch(why);
		expect(answer.told).toMatch(/The directory is as it was\.$/);
		expect(await directory(world)).toEqual(before);
	});

test('a file of 500 MB is refused without being read', async ({ world }) => {
	const source = join(folder, 'large.json');
	const file = await open(source, 'w');
	await file.truncate(500_000_000);
	await file.close();

	const answer = await command(world, { source });

	expect(answer.status).toBe(1);
	expect(answer.told).toMatch(/larger than 100 MB/);
	expect(answer.told).not.toMatch(/Reading/);
});

const elsewhere = {
	'an address where nobody answers': [
		() => 'http://127.0.0.1:1/feed.json',
		/Nobody answered there.*ECONNREFUSED/,
	],
	'an address that has gone': [() => `${origin}/gone`, /answered 404 instead of 200/],
	'a page that announces its list': [() => `${origin}/page`, /its list is at http:.*\/feed\.json\?a=1&b=2/],
	'500 MB from an address': [() => `${origin}/large`, /larger than 100 MB/],
	'a file that is not there': [() => join(folder, 'nowhere.json'), /There is no file/],
	'a folder': [() => folder, /is a folder/],
	'an address of another kind': [
		() => 'ftp://feeds.example/list',
		/not an address that lists are fetched from/,
	],
} as const;

for (const [what, [source, why]] of Object.entries(elsewhere))
	test(`${what} gets a clear answer, and leaves the directory as it was`, async ({ world }) => {
		await command(world, {});
		const before = await directory(world);

		const answer = await command(world, { source: source() });

		expect(answer.status).toBe(1);
		expect(answer.told).toMatch(why);
		expect(await directory(world)).toEqual(before);
	});

test('a private address is only asked when the operator allows it', async ({ world }) => {
	const answer = await command(world, { source: `${origin}/feed.json` }, { allowPrivate: false });

	expect(answer).toMatchObject({
		status: 1,
		told: expect.stringMatching(/127\.0\.0\.1.*HEARTEN_ALLOW_PRIVATE_FEEDS=yes/),
	});
	expect(await directory(world)).toEqual({ feeds: [], listings: [] });
});

describe('what can be asked on the command line', () => {
	plainTest('a list is named after its file or its address, unless it is given a name', () => {
		const slug = (...args: string[]) => (wantedBy(args, '/lists') as Wanted).slug;

		expect(slug('feeds/Los Ángeles (2014).json')).toBe('los-angeles-2014');
		expect(slug('https://aa.example/wp-admin/ajax.php?action=meetings')).toBe(
			'aa-example-wp-admin-ajax-php-action-meetings',
		);
		expect(slug(`https://aa.example/${'long/'.repeat(40)}`)).toMatch(/^aa-example-[a-z-]+-[0-9a-f]{8}$/);
		expect(slug('--as', 'north', 'list.json')).toBe('north');
	});

	plainTest('a file is looked for where the command was given', () => {
		expect(wantedBy(['list.json'], '/lists')).toMatchObject({ source: '/lists/list.json' });
		expect(wantedBy(['https://a.example/x'], '/lists')).toMatchObject({ source: 'https://a.example/x' });
	});

	plainTest.each([
		[[], /One file or address/],
		[['a.json', 'b.json'], /One file or address/],
		[['--fast', 'a.json'], /--fast/],
		[['--zone', 'Mars/Olympus', 'a.json'], /no time zone “Mars\/Olympus”/],
		[['--zone', '+02:00', 'a.json'], /no time zone/],
		[['--as', 'North!', 'a.json'], /“North!” cannot name a list/],
	])('%j', (args, why) => {
		expect(wantedBy(args, '/')).toMatch(why);
	});
});

plainTest('the command itself starts a database of its own, and tells the shell how it went', async () => {
	const run = (...args: string[]) =>
		promisify(execFile)('script/import-meetings', args, {
			env: { PATH: process.env.PATH, HOME: folder, HEARTEN_DATA: join(folder, 'data') },
		}).then(
			({ stdout }) => ({ code: 0, stdout }),
			({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
		);

	expect(await run(messy)).toMatchObject({ code: 0, stdout: expect.stringMatching(/7 {2}new/) });
	expect(await run(messy)).toMatchObject({ code: 0, stdout: expect.stringMatching(/Nothing changed/) });
	expect(await run('package.json')).toMatchObject({ code: 1 });
	expect(await run()).toMatchObject({ code: 2 });
});

test('a preview says what would happen, and changes nothing', async ({ world }) => {
	const first = await command(world, { preview: true });

	expect(first).toMatchObject({ status: 0, told: expect.stringMatching(/ 7 {2}new\n/) });
	expect(first.told).toMatch(/only what would happen\. The directory is as it was\.$/);
	expect(await directory(world)).toEqual({ feeds: [], listings: [] });
});

test('a list that has lost more than half of its meetings is brought in only when that is meant', async ({
	world,
}) => {
	await command(world, {});
	const source = join(folder, 'short.json');
	await writeFile(source, '[{"name":"A","slug":"a"}]');

	const careful = await command(world, { source });
	const meant = await command(world, { source, lossesAreMeant: true });

	expect(careful).toMatchObject({ status: 1, told: expect.stringMatching(/7 of the 7 meetings/) });
	expect(meant).toMatchObject({ status: 0, told: expect.stringMatching(/ 7 {2}gone from the list/) });
});
