import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Connections, Spine } from './db.ts';
import type { PersonId } from './ids.ts';
import { traceOf, type Log } from './log.ts';
import { rightNow } from './time.ts';
import type { Change, Topic } from './topic.ts';

/** Who holds a socket: a person’s session, or nobody. Asked when it opens, and again when told to. */
export interface Holder {
	viewer: PersonId;
	/** The session’s digest, which says whether it still stands. */
	session: string;
	/** When it ends by itself, unless its pages keep it going. */
	until: Date;
	/** The kinds of topics it may watch, by their prefix; every kind unless told. */
	topics?: readonly string[];
}

/** What says who opens a socket: the headers of its request. */
export interface Credentials {
	cookie?: string | undefined;
	authorization?: string | undefined;
}

export interface GatewayOptions {
	spine: Spine;
	connections: Connections;
	topics: readonly Topic[];
	/** Who comes with these now; null when nobody does, or what they came with has ended. */
	holderOf(credentials: Credentials, now: Date): Promise<Holder | null>;
	/** Whether a page from this origin may open a socket to this host. */
	sameOrigin(origin: string | undefined, host: string | undefined): boolean;
	log: Log;
}

/** How many malformed frames are borne before a socket is closed. */
const PATIENCE = 5;
/** Bytes waiting for a client that reads too slowly; beyond them it is dropped, and resumes by itself. */
const SLOW = 1_000_000;
const PING_EVERY = 25_000;
/** A missed nudge is noticed after this at the latest. */
const LOOK_AGAIN = 60_000;
const WATCHES_A_SOCKET = 20;
/** Said when the database does not answer: the client comes back by itself, and everything is asked again. */
const TRY_AGAIN = 1013;

interface Watcher {
	socket: Client;
	/** The last change sent. */
	sent: number;
	/** Not while it is catching up: then it gets everything after `sent` by itself. */
	live: boolean;
}

interface Client {
	ws: WebSocket;
	credentials: Credentials;
	holder: Holder | null;
	watching: Map<string, Place>;
	/** What it asked for is answered one after another. */
	turn: Promise<void>;
	waiting: number;
	mistakes: number;
	alive: boolean;
}

/** One topic that somebody watches in this process. Its reads happen one after another. */
interface Place {
	name: string;
	topic: Topic;
	id: string;
	change: number;
	watchers: Map<Client, Watcher>;
	turn: Promise<void>;
	nudged: boolean;
}

/**
 * The live half of a conversation. Words go out here and never come in: all writes are HTTP. A nudge from PostgreSQL
 * makes each process read what is new once, and give it to every socket that the topic’s own rule admits.
 */
