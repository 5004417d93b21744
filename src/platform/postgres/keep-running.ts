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

export async function keepRunning(start: () => Promise<Server>): Promise<Kept> {
	const listeners: DeathListener[] = [];
	const stopping = new AbortController();
	let server = await start();
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
		for (let attempt = 0; ;) {
			const since = performance.now();
			let reason = await server.ended;
			if (stopping.signal.aborted) return;
			if (performance.now() - since > LIVED) attempt = 0;

			for (let up = false; !up; attempt++) {
				const wait = PAUSES[attempt];
				tell(reason, wait === undefined ? 'gives-up' : 'starts-again');
				if (wait === undefined) return;
				await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
				if (stopping.signal.aborted) return;
				try {
					server = await start();
					up = true;
				} catch (error) {
					reason = String(error);
				}
			}
			if (stopping.signal.aborted) return server.stop();
		}
	}

	function tell(reason: string, next: 'starts-again' | 'gives-up') {
		for (const listener of listeners) listener(reason, next);
	}
}
