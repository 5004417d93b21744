import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from './server.ts';

/** Hears of a server that ended without having been asked to, and what happens next. */
export type DeathListener = (reason: string, next: 'starts-again' | 'gives-up') => void;

/** A server that is started again whenever it ends by itself. */
export interface Kept {
	readonly pid: number;
	onDeath(listener: DeathListener): void;
	stop(): Promise<void>;
}

/** Milliseconds before each attempt. A server that has lived for a minute begins again with the first. */
const PAUSES = [0, 500, 2_000, 5_000, 15_000];
const LIVED = 60_000;

export function keepRunning(first: Server, startAgain: () => Promise<Server>, pauses = PAUSES): Kept {
	const listeners: DeathListener[] = [];
	const stopping = new AbortController();
	let server = first;
	const watching = watch();

	return {
		get pid() {
			return server.pid;
		},
		onDeath: (listener) => void listeners.push(listener),
		async stop() {
			stopping.abort();
			await server.stop();
			await watching;
		},
	};

	async function watch() {
		let attempts = 0;
		for (;;) {
			const since = performance.now();
			let reason: string | undefined = await server.ended;
			if (performance.now() - since > LIVED) attempts = 0;

			while (reason !== undefined) {
				if (stopping.signal.aborted) return;
				const wait = pauses[attempts++];
				for (const listener of listeners) listener(reason, wait === undefined ? 'gives-up' : 'starts-again');
				if (wait === undefined) return;
				reason = await attempt(wait);
			}
			if (stopping.signal.aborted) return server.stop();
		}
	}

	/** Answers with why it failed. */
	async function attempt(wait: number): Promise<string | undefined> {
		await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
		if (stopping.signal.aborted) return 'stopping';
		try {
			server = await startAgain();
			return undefined;
		} catch (trouble) {
			return trouble instanceof Error ? trouble.message : String(trouble);
		}
	}
}
