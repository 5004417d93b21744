import { inject, test as base } from 'vitest';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { circles, people, type Handle } from '#cast';
import { reactions } from '#composition';
import type { CircleId } from '#features/circles/circle.ts';
import { connect, openConnections, type Spine } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { Vault } from '#platform/vault.ts';
import { readMasterKeys } from '#platform/master-key.ts';
import { Client, type Manner } from './client.ts';
import { makeDatabase } from './database.ts';
import { environment } from './environment.ts';

type Settings = Record<string, string>;

/** Hearten as it runs for everybody: the built app in a process of its own, with the cast in it. */
export interface App {
	/** `http://127.0.0.1:40123` */
	origin: string;
	/** What whoever runs the server could look into: its database, with its keys. */
	spine: Spine;
	/** Where it keeps everything but the database. */
	dataFolder: string;
	/** Everything it has printed so far, which is its log. */
	printed(): string;
	visitor(manner?: Manner): Client;
	/** Somebody of the cast, signed in on a device of their own. */
	signInAs(who: Handle, manner?: Manner): Promise<Client>;
	idOf(who: Handle): Promise<PersonId>;
	/** A circle of the cast. */
	circle(which: keyof typeof circles): Promise<{ id: CircleId; slug: string }>;
	stop(): Promise<void>;
}

/** Starts the built app on a database of its own. `settings` are environment variables. */
export async function startApp(settings: Settings = {}): Promise<App> {
	const { where, template } = inject('postgres');
	const database = await makeDatabase(where, template);

	const dataFolder = await mkdtemp(join(tmpdir(), 'hearten-app-'));
	const port = await freePort();
	const child = spawn(process.execPath, [resolve('build/server/main.js')], {
		env: { ...environment(database.where), HEARTEN_DATA: dataFolder, PORT: port, ...settings },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	// Whatever becomes of the test, nothing of it stays.
	process.once('exit', () => child.kill('SIGKILL'));
	const ended = new Promise<void>((ends) => child.once('exit', () => ends()));
	let printed = '';
	await new Promise<void>((begun, failed) => {
		const hear = (chunk: Buffer) => {
			printed += chunk.toString();
			if (printed.includes('Hearten is here')) begun();
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.once('exit', () => failed(new Error(`The app did not start. It said:\n${printed}`)));
	});

	const origin = `http://127.0.0.1:${port}`;
	const connections = openConnections(database.where, { max: 4 });
	const vault = new Vault(await readMasterKeys(dataFolder, undefined));
	const spine: Spine = { db: connect(connections), vault, reactions };
	const { db } = spine;
	const personCalled = (nickname: string) =>
		db.selectFrom('person').select('id').where('nickname', '=', nickname).executeTakeFirstOrThrow();

	return {
		origin,
		spine,
		dataFolder,
		printed: () => printed,
		visitor: (manner) => new Client(origin, manner),
		async signInAs(who, manner) {
			const client = new Client(origin, manner);
			const { id } = await personCalled(people[who].nickname);
			const answer = await client.post('/demo', { person: id });
			if (answer.status !== 303) throw new Error(`${who} could not sign in: ${answer.status}`);
			return client;
		},
		idOf: async (who) => (await personCalled(people[who].nickname)).id,
		circle: (which) =>
			db
				.selectFrom('circle')
				.select(['id', 'slug'])
				.where('name', '=', circles[which].details.name)
				.executeTakeFirstOrThrow(),
		async stop() {
			await connections.end({ timeout: 5 });
			child.kill('SIGTERM');
			await ended;
			await database.drop();
			await rm(dataFolder, { recursive: true, force: true });
		},
	};
}

/** It could be taken between now and then, which would be said clearly. */
export const freePort = () =>
	new Promise<string>((found) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => found(String(port)));
		});
	});

/** A test with an app that every test of its file shares. */
export const testWith = (settings: Settings = {}) =>
	base.extend<{ $file: { app: App } }>({
		app: [
			async ({}, use) => {
				const app = await startApp(settings);
				await use(app);
				await app.stop();
			},
			{ scope: 'file' },
		],
	});

export const test = testWith();
