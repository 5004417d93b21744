import type { MessageLine } from '#features/conversations/message.ts';
import type { Place } from '../../test/settle.ts';
import type { Heard, Seen } from './history.ts';
import { listenAs } from './page-live.ts';

/** Somebody’s page, listening with the script that pages bring, however often its connection is lost. */
export class Listener implements Heard {
	readonly client: string;
	readonly conversation: string;
	readonly changes: number[] = [];
	readonly shows = new Map<number, Seen>();
	readonly #browser: { origin: string; cookie: string };
	#page: ReturnType<typeof listenAs> | undefined;
	closed = false;

	constructor(client: string, circle: Place, browser: { origin: string; cookie: string }) {
		this.client = client;
		this.conversation = circle.id;
		this.#browser = browser;
		this.begin();
	}

	/** Opens the page, knowing what it knew when it was shut. */
	begin() {
		this.#page = listenAs({ ...this.#browser }, `circle:${this.conversation}`, this.changes.at(-1) ?? 0, {
			lines: (lines) => this.#hear(lines as unknown as MessageLine[]),
			connected: () => {},
			closed: () => (this.closed = true),
		});
	}

	shut() {
		this.#page?.shut();
		this.closed = false;
	}

	#hear(lines: readonly MessageLine[]) {
		for (const { change, place, state, body } of lines) {
			this.changes.push(change);
			this.shows.set(place, { state, body });
		}
	}
}
