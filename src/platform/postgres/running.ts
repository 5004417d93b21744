import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded, type Embedded, type EmbeddedOptions } from './embedded.ts';
import { DATABASE, OWNER } from './cluster.ts';
import { serversOn } from './processes.ts';

/** A way to the database of a folder, for as long as one command takes. */
export type Borrowed = Pick<Embedded, 'host' | 'port' | 'user' | 'database' | 'stop'>;

/** For commands: the server a running Hearten keeps on this folder, else one started for the command alone. */
export async function borrowEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Borrowed> {
	const running = borrowed(folder);
	if (running) return running;
	try {
		return await startEmbedded(folder, options);
	} catch (trouble) {
		const justStarted = borrowed(folder);
		if (justStarted) return justStarted;
		throw trouble;
	}
}

function borrowed(folder: string): Borrowed | undefined {
	const host = socketFolderOf(folder);
	return host ? { host, port: 5432, user: OWNER, database: DATABASE, stop: async () => {} } : undefined;
}

/** Where the socket of a server that is ready lies: the fifth and eighth line of its `postmaster.pid` say so. */
function socketFolderOf(folder: string): string | undefined {
	const file = join(folder, 'postmaster.pid');
	if (!existsSync(file)) return undefined;
	const [pid, , , , socketFolder, , , state] = readFileSync(file, 'utf8').split('\n');
	const lives = serversOn(realpathSync(folder)).some((server) => server.pid === Number(pid));
	return lives && state?.trim() === 'ready' ? socketFolder : undefined;
}
