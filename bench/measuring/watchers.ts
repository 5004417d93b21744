import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * A crowd of sockets in a process of its own, started by `bench/live.ts`: it hears everything, and tells what each heard
 * and when. The body of each message begins with the moment it was sent, on the clock that both processes share. It
 * reads frames by hand (RFC 6455), and a message that many hear only once, so as to leave the processor to the server.
 */
export interface Order {
	/** `http://127.0.0.1:4000` */
	origin: string;
	guests: Guest[];
	/** How many come through the door at once. */
	atOnce: number;
	/** Whether they come back by themselves when they are cut off, as pages do. */
	comingBack: boolean;
	/** How many of them read no more than a kilobyte a second. */
	slow: number;
}

/** One socket: where it goes, with which cookie, what it asks for; a bare server sends without being asked. */
export interface Guest {
	path: string;
	cookie: string;
	ask: string | undefined;
}

export interface Told {
	/** Sockets that are open. */
	open: number;
	/** Those that have been told that they are live. */
	live: number;
	deliveries: number;
	doubled: number;
	/** Lines that came after a later one. */
	reordered: number;
	/** Sockets that heard another sequence than the first one with the same `path` and `ask`. */
	otherwise: number;
	/** From sending to hearing, in milliseconds. */
	p50: number;
	p95: number;
	p99: number;
	worst: number;
}

/** `forget` begins a new count, `leave` closes every socket. */
export type Said = Order | 'tell' | 'forget' | 'leave';

interface Line {
	place: number;
	sentAt: number;
}

interface Frame {
	lines?: { place: number; body: string }[];
	to?: number;
	change?: number;
	closed?: boolean;
}

/** One who watches. */
interface Watcher {
	group: string;
	socket: Socket;
	rest: Buffer;
	places: number[];
	/** The last change it has been told of. */
	known: number;
	isLive: boolean;
	live: () => void;
	refused: (why: Error) => void;
}

const watchers = new Set<Watcher>();
const latencies = createHistogram();

process.on('message', (said: Said) => {
	if (said === 'tell') process.send?.(told());
	else if (said === 'forget') process.send?.(forget());
	else if (said === 'leave') process.send?.(leave());
	else void come(said).then(() => process.send?.('ready'));
});
process.on('disconnect', () => process.exit());

/** Each comes as soon as one before has found its place. */
async function come({ origin, guests, atOnce, comingBack, slow }: Order) {
	const door = guests.map((guest, n) => ({ ...guest, slow: n < slow })).values();
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (const guest of door) await join(origin, guest, { comingBack, after: undefined });
		}),
	);
}

type Manner = { comingBack: boolean; after: number | undefined };

async function join(origin: string, guest: Guest & { slow: boolean }, { comingBack, after }: Manner) {
	const { hostname, port, host } = new URL(origin);
	const { path, cookie, ask, slow } = guest;
	const socket = connect({ host: hostname, port: Number(port), noDelay: true });
	socket.write(
		[
			`GET ${path} HTTP/1.1`,
			`host: ${host}`,
			'connection: Upgrade',
			'upgrade: websocket',
			'sec-websocket-version: 13',
			`sec-websocket-key: ${randomBytes(16).toString('base64')}`,
			`origin: ${origin}`,
			...(cookie ? [`cookie: ${cookie}`] : []),
			'\r\n',
		].join('\r\n'),
	);
	const [answer] = (await once(socket, 'data')) as [Buffer];
	const end = answer.indexOf('\r\n\r\n');
	if (!answer.toString('latin1', 0, end).startsWith('HTTP/1.1 101'))
		throw new Error(`A watcher was not let in: ${answer.toString('latin1', 0, end)}`);

	await new Promise<void>((resolve, reject) => {
		const watcher: Watcher = {
			group: `${path} ${ask ?? ''}`,
			socket,
			rest: Buffer.alloc(0),
			places: [],
			known: after ?? 0,
			isLive: false,
			live: resolve,
			refused: reject,
		};
		watchers.add(watcher);
		socket.on('close', () => {
			watchers.delete(watcher);
			reject(new Error('A watcher was cut off.'));
			if (comingBack && watcher.isLive) void comeBack(origin, guest, watcher.known);
		});
		socket.on('error', reject);
		if (ask) socket.write(masked(0x1, Buffer.from(after === undefined ? ask : askAfter(ask, after))));
		else resolve();
		hear(watcher, answer.subarray(end + 4));
		if (slow) readSlowly(watcher);
		else socket.on('data', (data: Buffer) => hear(watcher, data));
	});
}

const askAfter = (ask: string, after: number) => JSON.stringify({ ...(JSON.parse(ask) as object), after });

