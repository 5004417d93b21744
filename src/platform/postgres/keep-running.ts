import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from './server.ts';

/** Hears why a server ended without having been asked to, or could not be started again. */
export type DeathListener = (reason: string) => void;

/** A server that is started again whenever it ends by itself, for as long as it takes. */
export interface Kept {
	readonly pid: number;
	onDeath(listener: DeathListener): void;
	stop(): Promise<void>;
}

/** Milliseconds before each attempt; all later ones wait as long as the last. A minute of life begins them anew. */
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
		while (!stopping.signal.aborted) {
			const since = performance.now();
			let reason: string | undefined = await server.ended;
			if (performance.now() - since > LIVED) attempts = 0;

			while (reason !== undefined && !stopping.signal.aborted) {
				for (const listener of listeners) listener(reason);
				reason = await attempt(pauses[attempts++] ?? pauses.at(-1) ?? 0);
			}
		}
		await server.stop();
	}

	/** Answers with why it failed. */
	async function attempt(wait: number): Promise<string | undefined> {
		await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
		if (stopping.signal.aborted) return undefined;
		try {
			server = await startAgain();
			return undefined;
		} catch (trouble) {
			return trouble instanceof Error ? trouble.message : String(trouble);
		}
	}
}
