import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';

/** Hears what other processes say on one channel, until told to stop. */
export interface Listening {
	unlisten(): Promise<void>;
}

const PAUSE = 500;

/**
 * Listens on a connection of its own, and comes back by itself when that is lost. `again` is called each time it has
 * begun, the first time included: what was said meanwhile was not heard.
 */
export async function listenOn(
	config: ClientConfig,
	channel: string,
	hear: (payload: string) => void,
	again: () => void = () => {},
): Promise<Listening> {
	let stopped = false;
	let client = await begin();

	return {
		async unlisten() {
			stopped = true;
			await client.end();
		},
	};

	async function begin(): Promise<Client> {
		const next = new Client(config);
		// What is lost is found again below; without a listener, Node would end the process.
		next.on('error', () => {});
		await next.connect();
		next.on('notification', ({ payload }) => hear(payload ?? ''));
		next.once('end', () => void comeBack());
		await next.query(`listen ${next.escapeIdentifier(channel)}`);
		again();
		return next;
	}

	async function comeBack() {
		while (!stopped) {
			const next = await begin().catch(() => undefined);
			if (next) {
				client = next;
				if (stopped) await next.end();
				return;
			}
			await pause(PAUSE, undefined, { ref: false });
		}
	}
}
