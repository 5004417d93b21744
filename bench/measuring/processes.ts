import { readFileSync } from 'node:fs';
import { treeOf } from '../../test/faults/process-tree.ts';

/** Seconds of a processor, of the app’s process and of all processes of its database. */
export interface Spent {
	server: number;
	postgres: number;
}

/** What a process and whatever it started has used so far. Reads Linux’s /proc. */
export function spentBy(pid: number): Spent {
	const tree = treeOf(pid);
	const sum = (pids: readonly number[]) => pids.reduce((total, each) => total + secondsOf(each), 0);
	return {
		server: secondsOf(pid),
		// A connection that has ended is counted by the process that waited for it.
		postgres: sum(tree.filter(({ program }) => program.startsWith('postgres')).map((each) => each.pid)),
	};
}

export const since = (before: Spent, now: Spent): Spent => ({
	server: now.server - before.server,
	postgres: now.postgres - before.postgres,
});

/** Fields 14 to 17 of `stat`: in user and system mode, its own and its ended children’s, in hundredths of a second. */
function secondsOf(pid: number): number {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
		return fields.slice(11, 15).reduce((total, ticks) => total + Number(ticks), 0) / 100;
	} catch {
		return 0; // it has just ended
	}
}

/** Resident memory of one process, in bytes. */
export function residentOf(pid: number): number {
	const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return Number(kilobytes) * 1024;
}
