import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type PartName = 'main' | 'web' | 'live' | 'worker';

/** One process of the built Hearten on a port of its own, which can be killed and started again. */
export class Part {
	readonly name: PartName;
	readonly port: number;
	readonly #settings: Record<string, string>;
	#process: ChildProcess | undefined;
	#said = '';

	private constructor(name: PartName, port: number, settings: Record<string, string>) {
		this.name = name;
		this.port = port;
		this.#settings = settings;
	}

	/** `settings` are environment variables; options for node itself are one of them: NODE_ARGUMENTS. */
	static async start(name: PartName, settings: Record<string, string>): Promise<Part> {
		if (!existsSync(programOf(name)))
			throw new Error('Hearten is not built here. script/test and script/start build it.');
		const part = new Part(name, await freePort(), settings);
		await part.start();
		return part;
	}

	get pid(): number {
		if (!this.#process?.pid) throw new Error(`${this.name} does not run.`);
		return this.#process.pid;
	}

	get runs(): boolean {
		return this.#process?.exitCode === null && this.#process.signalCode === null;
	}

	/** The last it said, for when something goes wrong. */
	get said() {
		return this.#said;
	}

	/** Starts it, also again after it was killed, and waits until it answers. */
	async start() {
		// Whatever the machine has set changes nothing.
		const around = Object.entries(process.env).filter(([name]) => !/^(HEARTEN_|PG|PORT$|HOST$)/.test(name));
		const { NODE_ARGUMENTS = '' } = this.#settings;
		const child = spawn(
			process.execPath,
			[...NODE_ARGUMENTS.split(' ').filter(Boolean), programOf(this.name)],
			{
				stdio: ['ignore', 'pipe', 'pipe'],
				env: {
					...Object.fromEntries(around),
					HEARTEN_LOG: 'warn',
					...this.#settings,
					PORT: String(this.port),
					HOST: '127.0.0.1',
				},
			},
		);
		this.#process = child;
		// A test that is broken off leaves nothing running.
		const end = () => child.kill('SIGKILL');
		process.once('exit', end);
		child.once('exit', () => process.off('exit', end));
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (text) => (this.#said = (this.#said + text).slice(-8_000)));
		while (child.exitCode === null && child.signalCode === null) {
			if (await this.isWell()) return;
			await pause(20);
		}
		throw new Error(`${this.name} does not start.\n${this.#said}`);
	}

	async isWell(): Promise<boolean> {
		const asking = { signal: AbortSignal.timeout(5_000) };
		const answer = await fetch(`http://127.0.0.1:${this.port}/healthz`, asking).catch(() => undefined);
		return answer?.status === 200;
	}

	/** `SIGKILL` as `kill -9` does, or `SIGINT` as Ctrl-C would. */
	async end(signal: NodeJS.Signals) {
		const child = this.#process;
		if (!child || !this.runs) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await ended;
	}
}

const programOf = (name: PartName) => join(import.meta.dirname, `../build/server/${name}.js`);

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
