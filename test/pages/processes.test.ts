import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject, test as base } from 'vitest';
import { reactions } from '#composition';
import { beginSession } from '#features/people/server/index.ts';
import { connect, openConnections, transact, type Spine } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { readMasterKeys } from '#platform/master-key.ts';
import { rightNow } from '#platform/time.ts';
import { Vault } from '#platform/vault.ts';
import { environment, freePort } from '../app.ts';
import { databaseAt } from '../database.ts';
import { Ear } from '../ear.ts';
import { listenAs } from '../../bench/faults/page-live.ts';
import { openProxy } from '../proxy.ts';
import { settle, type Place } from '../settle.ts';

/** One process of several. */
interface Part {
	port: string;
	child: ChildProcess;
	printed(): string;
}

/** Two processes with pages, two with sockets and one with jobs, on one database, behind one address. */
class Apart {
	readonly spine: Spine;
	readonly origin: string;
	readonly web: Part[];
	readonly live: Part[];
	readonly worker: Part;
	readonly #close: () => Promise<void>;

	private constructor(
		open: Pick<Apart, 'spine' | 'origin' | 'web' | 'live' | 'worker'>,
		close: () => Promise<void>,
	) {
		this.spine = open.spine;
		this.origin = open.origin;
		this.web = open.web;
		this.live = open.live;
		this.worker = open.worker;
		this.#close = close;
	}

	static async open(): Promise<Apart> {
		const { where, template } = inject('postgres');
		const database = `test_${randomBytes(6).toString('hex')}`;
		const admin = openConnections(where, { max: 1 });
		await admin.unsafe(`create database ${database} template ${template} strategy file_copy`);
		const key = randomBytes(32).toString('hex');
		const folder = await mkdtemp(join(tmpdir(), 'hearten-apart-'));
		const settings = {
			...environment(databaseAt(where, database)),
			HEARTEN_DEMO: 'no',
			HEARTEN_MASTER_KEY: key,
			HEARTEN_LOG: 'warn',
		};
		const start = (name: string) => startPart(name, settings, folder);
		const [web, live] = [
			[await start('web'), await start('web')],
			[await start('live'), await start('live')],
		];
		const worker = await start('worker');
		const ports = (parts: Part[]) => parts.map(({ port }) => port);
		const proxy = await openProxy({ pages: ports(web), live: ports(live) });
		const connections = openConnections(databaseAt(where, database), { max: 4 });
		const vault = new Vault(await readMasterKeys(folder, key));
		const spine: Spine = { db: connect(connections), vault, reactions };

		return new Apart({ spine, origin: proxy.origin, web, live, worker }, async () => {
			proxy.close();
			await connections.end({ timeout: 5 });
			for (const { child } of [...web, ...live, worker]) child.kill('SIGKILL');
			await admin.unsafe(`drop database if exists ${database} with (force)`);
			await admin.end();
			await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
		});
	}

	close = () => this.#close();

	async cookieOf(person: PersonId): Promise<string> {
		const { token } = await transact(this.spine, { actor: person, now: rightNow() }, (tx) =>
			beginSession(tx, person, { device: 'A test', sharedDevice: false }),
		);
		return `s=${token}`;
	}

	/** Sends until it is answered, as the pages’ script does. */
	async say({ slug }: Place, cookie: string, body: string): Promise<number> {
		const clientId = randomUUID();
		for (;;) {
			const answer = await fetch(`${this.origin}/circles/${slug}/talk?/say`, {
				method: 'POST',
				body: new URLSearchParams({ body, contentNote: '', replyTo: '', clientId }),
				headers: { origin: this.origin, cookie, accept: 'application/json', 'x-sveltekit-action': 'true' },
			}).catch(() => undefined);
			const place = /#m(\d+)/.exec(answer?.status === 200 ? await answer.text() : '')?.[1];
			if (place) return Number(place);
			await pause(50);
		}
	}
}

async function startPart(name: string, settings: Record<string, string>, folder: string): Promise<Part> {
	const port = await freePort();
	const child = spawn(process.execPath, [resolve(`build/server/${name}.js`)], {
		env: { ...settings, HEARTEN_DATA: join(folder, `${name}-${port}`), PORT: port },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	process.once('exit', () => child.kill('SIGKILL'));
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += String(text)));
	for (;;) {
		const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
		if (answer?.status === 200) return { port, child, printed: () => printed };
		if (child.exitCode !== null) throw new Error(`${name} did not start. It said:\n${printed}`);
		await pause(20);
	}
}

const test = base.extend<{ $file: { apart: Apart } }>({
	apart: [
		async ({}, use) => {
			const apart = await Apart.open();
			await use(apart);
			await apart.close();
		},
		{ scope: 'file' },
	],
});