export async function openGateway(options: GatewayOptions) {
	const { spine, topics, log } = options;
	const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 4096 });
	const places = new Map<string, Place>();
	const clients = new Set<Client>();

	/** Grows with every word that somebody’s session may have changed. */
	let sessionsHeard = 0;

	const listening = await options.connections.listen('nudge', hear, () => {
		// After a lost connection, nudges may have been missed: look at everything again, and ask everybody again.
		sessionsHeard++;
		for (const place of places.values()) void look(place);
		for (const client of clients) void recheck(client);
	});
	const pinging = setInterval(ping, PING_EVERY);
	const looking = setInterval(() => places.forEach((place) => void look(place)), LOOK_AGAIN);

	/** `circle:ID` says that something is new there; `!circle:ID` and `!person:ID`, that someone’s right may be. */
	function hear(payload: string) {
		if (!payload.startsWith('!')) {
			const place = places.get(payload);
			if (place) void look(place);
			return;
		}
		const subject = payload.slice(1);
		if (subject.startsWith('person:')) {
			sessionsHeard++;
			const viewer = subject.slice('person:'.length);
			for (const client of clients) if (client.holder?.viewer === viewer) void recheck(client);
		} else {
			const place = places.get(subject);
			if (place) for (const client of place.watchers.keys()) void askAgain(place, client);
		}
	}

	function inTurn(place: Place, work: () => Promise<void>): Promise<void> {
		place.turn = place.turn.then(work).catch((error: unknown) => {
			log.warn({ error: traceOf(error) }, 'live');
			// The database may be restarting. What is new will still be there.
			setTimeout(() => void look(place), 1000).unref();
		});
		return place.turn;
	}

	/** Reads what is new, once, however many nudges came meanwhile. */
	function look(place: Place): Promise<void> {
		if (place.nudged) return place.turn;
		place.nudged = true;
		return inTurn(place, async () => {
			place.nudged = false;
			if (!isHeard(place)) return;
			for (;;) {
				const lines = await place.topic.since(spine.db, spine.vault, place.id, place.change);
				const last = lines.at(-1);
				if (!last) return;
				const from = place.change;
				place.change = last.change;
				give(place, from, lines);
			}
		});
	}

	const isHeard = ({ watchers }: Place) => watchers.values().some(({ live }) => live);

	/** Serialises once for everyone who is shown every line and has seen none of them. */
	function give(place: Place, from: number, lines: readonly Change[]) {
		let whole: Buffer | undefined;
		for (const watcher of place.watchers.values()) {
			if (!watcher.live) continue;
			const shown = linesFor(place, watcher, lines);
			// Also when none of them is for this viewer, so that nobody looks for a line that is not theirs.
			if (shown.length === lines.length && watcher.sent === from)
				send(watcher.socket, (whole ??= frame(place, from, lines, lines.at(-1)!.change)));
			else send(watcher.socket, frame(place, watcher.sent, shown, lines.at(-1)!.change));
			watcher.sent = Math.max(watcher.sent, lines.at(-1)!.change);
		}
	}

	function linesFor(place: Place, { socket, sent }: Watcher, lines: readonly Change[]) {
		const { topic } = place;
		const viewer = socket.holder?.viewer ?? null;
		return lines.filter((line) => line.change > sent && (topic.shownTo?.(line, viewer) ?? true));
	}

	/** Stands in the place before asking whether it may, so that whoever’s right ends meanwhile is found there. */
	async function watch(client: Client, name: string, after: number | undefined) {
		const colon = name.indexOf(':');
		const topic = topics.find(({ prefix }) => prefix === name.slice(0, colon));
		const id = name.slice(colon + 1);
		const before = client.watching.get(name);
		// Asked for again by somebody who noticed that something did not come: from there, once more.
		if (before) forget(before, client);
		if (!topic || client.watching.size >= WATCHES_A_SOCKET) return mistake(client);

		let place = places.get(name);
		if (!place) {
			place = { name, topic, id, change: 0, watchers: new Map(), turn: Promise.resolve(), nudged: false };
			places.set(name, place);
		}
		const watcher: Watcher = { socket: client, sent: after ?? Number.MAX_SAFE_INTEGER, live: false };
		place.watchers.set(client, watcher);
		client.watching.set(name, place);

		if (!(await admitted(client, place))) {
			if (stands(place, watcher)) putOut(place, client);
			return mistake(client);
		}
		comeIn(place, watcher, after).catch((error: unknown) => tryAgain(client, error));
	}

	/**
	 * Catches up as fast as the client reads, without holding up anybody else; then, in the place’s own turn, with
	 * whatever came meanwhile, so that nothing falls between what was missed and what is live.
	 */
	async function comeIn(place: Place, watcher: Watcher, after: number | undefined) {
		watcher.sent = after ?? (await place.topic.latest(spine.db, place.id));
		while (await catchUp(place, watcher, 'as it reads'));
		let trouble: unknown;
		await inTurn(place, async () => {
			try {
				while (await catchUp(place, watcher, 'at once'));
				if (!stands(place, watcher)) return;
				if (!isHeard(place)) place.change = watcher.sent;
				watcher.live = true;
				send(watcher.socket, JSON.stringify({ topic: place.name, change: watcher.sent }));
			} catch (error) {
				trouble = error;
			}
		});
		if (trouble) throw trouble;
	}

	/** Sends the next lines it missed. False when there are none. */
	async function catchUp(place: Place, watcher: Watcher, pace: 'as it reads' | 'at once'): Promise<boolean> {
		if (!stands(place, watcher)) return false;
		const lines = await place.topic.since(spine.db, spine.vault, place.id, watcher.sent);
		const last = lines.at(-1);
		if (!last || !stands(place, watcher)) return false;
		const told = frame(place, watcher.sent, linesFor(place, watcher, lines), last.change);
		watcher.sent = last.change;
		const { ws } = watcher.socket;
		if (pace === 'at once') send(watcher.socket, told);
		else await new Promise<void>((sent) => ws.send(told, { binary: false }, () => sent()));
		return true;
	}

	const stands = (place: Place, watcher: Watcher) => place.watchers.get(watcher.socket) === watcher;

	async function admitted({ holder }: Client, { topic, id }: Place) {
		if (holder?.topics && !holder.topics.includes(topic.prefix)) return false;
		const ruling = await topic.admit(spine.db, holder?.viewer ?? null, id, rightNow());
		return !ruling.refused;
	}

	/** Whoever may no longer watch hears nothing more; neither does anybody of whom that cannot be known now. */
	async function askAgain(place: Place, client: Client) {
		try {
			if (!(await admitted(client, place)) && place.watchers.has(client)) putOut(place, client);
		} catch (error) {
			tryAgain(client, error);
		}
	}

	/** A session ended or changed: the socket hears nothing more unless it still stands. */
	async function recheck(client: Client) {
		try {
			const holder = await options.holderOf(client.credentials, rightNow());
			if (holder?.session !== client.holder?.session) return hangUp(client, 4401, 'signed out');
			client.holder = holder;
		} catch (error) {
			return tryAgain(client, error);
		}
		for (const place of client.watching.values()) void askAgain(place, client);
	}

	function tryAgain(client: Client, error: unknown) {
		log.warn({ error: traceOf(error) }, 'live');
		hangUp(client, TRY_AGAIN, 'try again');
	}

	/** From here on it hears nothing, however long saying goodbye takes. */
	function hangUp(client: Client, code: number, reason: string) {
		for (const place of [...client.watching.values()]) forget(place, client);
		client.ws.close(code, reason);
	}

	function putOut(place: Place, client: Client) {
		forget(place, client);
		send(client, JSON.stringify({ topic: place.name, closed: true }));
	}

	function forget(place: Place, client: Client) {
		place.watchers.delete(client);
		client.watching.delete(place.name);
		if (place.watchers.size === 0 && places.get(place.name) === place) places.delete(place.name);
	}

	function receive(client: Client, data: Buffer, binary: boolean) {
		const asked = binary ? undefined : readFrame(data);
		if (!asked || client.waiting >= WATCHES_A_SOCKET) return mistake(client);
		client.waiting++;
		client.turn = client.turn
			.then(() => answer(client, asked))
			.catch((error: unknown) => tryAgain(client, error))
			.finally(() => client.waiting--);
	}

	async function answer(client: Client, asked: Asked) {
		if (client.ws.readyState !== WebSocket.OPEN) return;
		if ('watch' in asked) return watch(client, asked.watch, asked.after);
		const place = client.watching.get(asked.leave);
		if (place) forget(place, client);
	}

	function mistake(client: Client) {
		if (++client.mistakes > PATIENCE) hangUp(client, 1008, 'too many mistakes');
	}

	function send({ ws }: Client, words: string | Buffer) {
		if (ws.readyState !== WebSocket.OPEN) return;
		if (ws.bufferedAmount > SLOW) return ws.terminate();
		ws.send(words, { binary: false });
	}

	function ping() {
		const now = rightNow();
		for (const client of clients) {
			if (!client.alive) {
				client.ws.terminate();
				continue;
			}
			client.alive = false;
			client.ws.ping();
			tellHowFar(client);
			if (client.holder && client.holder.until <= now) void recheck(client);
		}
	}

	/** Said from time to time, so that whoever missed the last thing that happened finds out. */
	function tellHowFar(client: Client) {
		for (const place of client.watching.values()) {
			const watcher = place.watchers.get(client)!;
			if (watcher.live) send(client, JSON.stringify({ topic: place.name, change: watcher.sent }));
		}
	}

	/** Asks until no session changed while the answer was on its way. */
	async function whoComes(credentials: Credentials): Promise<Holder | null> {
		for (;;) {
			const heard = sessionsHeard;
			const holder = await options.holderOf(credentials, rightNow());
			if (heard === sessionsHeard) return holder;
		}
	}

	async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
		socket.on('error', () => socket.destroy());
		const { origin, host, cookie, authorization } = request.headers;
		// No page can send this header with a socket, so whoever does is a program, wherever it runs.
		const credentials = authorization === undefined ? { cookie } : { authorization };
		if (request.url !== '/live' || (authorization === undefined && !options.sameOrigin(origin, host)))
			return socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
		const holder = await whoComes(credentials).catch(() => undefined);
		if (holder === undefined)
			return socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');

		if (holder === null && authorization !== undefined)
			return socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');

		server.handleUpgrade(request, socket, head, (ws) => {
			const client: Client = {
				ws,
				credentials,
				holder,
				watching: new Map(),
				turn: Promise.resolve(),
				waiting: 0,
				mistakes: 0,
				alive: true,
			};
			clients.add(client);
			ws.on('message', (data, binary) => receive(client, data as Buffer, binary));
			ws.on('pong', () => (client.alive = true));
			ws.on('error', () => ws.terminate());
			ws.on('close', () => {
				clients.delete(client);
				for (const place of [...client.watching.values()]) forget(place, client);
			});
		});
	}

	return {
		upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void upgrade(request, socket, head),
		/** How many sockets this process holds, for the health page and for tests. */
		size: () => clients.size,
		async close() {
			clearInterval(pinging);
			clearInterval(looking);
			for (const { ws } of clients) ws.close(1001, 'restarting');
			await listening.unlisten();
		},
	};
}

/** What changed after `from`, up to and with `to`; lines that are not for this viewer are left out. */
const frame = ({ name }: Place, from: number, lines: readonly Change[], to: number) =>
	Buffer.from(JSON.stringify({ topic: name, from, to, lines }));

type Asked = { watch: string; after: number | undefined } | { leave: string };

/** What a client may say: which place it watches, and after which change; or that it leaves. */
function readFrame(data: Buffer): Asked | undefined {
	let said: unknown;
	try {
		said = JSON.parse(data.toString('utf8'));
	} catch {
		return undefined;
	}
	if (typeof said !== 'object' || said === null) return undefined;
	if ('leave' in said && typeof said.leave === 'string') return { leave: said.leave };
	if (!('watch' in said) || typeof said.watch !== 'string') return undefined;
	const after = 'after' in said ? said.after : undefined;
	if (after !== undefined && !(Number.isSafeInteger(after) && (after as number) >= 0)) return undefined;
	return { watch: said.watch, after: after as number | undefined };
}
