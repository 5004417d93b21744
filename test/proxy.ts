import { createServer, request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * The least a proxy in front of several processes does: pages to those that have pages, `/live` to those that have
 * sockets, each in turn, and the next one when one does not answer.
 */
export async function openProxy({ pages, live }: { pages: readonly string[]; live: readonly string[] }) {
	let turn = 0;
	const inTurn = (ports: readonly string[]) => {
		const first = turn++;
		return ports.map((_, n) => ports[(first + n) % ports.length]!);
	};

	const server = createServer((asked, answer) => {
		const chunks: Buffer[] = [];
		asked.on('data', (chunk: Buffer) => chunks.push(chunk));
		asked.on('end', () => ask(inTurn(pages)));
		function ask([port, ...others]: string[]) {
			const { method, url: path, headers } = asked;
			const asking = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
				answer.writeHead(response.statusCode!, response.rawHeaders);
				response.pipe(answer);
				response.on('error', () => answer.destroy());
			});
			asking.on('error', (error: NodeJS.ErrnoException) => {
				// What may have been begun is not begun again by somebody who does not know what it was.
				if (error.code === 'ECONNREFUSED' && others.length > 0) ask(others);
				else if (answer.headersSent) answer.destroy();
				else answer.writeHead(502).end();
			});
			asking.end(Buffer.concat(chunks));
		}
	});
	const sockets = new Set<Duplex>();
	server.on('upgrade', (asked, socket, head) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		let ended = false;
		socket.on('error', () => {});
		socket.on('close', () => (ended = true));
		pass(inTurn(live));
		function pass([port, ...others]: string[]) {
			const behind = connect(Number(port), '127.0.0.1', () => {
				const lines = asked.rawHeaders.flatMap((name, n, all) =>
					n % 2 === 0 ? [`${name}: ${all[n + 1]}`] : [],
				);
				behind.write([`GET ${asked.url} HTTP/1.1`, ...lines, '\r\n'].join('\r\n'));
				behind.write(head);
				behind.pipe(socket).pipe(behind);
				behind.on('close', () => socket.destroy());
				socket.on('close', () => behind.destroy());
			});
			behind.on('error', (error: NodeJS.ErrnoException) => {
				if (error.code === 'ECONNREFUSED' && others.length > 0 && !ended) pass(others);
				else socket.destroy();
			});
		}
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		/** As when somebody drives into a tunnel. */
		cut() {
			for (const socket of sockets) socket.destroy();
		},
		close() {
			for (const socket of sockets) socket.destroy();
			server.closeAllConnections();
			server.close();
		},
	};
}
