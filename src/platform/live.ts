import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Connections, Spine } from './db.ts';
import { fewAtOnce } from './few-at-once.ts';
import { isTooFast, send, type Client, type Holder } from './live/client.ts';
import { openDoor, type Doorkeeper } from './live/door.ts';
import { openHints } from './live/hints.ts';
import { pingFrame, readFrame, type Asked } from './live/frames.ts';
import { openPlaces } from './live/places.ts';
import { traceOf, type Log } from './log.ts';
import { rightNow } from './time.ts';
import type { Change, Topic } from './topic.ts';

export type { Holder } from './live/client.ts';

export interface GatewayOptions extends Doorkeeper {
	spine: Spine;
	connections: Connections;
	topics: readonly Topic[];
	log: Log;
}

/** What has happened at the sockets of this process since it started. Of what was said, only that it was. */
export interface Counts {
	/** Open now. */
	sockets: number;
	/** Frames that were no question anybody asks here, or came too fast. */
	malformed: number;
	/** Sockets closed because of such frames. */
	closed: number;
	/** Sockets dropped because their client reads too slowly. */
	dropped: number;
	/** Not let in. */
	refused: number;
}

/** How many malformed frames are borne before a socket is closed. */
const PATIENCE = 5;
/** What one client may have asked and not been answered. */
const QUESTIONS_AT_ONCE = 20;
/** Each client is asked whether it is there once in so many seconds, some of them every second. */
const PING_EVERY = 25;
/** A missed nudge is noticed after this at the latest. */
const LOOK_AGAIN = 60_000;
/** How long what is said in this process is waited for before it is read, in milliseconds. Nobody sees so little. */
const HANDED_OVER_WITHIN = 20;
/** Of all who come or are asked for again, so many ask the database at the same time. */
const ADMITTED_AT_ONCE = 3;
/** Said when the database does not answer: the client comes back by itself, and everything is asked again. */
const TRY_AGAIN = 1013;

/**
 * The live half of a conversation. Words go out here and never come in: all writes are HTTP. A nudge from PostgreSQL
 * makes each process read what is new once, and give it to every socket that the topic’s own rule admits. What goes over
 * the wire is written down in docs/live.md.
 */
