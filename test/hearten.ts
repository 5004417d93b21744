import { mkdtemp, rm } from 'node:fs/promises';
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
import { makeDatabase } from './database.ts';
import { killAll, treeOf } from './faults/process-tree.ts';
import { Part } from './part.ts';

/**
 * The built Hearten as a process of its own: with a data folder, a port and a database that nothing else uses. What a
 * test or a measurement does to it from outside is what people and faults would do.
 */
export class Hearten {
	readonly data: string;
	readonly #part: Part;
	readonly #outside: { where: { url: string }; drop(): Promise<void> } | undefined;
	#open: Connections[] = [];

	private constructor(
		data: string,
		part: Part,
		outside: { where: { url: string }; drop(): Promise<void> } | undefined,
	) {
		this.data = data;
		this.#part = part;
		this.#outside = outside;
	}

	/** Starts one. HEARTEN_TEST_DATABASE_URL decides on which PostgreSQL; without it, on its embedded one. */
	static async start(environment: Record<string, string> = {}, within = tmpdir()): Promise<Hearten> {
		const data = await mkdtemp(join(within, 'hearten-'));
		const server = process.env.HEARTEN_TEST_DATABASE_URL;
		const outside = server ? await makeDatabase({ url: server }) : undefined;
		const part = await Part.start('main', {
			...environment,
			HEARTEN_DATA: data,
			...(outside && { HEARTEN_DATABASE_URL: outside.where.url }),
		});
		return new Hearten(data, part, outside);
	}

	get origin() {
		return `http://127.0.0.1:${this.#part.port}`;
	}

	get port() {
		return this.#part.port;
	}

	get pid(): number {
		return this.#part.pid;
	}

	/** The last it said, for when something goes wrong. */
	get said() {
		return this.#part.said;
	}

	/** Starts it again after it was killed, and waits until it answers. */
	start = () => this.#part.start();

	/** `kill -9` of the app. Its database, when it is its own, ends with it. */
	kill = () => this.#part.end('SIGKILL');

	/** As Ctrl-C would. */
	stop = () => this.#part.end('SIGINT');

	/** `kill -9` with whatever it was doing, and the next start. Answers with what was killed. */
	async fell(): Promise<string> {
		await this.kill();
		await this.start();
		return 'the app';
	}

	isWell = () => this.#part.isWell();

	/** Stops it, and leaves nothing of it behind. */
	async remove() {
		await Promise.all(this.#open.map((open) => open.end({ timeout: 1 })));
		const running = this.#part.runs ? treeOf(this.#part.pid) : [];
		await Promise.race([this.stop(), pause(15_000)]);
		if (this.#part.runs) killAll(running);
		await this.#outside?.drop();
		await rm(this.data, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
	}

	/** Its database and its keys, to arrange what a test begins with and to look at what came of it. */
	async spine({ max = 4 } = {}): Promise<Spine> {
		const connections = openConnections(await this.whereabouts(), { max });
		this.#open.push(connections);
		return spineOn(connections, new Vault(await readMasterKeys(this.data, undefined)));
	}

	async whereabouts(): Promise<Whereabouts> {
		if (this.#outside) return this.#outside.where;
		const { host, port, user, database } = await borrowEmbedded(join(this.data, 'postgres'));
		return { host, port, user, database };
	}

	/** Has the database look at what it holds, as it does by itself after a while. */
	async analyse() {
		const connections = openConnections(await this.whereabouts(), { max: 1 });
		await connections.unsafe('vacuum analyze');
		await connections.end();
	}

	cookieOf = cookieOf;
}

export const spineOn = (connections: Connections, vault: Vault): Spine => ({
	db: connect(connections),
	vault,
	reactions,
});

/** A browser’s cookie header after this person has signed in. */
export async function cookieOf(
	spine: Spine,
	person: PersonId,
	{ sharedDevice = false } = {},
): Promise<string> {
	const { token } = await transact(spine, { actor: person, now: rightNow() }, (tx) =>
		beginSession(tx, person, { device: 'A test', sharedDevice }),
	);
	return `s=${token}`;
}
