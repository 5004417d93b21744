import { spawnSync } from 'node:child_process';
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';

/** Something only one process on this machine can hold, until it lets go or dies, however it dies. */
export interface Lock {
	release(): void;
}

const HOLD_THE_THIRD = ['flock', '-n', '3'] as const;
const MACOS_OPEN_LOCKED = 0x20; // O_EXLOCK

/**
 * Holds a file by `flock`: the kernel lets go of it when the process ends, so nothing stale can be left behind.
 * A process that was just killed may still be ending, so this tries again for a while before it refuses.
 */
export async function holdAlone(file: string, { patience = 3_000 } = {}): Promise<Lock> {
	const until = performance.now() + patience;
	for (;;) {
		const descriptor = tryToHold(file);
		if (descriptor !== undefined) return { release: () => closeSync(descriptor) };
		if (performance.now() > until) throw new CannotStart(alreadyRunning(file));
		await pause(100);
	}
}

function tryToHold(file: string): number | undefined {
	const descriptor = open(file);
	if (descriptor === undefined) return undefined;
	if (process.platform !== 'darwin' && !flocked(descriptor)) {
		closeSync(descriptor);
		return undefined;
	}
	ftruncateSync(descriptor);
	writeSync(descriptor, `${process.pid}\n`, 0);
	return descriptor;
}

function open(file: string): number | undefined {
	const { O_RDWR, O_CREAT, O_NONBLOCK } = constants;
	if (process.platform !== 'darwin') return openSync(file, O_RDWR | O_CREAT, 0o600);
	try {
		return openSync(file, O_RDWR | O_CREAT | O_NONBLOCK | MACOS_OPEN_LOCKED, 0o600);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined;
		throw error;
	}
}

/** Node has no `flock`. A lock belongs to the open file, which the program `flock` shares with us and leaves locked. */
function flocked(descriptor: number): boolean {
	const [program, ...words] = HOLD_THE_THIRD;
	const asked = spawnSync(program, words, { stdio: ['ignore', 'ignore', 'ignore', descriptor] });
	if (asked.error)
		throw new CannotStart(
			'The program flock is missing (Debian has it in util-linux). Hearten needs it to be sure that nobody else ' +
				'uses its data folder. Install it, or set HEARTEN_DATABASE_URL.',
		);
	return asked.status === 0;
}

function alreadyRunning(file: string) {
	const holder = readFileSync(file, 'utf8').trim();
	const who = holder ? ` (process ${holder})` : '';
	return `Hearten is already running${who} with this data folder: it holds ${file}. Stop it first, or give this one another folder by HEARTEN_DATA.`;
}
