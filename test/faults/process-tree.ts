import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** A running process, by the program it runs. */
export interface Process {
	pid: number;
	parent: number;
	program: string;
}

/** A process and everything it started, itself first. Reads Linux’s /proc. */
export function treeOf(root: number): Process[] {
	const all = processes();
	const tree = all.filter(({ pid }) => pid === root);
	for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid)); // grows while it is walked
	return tree;
}

/** `kill -9`, all of them as nearly at once as can be. */
export function killAll(victims: readonly Process[]) {
	for (const { pid } of victims) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			// It ended before we came to it.
		}
	}
}

function processes(): Process[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				const [, state, parent] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
				if (state === 'Z') return [];
				return [
					{ pid: Number(name), parent: Number(parent), program: basename(readlinkSync(`/proc/${name}/exe`)) },
				];
			} catch {
				return []; // it has just ended
			}
		});
}