/** After pauses that grow and differ, as `src/ui/live.ts` makes them. */
async function comeBack(origin: string, guest: Guest & { slow: boolean }, after: number) {
	for (let wait = 500; ; wait = Math.min(20_000, wait * 1.3)) {
		await pause(wait * (0.5 + Math.random()));
		const joined = join(origin, guest, { comingBack: true, after });
		if (await joined.then(() => true).catch(() => false)) return;
	}
}

/** A kilobyte a second, whatever waits. */
function readSlowly(watcher: Watcher) {
	const { socket } = watcher;
	socket.on('readable', () => {});
	const reading = setInterval(() => {
		const bytes = (socket.read(1_000) ?? socket.read()) as Buffer | null;
		if (bytes) hear(watcher, bytes);
	}, 1_000);
	socket.on('close', () => clearInterval(reading));
}

/** Whole frames, one after the other; what is left over waits for the rest. */
function hear(watcher: Watcher, data: Buffer) {
	let bytes = watcher.rest.length > 0 ? Buffer.concat([watcher.rest, data]) : data;
	for (;;) {
		const frame = frameIn(bytes);
		if (!frame) break;
		if (frame.opcode === 0x1) take(watcher, frame.payload);
		else if (frame.opcode === 0x9) watcher.socket.write(masked(0xa, frame.payload));
		else if (frame.opcode === 0x8) watcher.socket.end();
		bytes = bytes.subarray(frame.length);
	}
	watcher.rest = bytes;
}

function frameIn(bytes: Buffer) {
	if (bytes.length < 2) return undefined;
	const short = bytes[1]! & 0x7f;
	const head = short === 126 ? 4 : short === 127 ? 10 : 2;
	if (bytes.length < head) return undefined;
	const size =
		short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
	if (bytes.length < head + size) return undefined;
	return { opcode: bytes[0]! & 0x0f, payload: bytes.subarray(head, head + size), length: head + size };
}

/** What a client sends is masked; with zeros it stays as it is. */
function masked(opcode: number, payload: Buffer): Buffer {
	const head = payload.length < 126 ? 2 : 4;
	const frame = Buffer.alloc(head + 4 + payload.length);
	frame[0] = 0x80 | opcode;
	frame[1] = 0x80 | (head === 2 ? payload.length : 126);
	if (head === 4) frame.writeUInt16BE(payload.length, 2);
	payload.copy(frame, head + 4);
	return frame;
}

let lastRead: { bytes: Buffer; frame: Frame; lines: Line[] } | undefined;

function take(watcher: Watcher, payload: Buffer) {
	if (!lastRead?.bytes.equals(payload)) {
		const frame = JSON.parse(payload.toString('utf8')) as Frame;
		const lines = (frame.lines ?? []).map(({ place, body }) => ({
			place,
			sentAt: Number(body.split(' ')[0]),
		}));
		lastRead = { bytes: Buffer.from(payload), frame, lines };
	}
	const { frame, lines } = lastRead;
	if (frame.closed) watcher.refused(new Error('A watcher was put out.'));
	if (frame.to !== undefined) watcher.known = Math.max(watcher.known, frame.to);
	if (frame.change !== undefined) {
		watcher.known = Math.max(watcher.known, frame.change);
		watcher.isLive = true;
		watcher.live();
	}
	const now = performance.timeOrigin + performance.now();
	for (const { place, sentAt } of lines) {
		watcher.places.push(place);
		// What was said before the measurement, such as what a room is filled with, says no moment.
		if (sentAt > 0) latencies.record(Math.max(1, Math.round((now - sentAt) * 1000)));
	}
}

function told(): Told {
	const firstOf = new Map<string, string>();
	const counts = { deliveries: 0, doubled: 0, reordered: 0, otherwise: 0 };
	for (const { group, places } of watchers) {
		const heard = createHash('sha1').update(Uint32Array.from(places)).digest('hex');
		if (!firstOf.has(group)) firstOf.set(group, heard);
		counts.deliveries += places.length;
		counts.doubled += places.length - new Set(places).size;
		counts.reordered += places.filter((place, n) => n > 0 && place < places[n - 1]!).length;
		if (firstOf.get(group) !== heard) counts.otherwise++;
	}
	const at = (share: number) => (latencies.count > 0 ? latencies.percentile(share) / 1000 : 0);
	const live = watchers
		.values()
		.filter(({ isLive }) => isLive)
		.toArray().length;
	return { open: watchers.size, live, ...counts, p50: at(50), p95: at(95), p99: at(99), worst: at(100) };
}

function forget() {
	for (const watcher of watchers) watcher.places = [];
	latencies.reset();
	return 'forgotten';
}

function leave() {
	for (const { socket } of watchers) socket.destroy();
	watchers.clear();
	return 'left';
}
