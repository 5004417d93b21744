import { WebSocket } from 'ws';

/**
 * A crowd of sockets in a process of its own, started by `bench/live.ts`: it hears everything, and tells at the end what
 * each heard and when. The body of each message says when it was sent, on the clock that both processes share.
 */
export interface Order {
	address: string;
	origin: string;
	/** A cookie for each socket. */
	cookies: string[];
	/** What to ask for first; a bare server sends without being asked. */
	ask: string | undefined;
}

export interface Told {
	deliveries: number;
	doubled: number;
	/** Sockets that heard another order than the first one. */
	disordered: number;
	/** The fewest that one socket heard. */
	fewest: number;
	/** From sending to hearing, in milliseconds. */
	latencies: number[];
}

interface Frame {
	lines?: { place: number; body: string }[];
	change?: number;
	closed?: boolean;
}

const heard: number[][] = [];
const latencies: number[] = [];

process.on('message', (said: Order | 'tell') => {
	if (said === 'tell') process.send?.(told());
	else void come(said).then(() => process.send?.('ready'));
});
process.on('disconnect', () => process.exit());

async function come({ address, origin, cookies, ask }: Order) {
	// A few at a time, as doors are.
	for (let from = 0; from < cookies.length; from += 25)
		await Promise.all(cookies.slice(from, from + 25).map((cookie) => join(address, origin, cookie, ask)));
}

function join(address: string, origin: string, cookie: string, ask: string | undefined) {
	const places: number[] = [];
	heard.push(places);
	return new Promise<void>((resolve, reject) => {
		const socket = new WebSocket(address, { headers: { origin, ...(cookie && { cookie }) } });
		socket.on('error', reject);
		socket.on('open', () => (ask ? socket.send(ask) : resolve()));
		socket.on('message', (data) => {
			const now = performance.timeOrigin + performance.now();
			const frame = JSON.parse(String(data)) as Frame;
			if (frame.closed) reject(new Error('A watcher was not let in.'));
			if (frame.change !== undefined) resolve();
			for (const { place, body } of frame.lines ?? []) {
				places.push(place);
				latencies.push(now - Number(body.split(' ')[0]));
			}
		});
	});
}

function told(): Told {
	const first = heard[0]?.join() ?? '';
	return {
		deliveries: heard.reduce((sum, places) => sum + places.length, 0),
		doubled: heard.reduce((sum, places) => sum + places.length - new Set(places).size, 0),
		disordered: heard.filter((places) => places.join() !== first).length,
		fewest: Math.min(...heard.map((places) => places.length)),
		latencies,
	};
}
