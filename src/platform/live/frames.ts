import type { Change, Writer } from '../topic.ts';

/**
 * What a client may say: which place it watches, and after which change; that it leaves; or that its person is writing
 * there. See docs/live.md.
 */
export type Asked = { watch: string; after: number | undefined } | { leave: string } | { writing: string };

/** No client has reason to say more at once, in bytes. */
export const LONGEST_FRAME = 4096;

/** Undefined for whatever is not one of the three. */
export function readFrame(data: Buffer): Asked | undefined {
	let said: unknown;
	try {
		said = JSON.parse(data.toString('utf8'));
	} catch {
		return undefined;
	}
	if (typeof said !== 'object' || said === null) return undefined;
	if ('leave' in said && typeof said.leave === 'string') return { leave: said.leave };
	if ('writing' in said && typeof said.writing === 'string') return { writing: said.writing };
	if (!('watch' in said) || typeof said.watch !== 'string') return undefined;
	const after = 'after' in said ? said.after : undefined;
	if (after !== undefined && !(Number.isSafeInteger(after) && (after as number) >= 0)) return undefined;
	return { watch: said.watch, after: after as number | undefined };
}

/** What changed after `from`, up to and with `to`; lines that are not for this viewer are left out. */
export const linesFrame = (topic: string, from: number, lines: readonly Change[], to: number) =>
	textFrame({ topic, from, to, lines });

/** The client has everything up to this change, and is told what comes as it comes. */
export const liveFrame = (topic: string, change: number) => textFrame({ topic, change });

/** The client may not watch this, or no longer. */
export const closedFrame = (topic: string) => textFrame({ topic, closed: true });

/** Somebody is about to say something. */
export const writingFrame = (topic: string, writing: Writer['author']) => textFrame({ topic, writing });

/** Asks whether somebody is still there (RFC 6455, 5.5.2). */
export const pingFrame = Buffer.of(0x89, 0);

/**
 * One whole text message as it goes over the wire, unmasked as a server’s are (RFC 6455, 5.2). Made once for however many
 * sockets: giving the same bytes to each costs less than half of making them for each.
 */
function textFrame(what: object): Buffer {
	const words = JSON.stringify(what);
	const size = Buffer.byteLength(words);
	const head = size < 126 ? 2 : size < 2 ** 16 ? 4 : 10;
	const frame = Buffer.allocUnsafe(head + size);
	frame[0] = 0x81;
	if (head === 2) frame[1] = size;
	else if (head === 4) frame.writeUInt16BE(size, 2);
	else frame.writeBigUInt64BE(BigInt(size), 2);
	if (head > 2) frame[1] = head === 4 ? 126 : 127;
	frame.write(words, head, 'utf8');
	return frame;
}
