import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { WebSocketServer, type WebSocket } from 'ws';

/**
 * The least a chat can do: what is posted to a path goes to every socket opened there, from memory; or, told where there
 * is a database, after it has been committed. No rule, no session, no seal, no order and no way to come back. Started by
 * `bench/live.ts`.
 */
const whereabouts = process.env.BARE_DATABASE;
const pool = whereabouts
	? new Pool(JSON.parse(whereabouts) as ConstructorParameters<typeof Pool>[0])
	: undefined;
await pool?.query(
	'create table if not exists bare_message (place int generated always as identity primary key, room text, body text)',
);

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false });
const rooms = new Map<string, Set<WebSocket>>();
let place = 0;
const server = createServer((request, response) => {
	let body = '';
	request.on('data', (chunk) => (body += chunk));
	request.on('end', () => void take(request.url!, body).then((kept) => response.end(String(kept))));
});

async function take(room: string, body: string): Promise<number> {
	const kept = pool ? await keep(pool, room, body) : ++place;
	const words = Buffer.from(JSON.stringify({ lines: [{ place: kept, change: kept, body }] }));
	for (const socket of rooms.get(room) ?? []) socket.send(words, { binary: false });
	return kept;
}

async function keep(database: Pool, room: string, body: string): Promise<number> {
	const name = 'keep';
	const text = 'insert into bare_message (room, body) values ($1, $2) returning place';
	const { rows } = await database.query<{ place: number }>({ name, text, values: [room, body] });
	return rows[0]!.place;
}

server.on('upgrade', (request, socket, head) => {
	const room = request.url!;
	sockets.handleUpgrade(request, socket, head, (opened) => {
		const here = rooms.get(room) ?? new Set();
		rooms.set(room, here.add(opened));
		opened.on('message', () => {});
		opened.on('close', () => here.delete(opened));
	});
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit());
