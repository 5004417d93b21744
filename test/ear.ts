import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** What a socket is told. */
export interface Heard<Line> {
	topic: string;
	lines?: Line[];
	/** After which change these lines begin, and with which they end. */
	from?: number;
	to?: number;
	change?: number;
	closed?: true;
	writing?: { id: string; name: string };
}

/** One socket, and everything it was told so far. It asks for nothing by itself. */
export class Ear<Line extends { change: number } = { change: number }> {
	readonly ws: WebSocket;
	readonly frames: Heard<Line>[] = [];
	/** The code it was closed with. */
	ended: number | undefined;

	private constructor(ws: WebSocket) {
		this.ws = ws;
		ws.on('message', (data) => this.frames.push(JSON.parse(String(data)) as Heard<Line>));
		ws.on('close', (code) => (this.ended = code));
		ws.on('error', () => {}); // told by `close`, or by whoever waits for it to open
	}

	/** Opens a socket as a page of this origin does; throws when it is not let in, with the status as message. */
	static async open<Line extends { change: number }>(
		origin: string,
		{
			cookie = '',
			from = origin,
			authorization = '',
		}: { cookie?: string; from?: string; authorization?: string } = {},
	): Promise<Ear<Line>> {
		const ws = new WebSocket(`${origin.replace('http', 'ws')}/live`, {
			headers: { origin: from, ...(cookie && { cookie }), ...(authorization && { authorization }) },
		});
		const ear = new Ear<Line>(ws);
		await new Promise<void>((open, fail) => {
			ws.once('open', open);
			ws.once('unexpected-response', (_, { statusCode }) => fail(new Error(String(statusCode))));
			ws.once('error', fail);
		});
		return ear;
	}

	say(frame: unknown) {
		this.ws.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
	}

	/** Asks for a topic, and waits until it is live there or is refused. */
	async watch(topic: string, after?: number): Promise<'live' | 'refused'> {
		const from = this.frames.length;
		this.say({ watch: topic, after });
		const answer = await this.until(() =>
			this.frames.slice(from).find((frame) => frame.topic === topic && !frame.lines && !frame.writing),
		);
		return answer.closed ? 'refused' : 'live';
	}

	get lines(): Line[] {
		return this.frames.flatMap(({ lines }) => lines ?? []);
	}

	get changes(): number[] {
		return this.lines.map(({ change }) => change);
	}

	/** Who was said to be writing, by name. */
	get writing(): string[] {
		return this.frames.flatMap(({ writing }) => writing?.name ?? []);
	}

	/** Whether it was told that this topic is closed to it. */
	isPutOut(topic: string): boolean {
		return this.frames.some((frame) => frame.topic === topic && frame.closed);
	}

	/** Waits for something that will come; throws when it has not come for very long. */
	async until<Found>(look: () => Found | undefined | false | null): Promise<Found> {
		for (const patience = performance.now() + 20_000; performance.now() < patience; await pause(5)) {
			const found = look();
			if (found) return found;
		}
		throw new Error(`It never came. Heard so far: ${JSON.stringify(this.frames).slice(0, 2_000)}`);
	}

	async close() {
		if (this.ws.readyState === WebSocket.CLOSED) return;
		const ended = once(this.ws, 'close');
		this.ws.terminate();
		await ended;
	}
}
