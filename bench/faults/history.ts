/** What somebody does in a conversation. */
export type Deed =
	| { do: 'say'; clientId: string; body: string }
	| { do: 'edit'; place: number; body: string }
	| { do: 'take back'; place: number };

/**
 * One line of a history, after Jepsen: a process sets out to do something (`invoke`), and learns that it was done (`ok`),
 * that it was not (`fail`), or nothing at all (`info`: it may have been done or not). A process does one thing after
 * another; what has no answer is tried again until it has one.
 */
export interface Entry {
	/** Milliseconds since the run began. */
	at: number;
	type: 'invoke' | 'ok' | 'fail' | 'info';
	/** Who, in which conversation. */
	process: string;
	conversation: string;
	deed: Deed;
	/** Where it stands, for what was said. */
	place?: number;
}

export class History {
	readonly entries: Entry[] = [];
	readonly #begun = performance.now();

	note(entry: Omit<Entry, 'at'>) {
		this.entries.push({ at: performance.now() - this.#begun, ...entry });
	}
}

/** A message as somebody sees it in the end. */
export interface Seen {
	state: string;
	body: string;
}

/** Everything one client heard of one conversation. */
export interface Heard {
	client: string;
	conversation: string;
	/** The numbers of the changes, in the order in which they were told. */
	changes: readonly number[];
	/** What it shows in the end, by place. */
	shows: ReadonlyMap<number, Seen>;
}

/** What is kept of one conversation in the end, as a reader who begins now would see it. */
export interface Kept {
	conversation: string;
	messages: readonly (Seen & { place: number; clientId: string })[];
}
