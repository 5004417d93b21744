import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { CannotStart } from './cannot-start.ts';
import type { Setup } from './cluster.ts';
import { PLAIN } from './plain-environment.ts';
import type { ServerLog } from './server-log.ts';

/** One running PostgreSQL server, from start to end. */
export interface Server {
	pid: number;
	/** Resolves when it has ended, with how. */
	ended: Promise<string>;
	stop(): Promise<void>;
}

// Milliseconds a clean stop may take, and then one that leaves the cleaning up to the next start.
const STOPPING = 30_000;
const QUITTING = 5_000;

type Child = ChildProcessByStdio<null, null, Readable>;

interface Launch extends Setup {
	folder: string;
	socketFolder: string;
	log: ServerLog;
	/** How long it may stay silent before it is ready, in milliseconds. A long recovery says something every ten seconds. */
	patience: number;
}

/** Starts a server and waits until it accepts connections. */
export async function launch(wanted: Launch): Promise<Server> {
	const [program = '', ...words] = [...wanted.guards, wanted.programs.postgres, ...settings(wanted)];
	// Detached: Ctrl-C must reach Hearten first, which then stops its database when nobody needs it any more.
	const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: PLAIN });
	child.stderr.setEncoding('utf8');

	const ended = new Promise<string>((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('exit', (code, signal) =>
			resolve(signal ? `it ended by ${signal}` : `it ended with status ${code}`),
		);
	});
	const atExit = () => child.kill('SIGINT');
	process.once('exit', atExit);
	void ended.then(() => process.off('exit', atExit));

	await untilReady(child, ended, wanted);
	return { pid: child.pid ?? 0, ended, stop };

	async function stop() {
		child.kill('SIGINT');
		const atOnce = setTimeout(() => child.kill('SIGQUIT'), STOPPING);
		await ended;
		clearTimeout(atOnce);
	}
}

async function untilReady(child: Child, ended: Promise<string>, { log, patience }: Launch) {
	const started = Promise.withResolvers<void>();
	const giveUp = (why: string) =>
		started.reject(new CannotStart(`PostgreSQL did not start: ${why}\n${log.lastLines()}`));

	const silence = setTimeout(async () => {
		child.kill('SIGQUIT');
		const forced = setTimeout(() => child.kill('SIGKILL'), QUITTING);
		await ended;
		clearTimeout(forced);
		giveUp(`nothing was heard from it for ${patience / 1000} seconds.`);
	}, patience);

	child.stderr.on('data', (text: string) => {
		log.take(text);
		if (text.includes('ready to accept connections')) started.resolve();
		else silence.refresh();
	});
	child.once('error', (error) => giveUp(error.message));
	child.once('close', async () => giveUp(`${await ended}.`)); // by then all it said has been read

	await started.promise.finally(() => clearTimeout(silence));
}

/**
 * Errors stay out of its log, because PostgreSQL quotes values in them: whoever sent the statement is told anyway.
 * No network address, so nobody but this account can reach it.
 */
function settings({ folder, socketFolder, durable }: Launch): string[] {
	const all = {
		listen_addresses: '',
		unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
		unix_socket_permissions: '0700',
		port: '5432',
		max_connections: '100',
		jit: 'off',
		timezone: 'UTC',
		log_timezone: 'UTC',
		log_min_messages: 'log',
		log_min_error_statement: 'panic',
		log_error_verbosity: 'terse',
		log_checkpoints: 'off',
		logging_collector: 'off',
		log_destination: 'stderr',
		...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
	};
	return ['-D', folder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
