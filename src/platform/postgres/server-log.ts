import { appendFileSync, renameSync, statSync } from 'node:fs';

const LARGEST = 1_000_000; // bytes; one older file of the same size is kept
const REMEMBERED = 20; // lines

/** What the server says: the last lines in memory, the rest in a file that is replaced before it grows large. */
export interface ServerLog {
	take(text: string): void;
	lastLines(): string;
}

export function openServerLog(file: string): ServerLog {
	let lines: string[] = [];
	return {
		take(text) {
			lines = [...lines, ...text.split('\n').filter(Boolean)].slice(-REMEMBERED);
			append(file, text);
		},
		lastLines: () => lines.join('\n'),
	};
}

/** A log that cannot be written (a full disk) must not stop what it reports on. */
function append(file: string, text: string) {
	try {
		appendFileSync(file, text, { mode: 0o600 });
		if (statSync(file).size > LARGEST) renameSync(file, `${file}.1`);
	} catch {
		// The last lines stay in memory, and go with the error if the server does not start.
	}
}
