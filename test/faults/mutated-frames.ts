import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { randomFrom } from '../random.ts';

export interface Mangling {
	seed: number;
	frames: number;
	/** `circle:ID`, which the well-formed half of them is about. */
	topic: string;
	/** Who comes: somebody with a session, or a stranger (empty). */
	cookies: readonly string[];
	/** Connections at the same time. */
	atOnce: number;
}

export interface Mangled {
	sent: number;
	connections: number;
	/** How often the server said goodbye with which code; 0 when it only hung up. */
	goodbyes: Map<number, number>;
}

const A_CONNECTION = 25;

/**
 * Says to a server’s sockets what no page says: half a question, numbers that are none, bytes that are no text, frames
 * that are too long, of no kind, or cut off. Each connection says some of them in one breath, the worst last.
 */
export async function mangle(
	origin: string,
	{ seed, frames, topic, cookies, atOnce }: Mangling,
): Promise<Mangled> {
	const random = randomFrom(seed);
	const found: Mangled = { sent: 0, connections: 0, goodbyes: new Map() };
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			while (found.sent < frames) {
				const many = Math.min(A_CONNECTION, frames - found.sent);
				found.sent += many;
				const cookie = cookies[found.connections++ % cookies.length]!;
				const code = await sayAll(origin, cookie, breath(random, topic, many));
				found.goodbyes.set(code, (found.goodbyes.get(code) ?? 0) + 1);
			}
		}),
	);
	return found;
}

function breath(random: () => number, topic: string, many: number): Buffer {
	const frames = Array.from({ length: many - 1 }, () =>
		framed(0x1 + Number(random() < 0.2), words(random, topic)),
	);
	return Buffer.concat([...frames, broken(random, topic)]);
}

const pieces = (topic: string) => [
	`{"watch":"${topic}"`,
	`,"after":0}`,
	',"after":-1}',
	',"after":1e400}',
	'{"leave":"',
	'{"writing":"',
	topic,
	'"}',
	'null',
	'[',
	'{"watch":{"toString":1}}',
	'{"__proto__":{"watch":"x"}}',
	'\u0000',
	'\u{1f4a3}',
];

function words(random: () => number, topic: string): Buffer {
	const all = pieces(topic);
	const text = Array.from(
		{ length: 1 + Math.floor(random() * 6) },
		() => all[Math.floor(random() * all.length)]!,
	).join('');
	const bytes = Buffer.from(text);
	if (random() < 0.3) for (let n = 0; n < 3; n++) bytes[place(random, bytes)] = Math.floor(random() * 256);
	return bytes;
}

const place = (random: () => number, bytes: Buffer) => Math.floor(random() * bytes.length);

/** A frame with bytes changed anywhere, its head most often; or one that is too long; or one that is cut off. */
function broken(random: () => number, topic: string): Buffer {
	const frame = framed(0x1, random() < 0.1 ? Buffer.alloc(5_000, 'x') : words(random, topic));
	const changed = 1 + Math.floor(random() * 3);
	for (let n = 0; n < changed; n++)
		frame[random() < 0.8 ? Math.floor(random() * 6) : place(random, frame)] = Math.floor(random() * 256);
	return random() < 0.2 ? frame.subarray(0, place(random, frame)) : frame;
}

/** As a client writes it (RFC 6455, 5.2), masked. */
function framed(opcode: number, payload: Buffer): Buffer {
	const head = payload.length < 126 ? 2 : 4;
	const frame = Buffer.alloc(head + 4 + payload.length);
	frame[0] = 0x80 | opcode;
	frame[1] = 0x80 | (head === 2 ? payload.length : 126);
	if (head === 4) frame.writeUInt16BE(payload.length, 2);
	const mask = randomBytes(4);
	mask.copy(frame, head);
	payload.forEach((byte, n) => (frame[head + 4 + n] = byte ^ mask[n % 4]!));
	return frame;
}

/** Says it all, and waits for the goodbye. Whoever gets none within two seconds hangs up by itself. */
function sayAll(origin: string, cookie: string, bytes: Buffer): Promise<number> {
	const { hostname, port, host } = new URL(origin);
	return new Promise((resolve, reject) => {
		const socket = connect({ host: hostname, port: Number(port), noDelay: true });
		let heard = Buffer.alloc(0);
		let open = false;
		const giveUp = setTimeout(() => socket.destroy(), 2_000);
		socket.on('connect', () => socket.write(knock(host, origin, cookie)));
		socket.on('data', (data: Buffer) => {
			heard = Buffer.concat([heard, data]);
			const end = heard.indexOf('\r\n\r\n');
			if (open || end < 0) return;
			open = true;
			if (!heard.toString('latin1', 0, end).startsWith('HTTP/1.1 101'))
				reject(new Error(heard.toString('latin1', 0, end)));
			heard = heard.subarray(end + 4);
			socket.write(bytes);
		});
		socket.on('error', () => {}); // told by `close`
		socket.on('close', () => {
			clearTimeout(giveUp);
			if (open) resolve(goodbyeIn(heard));
			else reject(new Error('Nobody opened.'));
		});
		socket.on('end', () => hangUp(socket));
	});
}

const hangUp = (socket: Socket) => void socket.end();

const knock = (host: string, origin: string, cookie: string) =>
	[
		'GET /live HTTP/1.1',
		`host: ${host}`,
		'connection: Upgrade',
		'upgrade: websocket',
		'sec-websocket-version: 13',
		`sec-websocket-key: ${randomBytes(16).toString('base64')}`,
		`origin: ${origin}`,
		...(cookie ? [`cookie: ${cookie}`] : []),
		'\r\n',
	].join('\r\n');

/** The code of the closing frame, which is the last; 0 for none. */
function goodbyeIn(bytes: Buffer): number {
	for (let at = 0; at + 2 <= bytes.length;) {
		const short = bytes[at + 1]! & 0x7f;
		const head = short === 126 ? 4 : 2;
		const size = short === 126 ? bytes.readUInt16BE(at + 2) : short;
		if ((bytes[at]! & 0x0f) === 0x8) return size >= 2 ? bytes.readUInt16BE(at + head) : 0;
		at += head + size;
	}
	return 0;
}
