import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { reactions } from '#composition';
import { beginSession } from '#features/people/server/index.ts';
import {
	connect,
	openConnections,
	transact,
	type Connections,
	type Spine,
	type Whereabouts,
} from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { readMasterKeys } from '#platform/master-key.ts';
import { borrowEmbedded } from '#platform/postgres/running.ts';
import { rightNow } from '#platform/time.ts';
import { Vault } from '#platform/vault.ts';
import { databaseAt } from './database.ts';
import { killAll, treeOf } from './faults/process-tree.ts';

/**
 * The built Hearten as a process of its own: with a data folder, a port and a database that nothing else uses. What a
 * test or a measurement does to it from outside is what people and faults would do.
 */
export class Hearten {
	readonly data: string;
	readonly port: number;
	readonly #environment: Record<string, string>;
	#process: ChildProcess | undefined;
	#said = '';
	#outside: Whereabouts | undefined;
	#open: Connections[] = [];

	private constructor(data: string, port: number, environment: Record<string, string>) {
		this.data = data;
		this.port = port;
		this.#environment = environment;
	}

	/** Starts one. HEARTEN_TEST_DATABASE_URL decides on which PostgreSQL; without it, on its embedded one. */
	static async start(environment: Record<string, string> = {}, within = tmpdir()): Promise<Hearten> {
		if (!existsSync(MAIN))
			throw new Error('Hearten is not built here. script/test and script/start build it.');
		const data = await mkdtemp(join(within, 'hearten-'));
		const hearten = new Hearten(data, await freePort(), environment);
		const server = process.env.HEARTEN_TEST_DATABASE_URL;
		if (server) await hearten.#useDatabaseOn(server);
		await hearten.start();
		return hearten;
	}

	get origin() {
		return `http://127.0.0.1:${this.port}`;
	}

	get pid(): number {
		if (!this.#process?.pid) throw new Error('Hearten does not run.');
		return this.#process.pid;
	}

	/** The last it said, for when something goes wrong. */
	get said() {
		return this.#said;
	}

	/** Starts it, also again after it was killed, and waits until it answers. */
	async start() {
		// Whatever the machine has set changes nothing.
		const around = Object.entries(process.env).filter(([name]) => !/^(HEARTEN_|PG|PORT$|HOST$)/.test(name));
		const child = spawn(process.execPath, [...nodeOptions(this.#environment), MAIN], {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				...Object.fromEntries(around),
				HEARTEN_LOG: 'warn',
				...this.#environment,
				HEARTEN_DATA: this.data,
				PORT: String(this.port),
				HOST: '127.0.0.1',
				...(this.#outside && 'url' in this.#outside && { HEARTEN_DATABASE_URL: this.#outside.url }),
			},
		});
		this.#process = child;
		// A test that is broken off leaves nothing running.
		const end = () => child.kill('SIGKILL');
		process.once('exit', end);
		child.once('exit', () => process.off('exit', end));
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (text) => (this.#said = (this.#said + text).slice(-8_000)));
		while (child.exitCode === null && child.signalCode === null) {
			const answer = await fetch(`${this.origin}/healthz`).catch(() => undefined);
			if (answer?.status === 200) return;
			await pause(20);
		}
		throw new Error(`Hearten does not start.\n${this.#said}`);
	}

	/** `kill -9` of the app. Its database, when it is its own, ends with it. */
	async kill() {
		await this.#ended('SIGKILL');
	}

	/** As Ctrl-C would. */
	async stop() {
		await this.#ended('SIGINT');
	}

	/** Stops it, and leaves nothing of it behind. */
	async remove() {
		await Promise.all(this.#open.map((open) => open.end({ timeout: 1 })));
		const running = this.#process?.pid && this.#runs() ? treeOf(this.#process.pid) : [];
		await Promise.race([this.stop(), pause(15_000)]);
		if (this.#runs()) killAll(running);
		if (this.#outside && 'url' in this.#outside) await dropDatabase(this.#outside.url);
		await rm(this.data, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
	}

	/** Its database and its keys, to arrange what a test begins with and to look at what came of it. */
	async spine({ max = 4 } = {}): Promise<Spine> {
		const where = await this.whereabouts();
		const connections = openConnections(where, { max });
		this.#open.push(connections);
		const vault = new Vault(await readMasterKeys(this.data, undefined));
		return { db: connect(connections), vault, reactions };
	}

	async whereabouts(): Promise<Whereabouts> {
		if (this.#outside) return this.#outside;
		const { host, port, user, database } = await borrowEmbedded(join(this.data, 'postgres'));
		return { host, port, user, database };
	}

	/** Has the database look at what it holds, as it does by itself after a while. */
	async analyse() {
		const connections = openConnections(await this.whereabouts(), { max: 1 });
		await connections.unsafe('vacuum analyze');
		await connections.end();
	}

	/** A browser’s cookie header after this person has signed in. */
	async cookieOf(spine: Spine, person: PersonId, { sharedDevice = false } = {}): Promise<string> {
		const { token } = await transact(spine, { actor: person, now: rightNow() }, (tx) =>
			beginSession(tx, person, { device: 'A test', sharedDevice }),
		);
		return `s=${token}`;
	}

	#runs() {
		return this.#process?.exitCode === null && this.#process.signalCode === null;
	}

	async #ended(signal: NodeJS.Signals) {
		const child = this.#process;
		if (!child || !this.#runs()) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await ended;
	}

	async #useDatabaseOn(server: string) {
		const name = `test_${randomBytes(6).toString('hex')}`;
		const admin = openConnections({ url: server }, { max: 1 });
		await admin.unsafe(`create database ${name}`);
		await admin.end();
		this.#outside = databaseAt({ url: server }, name);
	}
}

const MAIN = join(import.meta.dirname, '../build/server/main.js');

/** Options for node itself, such as a profiler’s, are given like a setting. */
const nodeOptions = ({ NODE_ARGUMENTS = '' }: Record<string, string>) =>
	NODE_ARGUMENTS.split(' ').filter(Boolean);

async function dropDatabase(url: string) {
	const name = new URL(url).pathname.slice(1);
	const admin = openConnections(databaseAt({ url }, 'postgres'), { max: 1 });
	await admin.unsafe(`drop database if exists ${name} with (force)`);
	await admin.end();
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
