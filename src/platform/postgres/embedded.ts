import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DATABASE, OWNER, prepareCluster, unfinishedBeside } from './cluster.ts';
import { guards } from './guards.ts';
import { keepRunning, type DeathListener } from './keep-running.ts';
import { endLeftovers } from './leftovers.ts';
import { holdAlone, type Lock } from './lock.ts';
import { findPrograms } from './programs.ts';
import { openServerLog } from './server-log.ts';
import { launch } from './server.ts';
import { socketFolder } from './socket-folder.ts';
import { explained } from './trouble.ts';

/** The PostgreSQL that Hearten brings along, running on a folder of its own. */
export interface Embedded {
	/** The folder its socket lies in; there is no network address. */
	host: string;
	port: number;
	user: string;
	database: string;
	/** For libpq and pg. postgres.js does not read sockets from addresses: give it host, port, user and database. */
	url: string;
	/** The server’s process; another one after it died and was started again. */
	readonly pid: number;
	stop(): Promise<void>;
	/** Tells each time the server ends without having been asked to, or cannot be started again yet. */
	onDeath(listener: DeathListener): void;
}

export interface EmbeddedOptions {
	/** False: faster, and a power cut may cost everything. For tests. */
	durable?: boolean;
	log?: (line: string) => void;
	/** How long the server may stay silent while it starts, in milliseconds. */
	patience?: number;
}

/**
 * Starts PostgreSQL on this folder, making the database when there is none, and recovering from whatever a killed
 * process left there. Throws `CannotStart`, with a sentence for whoever runs this server, when that is impossible.
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
	try {
		const home = placeOf(folder);
		const lock = await holdAlone(`${home}.lock`);
		return await runOn(home, lock, options).catch((trouble: unknown) => {
			lock.release();
			throw trouble;
		});
	} catch (trouble) {
		throw explained(trouble, folder);
	}
}

async function runOn(
	home: string,
	lock: Lock,
	{ durable = true, log = () => {}, patience = 60_000 }: EmbeddedOptions,
) {
	const guarded = guards(log);
	const setup = { programs: findPrograms(guarded), guards: guarded, durable };
	await removeUnfinished(home, log);
	prepareCluster(home, setup);

	const socket = socketFolder(home);
	const serverLog = openServerLog(join(home, 'server.log'));
	const start = async () => {
		await endLeftovers(home, log);
		socket.clear();
		return launch({ ...setup, folder: home, socketFolder: socket.path, log: serverLog, patience });
	};
	const first = await start().catch((trouble: unknown) => {
		socket.remove();
		throw trouble;
	});
	const kept = keepRunning(first, () =>
		start().catch((trouble: unknown) => {
			throw explained(trouble, home);
		}),
	);
	kept.onDeath((reason) => log(`The database is being started again: ${reason}`));
	let stopped: Promise<void> | undefined;

	return {
		host: socket.path,
		port: 5432,
		user: OWNER,
		database: DATABASE,
		url: `postgres://${OWNER}@${encodeURIComponent(socket.path)}:5432/${DATABASE}`,
		get pid() {
			return kept.pid;
		},
		onDeath: kept.onDeath,
		stop: () => (stopped ??= stopAll()),
	};

	async function stopAll() {
		await kept.stop();
		socket.remove();
		lock.release();
	}
}

async function removeUnfinished(home: string, log: (line: string) => void) {
	for (const folder of unfinishedBeside(home)) {
		await endLeftovers(folder, log);
		rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	}
}

/** The folder’s real path, under which the server’s process will be known. */
function placeOf(folder: string) {
	const wanted = resolve(folder);
	if (existsSync(wanted)) return realpathSync(wanted);
	mkdirSync(dirname(wanted), { recursive: true });
	return join(realpathSync(dirname(wanted)), basename(wanted));
}
