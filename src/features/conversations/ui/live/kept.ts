/** What one is about to say, as the form names it. */
export interface Words {
	body: string;
	contentNote: string;
	replyTo: string;
	clientId: string;
	/** `yes` once it was asked about on this device; words kept by an earlier version say nothing. */
	sure?: string;
}

/** Words on their way: when they were sent off, in milliseconds since 1970. */
export interface Waiting extends Words {
	at: number;
}

/**
 * Keeps what was typed on this device until it has arrived: through a page that is closed, a telephone that dies, a
 * server that is away. On a shared device it is kept for this tab alone. Quick exit and signing out empty it.
 */
export function keptWords(storage: Storage | undefined, topic: string, me: string) {
	const draft = `draft ${topic} ${me}`;
	const waiting = `waiting ${topic} ${me} `;

	function read(name: string): unknown {
		try {
			return JSON.parse(storage?.getItem(name) ?? 'null');
		} catch {
			return undefined;
		}
	}

	function write(name: string, kept: unknown) {
		try {
			if (kept === undefined) storage?.removeItem(name);
			else storage?.setItem(name, JSON.stringify(kept));
		} catch {
			// Full, or not allowed: what is on the screen stays on the screen.
		}
	}

	return {
		draft: () => read(draft) as Words | null | undefined,
		keepDraft: (words: Words | undefined) =>
			write(draft, words?.body || words?.contentNote ? words : undefined),
		/** Each under a name of its own, so that two tabs do not write over each other. */
		keepWaiting: (words: Waiting) => write(waiting + words.clientId, words),
		arrived: ({ clientId }: Words) => write(waiting + clientId, undefined),
		waiting(): Waiting[] {
			const names = Object.keys(storage ?? {}).filter((name) => name.startsWith(waiting));
			return names
				.map((name) => read(name) as Waiting | null | undefined)
				.filter((words) => words !== null && words !== undefined)
				.sort((a, b) => a.at - b.at);
		},
	};
}