export async function openGateway(options: GatewayOptions) {
	const { spine, log } = options;
	const clients = new Set<Client>();
	const counts = { malformed: 0, closed: 0, dropped: 0 };
	let told = '';

	/** Grows with every word that somebody’s session may have changed. */
	let sessionsHeard = 0;

	const inLine = fewAtOnce(ADMITTED_AT_ONCE);
	const places = openPlaces({
		spine,
		topics: options.topics,
		log,
		inLine,
		mistake,
		tryAgain,
		dropped: () => counts.dropped++,
	});
	const hints = openHints({ spine, places, log, inLine });
	const door = openDoor(options, whoComes, enter);

	const listening = await options.connections.listen('nudge', hear, () => {
		// After a lost connection, nudges may have been missed: look at everything again, and ask everybody again.
		sessionsHeard++;
		for (const place of places.all()) void places.look(place);
		for (const client of clients) void recheck(client);
	});
	let second = 0;
	const pinging = setInterval(() => ping(second++ % PING_EVERY), 1000);
	const looking = setInterval(() => {
		for (const place of places.all()) void places.look(place);
		tellCounts();
	}, LOOK_AGAIN);

	/**
	 * `circle:ID` says that something is new there, and `circle:ID 812` which change it is; `!circle:ID` and
	 * `!person:ID`, that someone’s right may have changed; `~circle:ID ALIAS`, that somebody is writing.
	 */
	function hear(payload: string) {
		if (payload.startsWith('!')) return hearOfRights(payload.slice(1));
		if (payload.startsWith('~')) return hints.hear(payload.slice(1));
		const [name, change] = payload.split(' ') as [string, string | undefined];
		const place = places.named(name);
		if (!place) return;
		if (change === undefined) return void places.look(place);
		if (!place.spokenInHere) return void places.look(place, Number(change));
		// What this process said itself is handed over by the answer to its commit, which is on its way as well.
		setTimeout(() => setImmediate(() => void places.look(place, Number(change))), HANDED_OVER_WITHIN);
	}

	function hearOfRights(subject: string) {
		if (subject.startsWith('person:')) {
			sessionsHeard++;
			const viewer = subject.slice('person:'.length);
			for (const client of clients) if (client.holder?.viewer === viewer) void recheck(client);
		} else {
			const place = places.named(subject);
			if (place) for (const client of place.watchers.keys()) void places.askAgain(place, client);
		}
	}

	/** A session ended or changed: the socket hears nothing more unless it still stands. */
	async function recheck(client: Client) {
		const { session } = client;
		if (session === undefined) return;
		try {
			const holder = await inLine(() => options.holderOf(session, rightNow()));
			if (!holder !== !client.holder) return hangUp(client, 4401, 'signed out');
			client.holder = holder;
		} catch (error) {
			return tryAgain(client, error);
		}
		for (const place of client.watching.values()) void places.askAgain(place, client);
	}

	/** Asks until no session changed while the answer was on its way. */
	async function whoComes(session: string | undefined): Promise<Holder | null> {
		if (session === undefined) return null;
		for (;;) {
			const heard = sessionsHeard;
			const holder = await inLine(() => options.holderOf(session, rightNow()));
			if (heard === sessionsHeard) return holder;
		}
	}

	function enter(client: Client) {
		clients.add(client);
		const { ws } = client;
		ws.on('message', (data, binary) => receive(client, data as Buffer, binary));
		ws.on('ping', () => {
			if (isTooFast(client, rightNow().getTime())) mistake(client);
		});
		ws.on('pong', () => {
			if (client.alive && isTooFast(client, rightNow().getTime())) mistake(client);
			client.alive = true;
		});
		ws.on('error', () => {
			// A frame that is none, or too long, or not text: `ws` closes the socket with the code that says so.
			counts.malformed++;
		});
		ws.on('close', () => {
			clients.delete(client);
			forgetAll(client);
		});
	}

	function receive(client: Client, data: Buffer, binary: boolean) {
		if (client.ws.readyState !== WebSocket.OPEN) return;
		const asked = binary || isTooFast(client, rightNow().getTime()) ? undefined : readFrame(data);
		if (!asked || client.waiting >= QUESTIONS_AT_ONCE) return mistake(client);
		client.waiting++;
		client.turn = client.turn
			.then(() => answer(client, asked))
			.catch((error: unknown) => tryAgain(client, error))
			.finally(() => client.waiting--);
	}

	async function answer(client: Client, asked: Asked) {
		if (client.ws.readyState !== WebSocket.OPEN) return;
		if ('watch' in asked) return places.watch(client, asked.watch, asked.after);
		if ('writing' in asked) return hints.tell(client, asked.writing);
		const place = client.watching.get(asked.leave);
		if (place) places.forget(place, client);
	}

	function mistake(client: Client) {
		counts.malformed++;
		if (++client.mistakes <= PATIENCE || client.ws.readyState !== WebSocket.OPEN) return;
		counts.closed++;
		hangUp(client, 1008, 'too many mistakes');
	}

	function tryAgain(client: Client, error: unknown) {
		log.warn({ error: traceOf(error) }, 'live');
		hangUp(client, TRY_AGAIN, 'try again');
	}

	/** From here on it hears nothing, however long saying goodbye takes. */
	function hangUp(client: Client, code: number, reason: string) {
		forgetAll(client);
		client.ws.close(code, reason);
	}

	function forgetAll(client: Client) {
		for (const place of [...client.watching.values()]) places.forget(place, client);
	}

	function ping(turn: number) {
		const now = rightNow();
		for (const client of clients) {
			if (client.askedIn % PING_EVERY !== turn) continue;
			if (!client.alive) {
				client.ws.terminate();
				continue;
			}
			client.alive = false;
			send(client, pingFrame);
			places.tellHowFar(client);
			if (client.holder && client.holder.until <= now) void recheck(client);
		}
	}

	const countsNow = (): Counts => ({ sockets: clients.size, ...counts, refused: door.refused() });

	/** Once a minute, if something was not as it should be. */
	function tellCounts() {
		const { malformed, closed, dropped, refused } = countsNow();
		const telling = `${malformed} malformed, ${closed} closed, ${dropped} dropped, ${refused} refused`;
		if (telling !== told && malformed + closed + dropped + refused > 0)
			log.info({ count: clients.size, outcome: telling }, 'sockets');
		told = telling;
	}

	return {
		upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) =>
			void door.upgrade(request, socket, head),
		/** Lines that this process has just committed, for those who watch here. */
		handOver: (topic: string, lines: readonly Change[]) => places.handOver(topic, lines),
		counts: countsNow,
		async close() {
			clearInterval(pinging);
			clearInterval(looking);
			for (const { ws } of clients) ws.close(1001, 'restarting');
			await listening.unlisten();
		},
	};
}
