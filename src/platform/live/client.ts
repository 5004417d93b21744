import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { PersonId } from '../ids.ts';
import type { Place } from './places.ts';

/** Who holds a socket: a person’s session or token, or nobody. Asked when it opens, and again when told to. */
export interface Holder {
	viewer: PersonId;
	/** When that ends by itself, unless its pages keep it going. */
	until: Date;
	/** The kinds of topics it may watch, by their prefix; every kind unless told. */
	topics?: readonly string[];
	/** Whether they are told who is writing, and others that they are. */
	hints?: boolean;
}

/** One socket. Thousands of them say nothing for hours, so it keeps little: no request, no header, no cookie. */
export interface Client {
	ws: WebSocket;
	/** The connection under it, for frames that are made once for all. */
	socket: Duplex;
	/** What its session or token is found by; undefined without one. */
	session: string | undefined;
	holder: Holder | null;
	watching: Map<string, Place>;
	/** What it asked for is answered one after another. */
	turn: Promise<void>;
	waiting: number;
	/** Frames it may still say, as of `countedAt` in milliseconds. */
	allowance: number;
	countedAt: number;
	mistakes: number;
	/** Whether it has answered since it was last asked. */
	alive: boolean;
	/** In which second of the round it is asked. */
	askedIn: number;
}

/** Bytes waiting for a client that reads too slowly; beyond them it is dropped, and resumes by itself. */
const SLOW = 1_000_000;

/** How many frames a client may say at once, and how many more with each second. A page says one or two when it opens. */
const FRAMES_AT_ONCE = 40;
const FRAMES_A_SECOND = 4;

export const newClient = (
	from: Pick<Client, 'ws' | 'socket' | 'session' | 'holder' | 'askedIn' | 'countedAt'>,
): Client => ({
	...from,
	watching: new Map(),
	turn: Promise.resolve(),
	waiting: 0,
	allowance: FRAMES_AT_ONCE,
	mistakes: 0,
	alive: true,
});

/**
 * Gives a client a frame, made once for many. Written past `ws`, which itself writes each of its frames whole, so that the
 * two never mix. False when it reads so slowly that it was dropped.
 */
export function send({ ws, socket }: Client, frame: Buffer, sent?: () => void): boolean {
	if (ws.readyState !== WebSocket.OPEN || !socket.writable) {
		sent?.();
		return true;
	}
	if (socket.writableLength > SLOW) {
		ws.terminate();
		sent?.();
		return false;
	}
	socket.write(frame, sent);
	return true;
}

/** Counts one more frame, and says whether that was one too many. */
export function isTooFast(client: Client, now: number): boolean {
	const earned = ((now - client.countedAt) / 1000) * FRAMES_A_SECOND;
	client.allowance = Math.min(FRAMES_AT_ONCE, client.allowance + earned);
	client.countedAt = now;
	if (client.allowance < 1) return true;
	client.allowance--;
	return false;
}
