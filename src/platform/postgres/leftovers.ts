import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { lockHolder, serversOn, tell, type ServerProcess } from './processes.ts';

/**
 * How a database left behind is told to end, and for how long each way is tried, in milliseconds. Helpers whose
 * server is gone notice by themselves, unless they are busy with a long statement.
 */
const WAYS = [
	{ signal: 'SIGINT', whom: (left: ServerProcess) => !left.helper, patience: 20_000, withoutServer: 1_500 },
	{ signal: 'SIGQUIT', whom: () => true, patience: 8_000, withoutServer: 3_000 },
	{ signal: 'SIGKILL', whom: () => true, patience: 5_000, withoutServer: 5_000 },
] as const;

/**
 * Ends what a killed Hearten left running on this folder, and clears a lock file that names a stranger by now.
 * Only for who holds the folder’s lock: then no server on it can be another Hearten’s.
 */
export async function endLeftovers(folder: string, log: (line: string) => void) {
	for (const { signal, whom, patience, withoutServer } of WAYS) {
		const left = serversOn(folder);
		if (left.length === 0) break;
		log(`A database was left running on ${folder} (process ${pids(left)}); it is being ended.`);
		for (const { pid } of left.filter(whom)) tell(pid, signal);
		await untilEnded(folder, left.every(({ helper }) => helper) ? withoutServer : patience);
	}
	const left = serversOn(folder);
	if (left.length > 0)
		throw new CannotStart(`A database left running on ${folder} (process ${pids(left)}) cannot be ended.`);

	// PostgreSQL clears the lock file of a process that is gone, but believes any process with that number to be its own.
	if (lockHolder(folder)?.alive) rmSync(join(folder, 'postmaster.pid'));
}

async function untilEnded(folder: string, patience: number) {
	const until = performance.now() + patience;
	while (serversOn(folder).length > 0 && performance.now() < until) await pause(50);
}

const pids = (processes: ServerProcess[]) => processes.map(({ pid }) => pid).join(', ');
