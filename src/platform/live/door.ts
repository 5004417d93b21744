import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { rightNow } from '../time.ts';
import { newClient, type Client, type Holder } from './client.ts';
import { LONGEST_FRAME } from './frames.ts';

/** What says who opens a socket: the headers of its request. A program sends a token, and no cookie. */
export interface Credentials {
	cookie?: string | undefined;
	authorization?: string | undefined;
}

/** Who may open a socket here, and as whom. */
export interface Doorkeeper {
	/** What the session or token among these is found by: something that opens nothing by itself. */
	sessionIn(credentials: Credentials): string | undefined;
	/** Who holds this session or token now; null when it has ended. */
	holderOf(session: string, now: Date): Promise<Holder | null>;
	/** Whether a page from this origin may open a socket to this host. */
	sameOrigin(origin: string | undefined, host: string | undefined): boolean;
}

/** As many tabs as anybody keeps open, and more than that nobody needs. */
const SOCKETS_A_SESSION = 30;
/** Nothing is live for somebody who has not signed in; they are told so, and need no socket for long. */
const SOCKETS_OF_STRANGERS = 200;

/** How a client is turned away before there is a socket. */
const turnedAway = {
	'401 Unauthorized': 'a token that there is not, or that has ended',
	'403 Forbidden': 'another site’s page, or another address',
	'429 Too Many Requests': 'too many sockets of one session, or of strangers',
	'503 Service Unavailable': 'the database does not answer',
} as const;

/**
 * Lets in whoever comes from a page of ours, as whoever their session says. Nothing of the request is kept but what the
 * session is found by.
 */
export function openDoor(
	{ sessionIn, sameOrigin }: Doorkeeper,
	whoHolds: (session: string | undefined) => Promise<Holder | null>,
	enter: (client: Client) => void,
) {
	const server = new WebSocketServer({
		noServer: true,
		clientTracking: false,
		perMessageDeflate: false,
		maxPayload: LONGEST_FRAME,
		maxFragments: 16,
		maxBufferedChunks: 256,
	});
	/** How many sockets each session has; strangers are counted together. */
	const sockets = new Map<string, number>();
	let entered = 0;
	let refused = 0;

	async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
		socket.on('error', destroy);
		const { origin, host, cookie, authorization } = request.headers;
		// No page can send this header with a socket, so whoever does is a program, wherever it runs.
		const isProgram = authorization !== undefined;
		if (request.url !== '/live' || !(isProgram || sameOrigin(origin, host)))
			return turnAway(socket, '403 Forbidden');

		const session = sessionIn(isProgram ? { authorization } : { cookie });
		const key = session ?? '';
		const most = session === undefined ? SOCKETS_OF_STRANGERS : SOCKETS_A_SESSION;
		const here = sockets.get(key) ?? 0;
		if (here >= most) return turnAway(socket, '429 Too Many Requests');
		sockets.set(key, here + 1);
		socket.once('close', () => {
			const left = sockets.get(key)! - 1;
			if (left > 0) sockets.set(key, left);
			else sockets.delete(key);
		});

		const holder = await whoHolds(session).catch(() => undefined);
		if (holder === undefined) return turnAway(socket, '503 Service Unavailable');
		if (holder === null && isProgram) return turnAway(socket, '401 Unauthorized');
		server.handleUpgrade(request, socket, head, (ws) => {
			const [askedIn, countedAt] = [entered++, rightNow().getTime()];
			enter(newClient({ ws, socket, session, holder, askedIn, countedAt }));
		});
	}

	function turnAway(socket: Duplex, because: keyof typeof turnedAway) {
		refused++;
		socket.end(`HTTP/1.1 ${because}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
	}

	return { upgrade, refused: () => refused };
}

function destroy(this: Duplex) {
	this.destroy();
}
