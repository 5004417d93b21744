import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** A running PostgreSQL process: the server itself (or initdb, making its folder), or one of the helpers it started. */
export interface ServerProcess {
	pid: number;
	helper: boolean;
}

/** Every PostgreSQL process at work on this folder (its real path), whoever started it. Zombies do not count. */
export function serversOn(folder: string): ServerProcess[] {
	const pids = existsSync('/proc/self/cwd') ? numbersIn('/proc') : lockHolders(folder);
	const atWork = new Set(pids.filter((pid) => worksOn(pid, folder)));
	return [...atWork].map((pid) => ({ pid, helper: atWork.has(parentOf(pid)) || isNamedHelper(pid) }));
}

/** The process that `postmaster.pid` names, and whether it lives. It may be a stranger by now: numbers are used again. */
export function lockHolder(folder: string): { pid: number; alive: boolean } | undefined {
	try {
		const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
		return pid > 0 ? { pid, alive: isThere(pid) } : undefined;
	} catch {
		return undefined;
	}
}

/** Sends a signal to a process that may have ended meanwhile, which is what a signal is for here. */
export function tell(pid: number, signal: NodeJS.Signals) {
	try {
		process.kill(pid, signal);
	} catch {
		// It has ended.
	}
}

const numbersIn = (folder: string) =>
	readdirSync(folder)
		.filter((name) => /^\d+$/.test(name))
		.map(Number);

function lockHolders(folder: string) {
	const holder = lockHolder(folder);
	return holder?.alive ? [holder.pid] : [];
}

/**
 * A server’s working directory is its data folder. What is about to become one, or makes the folder, is told it in
 * words, and so is every server where there is no /proc.
 */
function worksOn(pid: number, folder: string): boolean {
	if (!existsSync('/proc/self/cwd')) return commandOf(pid).includes(folder);
	try {
		const program = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
		if (program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === folder) return true;
		return BEFORE_A_SERVER.has(program) && commandOf(pid).includes(` ${folder} `);
	} catch {
		return false; // it has just ended, or belongs to somebody else
	}
}

const BEFORE_A_SERVER = new Set(['unshare', 'setpriv', 'initdb', 'postgres']);

/** Helpers rename themselves, a moment after they began: “postgres: checkpointer”. They keep the name when orphaned. */
const isNamedHelper = (pid: number) => commandOf(pid).startsWith('postgres:');

function parentOf(pid: number): number {
	try {
		return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
	} catch {
		return NaN;
	}
}

function commandOf(pid: number): string {
	if (!existsSync('/proc/self/cwd'))
		return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
	} catch {
		return '';
	}
}

function isThere(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
