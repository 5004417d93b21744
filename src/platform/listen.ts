import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';

/** Hears what other processes say on one channel, until told to stop. */
export interface Listening {
	unlisten(): Promise<void>;
	/** Is answered when everything that was committed before it was asked has been heard; fails if that is not certain. */
	hears(): Promise<void>;
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
		async hears() {
			await client.query('select');
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

/** Listens on a connection for each channel, however many want to hear it. */
export function sharedEars(config: ClientConfig) {
	const channels = new Map<string, { hearers: Set<Hearer>; listening: Promise<Listening> }>();

	async function listen(
		channel: string,
		hear: (payload: string) => void,
		again?: () => void,
	): Promise<Listening> {
		const hearer: Hearer = { hear, again };
		const known = channels.get(channel);
		const { hearers, listening } = known ?? begin(channel, hearer);
		const shared = await listening;
		if (known) {
			hearers.add(hearer);
			again?.();
		}
		return {
			hears: () => shared.hears(),
			async unlisten() {
				hearers.delete(hearer);
				if (hearers.size > 0) return;
				channels.delete(channel);
				await shared.unlisten();
			},
		};
	}

	function begin(channel: string, first: Hearer) {
		const hearers = new Set([first]);
		const listening = listenOn(
			config,
			channel,
			(payload) => hearers.forEach(({ hear }) => hear(payload)),
			() => hearers.forEach(({ again }) => again?.()),
		);
		const shared = { hearers, listening };
		channels.set(channel, shared);
		listening.catch(() => channels.delete(channel));
		return shared;
	}

	return {
		listen,
		async end() {
			const open = [...channels.values()];
			channels.clear();
			await Promise.all(open.map(async ({ listening }) => (await listening).unlisten()));
		},
	};
}

interface Hearer {
	hear(payload: string): void;
	again: (() => void) | undefined;
}
