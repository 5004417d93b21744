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
}

export interface GatewayOptions {
	spine: Spine;
	connections: Connections;
	topics: readonly Topic[];
	/** Who holds this cookie now; null when nobody does, or the session has ended. */
	holderOf(cookie: string | undefined, now: Date): Promise<Holder | null>;
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

interface Watcher {
	socket: Client;
	/** The last change sent. */
	sent: number;
}

interface Client {
	ws: WebSocket;
	cookie: string | undefined;
	holder: Holder | null;
	watching: Map<string, Place>;
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

	const listening = await options.connections.listen('nudge', hear, () => {
		// After a lost connection, nudges may have been missed: look at everything again.
		for (const place of places.values()) {
			void look(place);
			void askAgain(place);
		}
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
			const viewer = subject.slice('person:'.length);
			for (const client of clients) if (client.holder?.viewer === viewer) void recheck(client);
		} else {
			const place = places.get(subject);
			if (place) void askAgain(place);
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
			if (place.watchers.size === 0) return;
			for (;;) {
				const lines = await place.topic.since(spine.db, spine.vault, place.id, place.change);
				const last = lines.at(-1);
				if (!last) return;
				place.change = last.change;
				give(place, lines);
			}
		});
	}

	/** Serialises once for everyone who is shown every line and has seen none of them. */
	function give(place: Place, lines: readonly Change[]) {
		let whole: string | undefined;
		for (const watcher of place.watchers.values()) {
			const shown = linesFor(place, watcher, lines);
			if (shown.length === lines.length) send(watcher.socket, (whole ??= frame(place, lines)));
			else if (shown.length > 0) send(watcher.socket, frame(place, shown));
			watcher.sent = Math.max(watcher.sent, lines.at(-1)!.change);
		}
	}

	function linesFor(place: Place, { socket, sent }: Watcher, lines: readonly Change[]) {
		const { topic } = place;
		const viewer = socket.holder?.viewer ?? null;
		return lines.filter((line) => line.change > sent && (topic.shownTo?.(line, viewer) ?? true));
	}

	async function watch(client: Client, name: string, after: number | undefined) {
		const colon = name.indexOf(':');
		const topic = topics.find(({ prefix }) => prefix === name.slice(0, colon));
		const id = name.slice(colon + 1);
		if (!topic || client.watching.has(name) || client.watching.size >= WATCHES_A_SOCKET)
			return mistake(client);

		if (!(await admitted(client, topic, id)))
			return send(client, JSON.stringify({ topic: name, closed: true }));

		let place = places.get(name);
		if (!place) {
			place = { name, topic, id, change: 0, watchers: new Map(), turn: Promise.resolve(), nudged: false };
			places.set(name, place);
		}
		client.watching.set(name, place);
		await inTurn(place, () => comeIn(place, client, after));
	}

	/** Catches up inside the place’s own turn, so that nothing falls between what was missed and what is live. */
	async function comeIn(place: Place, client: Client, after: number | undefined) {
		const watcher = { socket: client, sent: after ?? (await place.topic.latest(spine.db, place.id)) };
		for (;;) {
			const lines = await place.topic.since(spine.db, spine.vault, place.id, watcher.sent);
			const last = lines.at(-1);
			if (!last) break;
			const shown = linesFor(place, watcher, lines);
			if (shown.length > 0) send(client, frame(place, shown));
			watcher.sent = last.change;
		}
		send(client, JSON.stringify({ topic: place.name, change: watcher.sent }));
		if (!client.watching.has(place.name)) return tidy(place);
		if (place.watchers.size === 0) place.change = watcher.sent;
		place.watchers.set(client, watcher);
	}

	async function admitted(client: Client, topic: Topic, id: string) {
		const ruling = await topic.admit(spine.db, client.holder?.viewer ?? null, id, rightNow());
		return !ruling.refused;
	}

	async function askAgain(place: Place) {
		for (const client of [...place.watchers.keys()])
			if (!(await admitted(client, place.topic, place.id).catch(() => false))) putOut(place, client);
	}

	/** A session ended or changed: the socket hears nothing more unless it still stands. */
	async function recheck(client: Client) {
		const holder = await options.holderOf(client.cookie, rightNow()).catch(() => null);
		if (holder?.session !== client.holder?.session) return client.ws.close(4401, 'signed out');
		for (const place of [...client.watching.values()])
			if (!(await admitted(client, place.topic, place.id).catch(() => false))) putOut(place, client);
	}

	function putOut(place: Place, client: Client) {
		forget(place, client);
		send(client, JSON.stringify({ topic: place.name, closed: true }));
	}

	function forget(place: Place, client: Client) {
		place.watchers.delete(client);
		client.watching.delete(place.name);
		tidy(place);
	}

	function tidy(place: Place) {
		if (place.watchers.size === 0 && ![...clients].some((client) => client.watching.has(place.name)))
			places.delete(place.name);
	}

	function receive(client: Client, data: Buffer, binary: boolean) {
		const asked = binary ? undefined : readFrame(data);
		if (!asked) return mistake(client);
		if ('leave' in asked) {
			const place = client.watching.get(asked.leave);
			if (place) forget(place, client);
			return;
		}
		watch(client, asked.watch, asked.after).catch((error: unknown) => {
			log.warn({ error: traceOf(error) }, 'live');
			client.ws.close(1013, 'try again');
		});
	}

	function mistake(client: Client) {
		if (++client.mistakes > PATIENCE) client.ws.close(1008, 'too many mistakes');
	}

	function send({ ws }: Client, text: string) {
		if (ws.readyState !== WebSocket.OPEN) return;
		if (ws.bufferedAmount > SLOW) return ws.terminate();
		ws.send(text);
	}

	function ping() {
		for (const client of clients) {
			if (!client.alive) client.ws.terminate();
			client.alive = false;
			client.ws.ping();
		}
	}

	async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
		socket.on('error', () => socket.destroy());
		const { origin, host, cookie } = request.headers;
		if (request.url !== '/live' || !options.sameOrigin(origin, host))
			return socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
		const holder = await options.holderOf(cookie, rightNow()).catch(() => undefined);
		if (holder === undefined)
			return socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');

		server.handleUpgrade(request, socket, head, (ws) => {
			const client: Client = { ws, cookie, holder, watching: new Map(), mistakes: 0, alive: true };
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

const frame = (place: Place, lines: readonly Change[]) => JSON.stringify({ topic: place.name, lines });

/** What a client may say: which place it watches, and after which change; or that it leaves. */
function readFrame(
	data: Buffer,
): { watch: string; after: number | undefined } | { leave: string } | undefined {
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
