/**
 * What comes over the wire: everything that changed after `from` up to `to`, how far one has come, that somebody is
 * writing, or that one may no longer watch.
 */
type Frame<Line> = { topic: string } & (
	{ lines: Line[]; from: number; to: number } | { change: number } | { writing: Writing } | { closed: true }
);

/** Somebody who is about to say something, as others here know them. */
export interface Writing {
	id: string;
	name: string;
}

export interface Listening<Line> {
	lines(lines: Line[]): void;
	connected(yes: boolean): void;
	/** Told only to those who want to know. */
	writing?(who: Writing): void;
	/** No longer admitted; `signedOut` when the session itself has ended, on this page or on another. */
	closed(how: { signedOut: boolean }): void;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 20_000;

/** How much longer each pause is than the one before: coming back takes at most about a third of the time away. */
const LONGER = 1.3;

/** Milliseconds until it is asked again for what did not come. */
const PATIENCE = 3000;
/** The same, on coming back: where everybody does at once, the answer takes its time, and asking again makes it longer. */
const PATIENCE_AT_FIRST = 15_000;

/**
 * Hears what changes in one topic after a change already known. When the connection is lost it comes back by itself,
 * after longer and longer pauses that differ from tab to tab, and asks for everything it missed. Answers with what may be
 * told there: that this reader is writing.
 */
export function listen<Line extends { change: number }>(topic: string, after: number, to: Listening<Line>) {
	let known = after;
	/** The last change there is, as far as anything has said so. */
	let heardOf = after;
	let pause = FIRST_PAUSE;
	let ended = false;
	let asked: ReturnType<typeof setTimeout> | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let socket: WebSocket | undefined;
	open();
	addEventListener('online', () => {
		// The old socket may not know yet that it is dead.
		clearTimeout(timer);
		pause = FIRST_PAUSE;
		const old = socket;
		socket = undefined;
		old?.close();
		open();
	});

	return {
		writing() {
			if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ writing: topic }));
		},
	};

	function open() {
		if (ended || (socket && socket.readyState < WebSocket.CLOSING)) return;
		const address = new URL('/live', location.href);
		address.protocol = address.protocol.replace('http', 'ws');
		const opened = new WebSocket(address);
		socket = opened;
		opened.addEventListener('open', () => {
			nothingIsMissing();
			ask(PATIENCE_AT_FIRST);
		});
		opened.addEventListener('message', ({ data }) => hear(JSON.parse(data as string) as Frame<Line>));
		opened.addEventListener('close', (event) => {
			if (socket === opened) lost(event);
		});
	}

	function hear(frame: Frame<Line>) {
		pause = FIRST_PAUSE;
		if ('closed' in frame) {
			ended = true;
			socket!.close();
			return to.closed({ signedOut: false });
		}
		if ('writing' in frame) return to.writing?.(frame.writing);
		heardOf = Math.max(heardOf, 'lines' in frame ? frame.to : frame.change);
		if ('lines' in frame && frame.from <= known) {
			const fresh = frame.lines.filter((line) => line.change > known);
			known = Math.max(known, frame.to);
			if (fresh.length > 0) to.lines(fresh);
		}
		// What came may be the answer to an older question, or come twice: there may still be more than that.
		if (heardOf > known) return somethingIsMissing();
		nothingIsMissing();
		if (!('lines' in frame)) to.connected(true);
	}

	/** It did not come, or not in its turn. */
	function somethingIsMissing() {
		if (!asked) ask(PATIENCE);
	}

	/** From what is known on, everything is asked for, and once more each time that it has not come after a while. */
	function ask(patience: number) {
		socket?.send(JSON.stringify({ watch: topic, after: known }));
		asked = setTimeout(() => {
			asked = undefined;
			if (socket?.readyState === WebSocket.OPEN) ask(patience);
		}, patience);
	}

	function nothingIsMissing() {
		clearTimeout(asked);
		asked = undefined;
	}

	function lost({ code }: CloseEvent) {
		nothingIsMissing();
		// A page that is being left ends its own session; whatever it did about that would call off the leaving.
		if (ended || 'left' in document.documentElement.dataset) return;
		if (code === 4401) {
			ended = true;
			return to.closed({ signedOut: true });
		}
		to.connected(false);
		timer = setTimeout(open, pause * (0.5 + Math.random()));
		pause = Math.min(LONGEST_PAUSE, pause * LONGER);
	}
}
