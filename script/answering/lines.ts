import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A line longer than this is no message; a stream without line ends must not fill the memory. */
const LONGEST_LINE = 4_000_000;

/**
 * Answers every line of JSON with one, in the same order, holding no more than a line at a time. A line that cannot be
 * read is said on the error stream and answered as an empty one, with its id where it has one.
 */
export async function answerLines(answer: (text: string) => Record<string, unknown>): Promise<void> {
	let number = 0;
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		// Whoever reads may stop early, as `head` does.
		if (error.code === 'EPIPE') process.exit(0);
		throw error;
	});
	for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
		number++;
		if (line.trim() === '') continue;
		const said = JSON.stringify(answered(line, number, answer));
		if (!process.stdout.write(`${said}\n`)) await once(process.stdout, 'drain');
	}
}

function answered(
	line: string,
	number: number,
	answer: (text: string) => Record<string, unknown>,
): Record<string, unknown> {
	const unread = (why: string, id: unknown = null) => {
		process.stderr.write(`Line ${number} ${why}, so it is answered as an empty one.\n`);
		return { id, ...answer(''), error: why };
	};
	if (line.length > LONGEST_LINE) return unread('is too long');
	let asked: unknown;
	try {
		asked = JSON.parse(line);
	} catch {
		return unread('is no JSON');
	}
	if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return unread('is no object');
	const { id = null, text } = asked as Record<string, unknown>;
	if (typeof text !== 'string') return unread('has no "text"', id);
	return { id, ...answer(text) };
}
