import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serversOn, tell } from '#platform/postgres/processes.ts';
import { killAll, treeOf } from './process-tree.ts';

/** A Hearten with a data folder and a port of its own, started as its operator would, by `script/start`. */
export class Installation {
	readonly data = mkdtempSync(join(tmpdir(), 'hearten-kill-'));
	readonly #checkout: string;
	#port = 0;
	#script: ChildProcess | undefined;
	#said = '';

	constructor(checkout: string) {
		this.#checkout = checkout;
	}

	async start() {
		this.#port ||= await freePort();
		this.#said = '';
		this.#script = spawn(join(this.#checkout, 'script/start'), {
			cwd: this.#checkout,
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				...process.env,
				HEARTEN_DATABASE_URL: '',
				HEARTEN_DATA: this.data,
				PORT: String(this.#port),
				HOST: '127.0.0.1',
			},
		});
		for (const stream of [this.#script.stdout, this.#script.stderr])
			stream?.on('data', (text) => (this.#said = (this.#said + text).slice(-4_000)));
	}

	/** The last it said. */
	get said() {
		return this.#said;
	}

	get runs() {
		return this.#script?.exitCode === null && this.#script.signalCode === null;
	}

	/** What runs of it, by the program: script/start itself, node, postgres. */
	processes() {
		return this.#script?.pid ? treeOf(this.#script.pid) : [];
	}

	/** Waits until it answers 200; false when it has ended, or when time is up. */
	async isWell(within = 60_000): Promise<boolean> {
		for (const until = performance.now() + within; performance.now() < until && this.runs; await pause(25)) {
			const answer = await fetch(`http://127.0.0.1:${this.#port}/healthz`, {
				signal: AbortSignal.timeout(2_000),
			}).catch(() => undefined);
			if (answer?.status === 200) return true;
		}
		return false;
	}

	async hasEnded(within = 15_000): Promise<boolean> {
		for (const until = performance.now() + within; performance.now() < until && this.runs;) await pause(10);
		return !this.runs;
	}

	/** The database servers at work on its folder; more than one would be the end of it. */
	servers() {
		return serversOn(join(this.data, 'postgres')).filter(({ helper }) => !helper);
	}

	/** Ends it as Ctrl-C would. */
	async stop(): Promise<boolean> {
		if (this.runs) this.#script?.kill('SIGINT');
		return this.hasEnded();
	}

	async remove() {
		if (!(await this.stop())) killAll(this.processes());
		for (const { pid } of this.servers()) tell(pid, 'SIGKILL');
		rmSync(this.data, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