/** Who listens as pages do, and comes back by themselves. */
function listeners({ origin }: Apart, { id }: Place, cookies: readonly string[]) {
	return cookies.map((cookie) => {
		const heard: { place: number; body: string }[] = [];
		let connected = false;
		const page = listenAs({ origin, cookie }, `circle:${id}`, 0, {
			lines: (lines) => heard.push(...(lines as unknown as { place: number; body: string }[])),
			connected: (yes) => (connected = yes),
			closed: () => {},
		});
		return { heard, page, isConnected: () => connected };
	});
}

async function until(isSo: () => boolean) {
	for (const patience = performance.now() + 30_000; !isSo(); await pause(10))
		if (performance.now() > patience) throw new Error('It never came.');
}

test('two of each behave as one: whoever speaks where, everybody hears the same, once and in order', async ({
	apart,
}) => {
	const { circles } = await settle(
		apart.spine,
		{ people: 4, circles: 1, messages: 0, seated: 4 },
		rightNow(),
	);
	const [circle] = circles;
	const cookies = await Promise.all(circle!.seated.map((person) => apart.cookieOf(person)));
	const ears = listeners(apart, circle!, cookies);
	await until(() => ears.every(({ isConnected }) => isConnected()));

	const bodies = Array.from({ length: 40 }, (_, n) => `word ${n}`);
	const places = await Promise.all(bodies.map((body, n) => apart.say(circle!, cookies[n % 4]!, body)));
	await until(() => ears.every(({ heard }) => heard.length >= 40));

	expect(places.toSorted((a, b) => a - b)).toEqual(bodies.map((_, n) => n + 1));
	for (const { heard, page } of ears) {
		expect(heard).toEqual(ears[0]!.heard);
		page.shut();
	}
});

test('whoever signs out by one process hears nothing more by another', async ({ apart }) => {
	const { circles } = await settle(
		apart.spine,
		{ people: 4, circles: 1, messages: 0, seated: 4 },
		rightNow(),
	);
	const [circle] = circles;
	const person = circle!.seated[1]!;
	const cookie = await apart.cookieOf(person);
	const ears = await Promise.all(
		apart.live.map(({ port }) => Ear.open<{ change: number }>(`http://127.0.0.1:${port}`, { cookie })),
	);
	for (const ear of ears) expect(await ear.watch(`circle:${circle!.id}`, 0)).toBe('live');

	const answer = await fetch(`${apart.origin}/sign-out`, {
		method: 'POST',
		headers: { origin: apart.origin, cookie },
		redirect: 'manual',
	});
	expect(answer.status).toBe(303);

	for (const ear of ears) expect(await ear.until(() => ear.ended)).toBe(4401);
});

test('killing one of each loses nothing that was acknowledged, and everybody hears the rest', async ({
	apart,
}) => {
	const { circles } = await settle(
		apart.spine,
		{ people: 4, circles: 1, messages: 0, seated: 4 },
		rightNow(),
	);
	const [circle] = circles;
	const cookies = await Promise.all(circle!.seated.map((person) => apart.cookieOf(person)));
	const ears = listeners(apart, circle!, cookies);
	await until(() => ears.every(({ isConnected }) => isConnected()));

	const acknowledged = new Map<number, string>();
	const say = async (n: number) =>
		acknowledged.set(await apart.say(circle!, cookies[n % 4]!, `word ${n}`), `word ${n}`);
	const talking = (async () => {
		for (let n = 0; n < 120; n += 4) await Promise.all([0, 1, 2, 3].map((more) => say(n + more)));
	})();
	await until(() => acknowledged.size >= 20);
	apart.web[0]!.child.kill('SIGKILL');
	await until(() => acknowledged.size >= 60);
	apart.live[1]!.child.kill('SIGKILL');
	await talking;
	await until(() => ears.every(({ heard }) => heard.length >= 120));

	const expected = Array.from({ length: 120 }, (_, n) => acknowledged.get(n + 1));
	for (const { heard, page } of ears) {
		expect(heard.map(({ body }) => body)).toEqual(expected);
		page.shut();
	}
});

test('a process that does a part of the work says what it needs, and makes no key of its own', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'hearten-apart-'));
	const { where } = inject('postgres');
	const settings = { ...environment(where), HEARTEN_DEMO: 'no' };
	const alone = { ...settings, HEARTEN_DATABASE_URL: '' };
	await expect(startPart('live', alone, folder)).rejects.toThrow('HEARTEN_DATABASE_URL');
	await expect(startPart('worker', settings, folder)).rejects.toThrow('master key');
	await rm(folder, { recursive: true });
});
