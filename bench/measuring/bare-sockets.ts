import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { WebSocketServer } from 'ws';

/**
 * The least a chat can do: what is posted goes to every socket, from memory; or, told where there is a database, after it
 * has been committed there. No rule, no session, no seal, no order and no way to come back. Started by `bench/live.ts`.
 */
const whereabouts = process.env.BARE_DATABASE;
const pool = whereabouts
	? new Pool(JSON.parse(whereabouts) as ConstructorParameters<typeof Pool>[0])
	: undefined;
await pool?.query(
	'create table if not exists bare_message (place int generated always as identity primary key, body text)',
);

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
let place = 0;
const server = createServer((request, response) => {
	let body = '';
	request.on('data', (chunk) => (body += chunk));
	request.on('end', () => void take(body).then((kept) => response.end(String(kept))));
});

async function take(body: string): Promise<number> {
	const kept = pool ? await keep(pool, body) : ++place;
	const words = Buffer.from(JSON.stringify({ lines: [{ place: kept, change: kept, body }] }));
	for (const socket of sockets.clients) socket.send(words, { binary: false });
	return kept;
}

async function keep(database: Pool, body: string): Promise<number> {
	const name = 'keep';
	const text = 'insert into bare_message (body) values ($1) returning place';
	const { rows } = await database.query<{ place: number }>({ name, text, values: [body] });
	return rows[0]!.place;
}

server.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head, () => {}));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit());
