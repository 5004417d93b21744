import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/** What becomes of each frame, both ways. Shares of one; a delay up to so many milliseconds. */
export interface Weather {
	dropped: number;
	doubled: number;
	delay: number;
	random: () => number;
}

/**
 * A network between a client and the sockets of a server that loses, repeats and reorders frames, as no TCP would but a
 * proxy, a client’s queue or a bug may. Returns its origin, and how to shut it.
 */
export async function badNetwork(origin: string, weather: Weather) {
	const { dropped, doubled, delay, random } = weather;
	const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
	const server = createServer();
	const timers = new Set<ReturnType<typeof setTimeout>>();

	server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) =>
		sockets.handleUpgrade(request, socket, head, (near) => join(near, request)),
	);
	server.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;

	function join(near: WebSocket, { url, headers }: IncomingMessage) {
		const far = new WebSocket(origin.replace('http', 'ws') + url, {
			headers: { origin: headers.origin!, host: headers.host!, cookie: headers.cookie ?? '' },
		});
		const early: string[] = [];
		near.on('message', (data) => {
			if (far.readyState === WebSocket.CONNECTING) early.push(String(data));
			else pass(String(data), far);
		});
		far.on('open', () => early.forEach((data) => pass(data, far)));
		far.on('message', (data) => pass(String(data), near));
		for (const [one, other] of [
			[near, far],
			[far, near],
		] as const) {
			one.on('close', (code) => other.close(code >= 4000 || code === 1013 ? code : 1001));
			one.on('error', () => other.terminate());
		}
	}

	function pass(data: string, to: WebSocket) {
		if (random() < dropped) return;
		for (let copies = random() < doubled ? 2 : 1; copies > 0; copies--) {
			const timer = setTimeout(() => {
				timers.delete(timer);
				if (to.readyState === WebSocket.OPEN) to.send(data);
			}, random() * delay);
			timers.add(timer);
		}
	}

	return {
		origin: `http://127.0.0.1:${port}`,
		async shut() {
			for (const timer of timers) clearTimeout(timer);
			for (const socket of sockets.clients) socket.terminate();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
