import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Room, Server } from './live-servers.ts';
import { since } from './processes.ts';
import type { Said, Told } from './watchers.ts';

/** Milliseconds on a clock that all processes of one machine share. */
export const now = () => performance.timeOrigin + performance.now();

/** Sockets in a process of their own. */
export class Crowd {
	readonly #process: ChildProcess;
	readonly #gone: Promise<never>;

	constructor() {
		this.#process = fork(new URL('./watchers.ts', import.meta.url));
		this.#gone = once(this.#process, 'exit').then(() => {
			throw new Error('The crowd is gone.');
		});
		this.#gone.catch(() => {}); // told by whatever is asked of it next
	}

	/** Everybody comes, and is live when this is done. */
	async come(server: Server, rooms: readonly Room[], { comingBack = false, slow = 0 } = {}) {
		const guests = rooms.flatMap((room) => server.guests(room));
		await this.#ask({ origin: server.origin, guests, atOnce: 25, comingBack, slow });
	}

	tell = () => this.#ask<Told>('tell');
	forget = () => this.#ask('forget');
	leave = () => this.#ask('leave');

	/** Until they have heard so much, or have heard nothing more for five seconds. */
	async hasHeard(deliveries: number): Promise<Told> {
		let told = await this.tell();
		for (let patience = now() + 5_000; told.deliveries < deliveries && now() < patience;) {
			await pause(100);
			const before = told.deliveries;
			told = await this.tell();
			if (told.deliveries > before) patience = now() + 5_000;
		}
		return told;
	}

	end() {
		this.#process.disconnect();
	}

	async #ask<Answer>(what: Said): Promise<Answer> {
		this.#process.send(what);
		const [answer] = (await Promise.race([once(this.#process, 'message'), this.#gone])) as [Answer];
		return answer;
	}
}

/** What is said in a measurement: how it is paced, and how much of it there is. */
export interface Load {
	name: string;
	rooms: readonly Room[];
	messages: number;
	say(post: (n: number) => Promise<void>): Promise<void>;
}

/** So many a second in each room, whether or not the one before has been answered. */
export function steady(
	name: string,
	rooms: readonly Room[],
	{ perSecond, seconds }: { perSecond: number; seconds: number },
): Load {
	const messages = Math.round(perSecond * seconds * rooms.length);
	return {
		name,
		rooms,
		messages,
		async say(post) {
			const begun = performance.now();
			const posting: Promise<void>[] = [];
			for (let n = 0; n < messages; n++) {
				await pause(Math.max(0, begun + (n * seconds * 1000) / messages - performance.now()));
				posting.push(post(n));
			}
			await Promise.all(posting);
		},
	};
}

/** All at once. */
export const burst = (name: string, rooms: readonly Room[], messages: number): Load => ({
	name,
	rooms,
	messages,
	say: async (post) => void (await Promise.all(Array.from({ length: messages }, (_, n) => post(n)))),
});

/** As fast as answers come, with so many on their way. */
export const closedLoop = (
	name: string,
	rooms: readonly Room[],
	{ messages, inFlight }: { messages: number; inFlight: number },
): Load => ({
	name,
	rooms,
	messages,
	async say(post) {
		const turns = Array.from({ length: messages }, (_, n) => n).values();
		const speaker = async () => {
			for (const n of turns) await post(n);
		};
		await Promise.all(Array.from({ length: inFlight }, speaker));
	},
});

export interface Findings {
	expected: number;
	told: Told;
	/** Seconds of a processor, of server and database together. */
	cpu: number;
	cpuServer: number;
	cpuDatabase: number;
	/** Milliseconds of a processor that letting one in has taken. */
	cpuPerJoin: number;
	/** Seconds from the first message to the last delivery. */
	took: number;
}

/** Has a server do for a while what it does all day: what it does for the first time takes far longer. */
export async function warmUp(server: Server, room: Room) {
	const crowd = new Crowd();
	try {
		await crowd.come(server, [room]);
		const messages = Math.min(1_500, room.watchers * 150);
		const load = closedLoop('warming up', [room], { messages, inFlight: 3 });
		await load.say((n) => say(server, load, n));
		await crowd.hasHeard(messages * room.watchers);
	} finally {
		crowd.end();
	}
}

/** Lets the crowd in, has everything said, and waits until everybody has heard it. */
export async function put(server: Server, load: Load): Promise<Findings> {
	const crowd = new Crowd();
	try {
		const doorFrom = server.spent();
		await crowd.come(server, load.rooms);
		const door = since(doorFrom, server.spent());
		const watchers = load.rooms.reduce((sum, room) => sum + room.watchers, 0);

		// What the crowd asked when it came is answered.
		await pause(300);
		await crowd.forget();

		const from = server.spent();
		const begun = now();
		await load.say((n) => say(server, load, n));
		const expected = (load.messages / load.rooms.length) * watchers;
		const told = await crowd.hasHeard(expected);
		const took = (now() - begun) / 1000;
		const spent = since(from, server.spent());
		return {
			expected,
			told,
			cpu: spent.server + spent.postgres,
			cpuServer: spent.server,
			cpuDatabase: spent.postgres,
			cpuPerJoin: ((door.server + door.postgres) * 1000) / watchers,
			took,
		};
	} finally {
		crowd.end();
	}
}

/** 120 bytes, the moment first. Rooms take turns, and so do the people in them. */
function say(server: Server, { rooms }: Load, n: number) {
	const room = rooms[n % rooms.length]!;
	const words = `${now()} and some words, as many as people usually write in one message here, no more and no less than that; truly.`;
	return server.post(room, Math.floor(n / rooms.length), words.slice(0, 120).padEnd(120, '.'));
}
