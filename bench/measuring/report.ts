import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dayOf, rightNow } from '#platform/time.ts';

export type Cell = string | number;

/** What a measurement found: told on the screen, and written where it is kept. */
export class Report {
	#text: string;

	constructor(title: string, about: string) {
		this.#text = `# ${title}\n\n${about}\n\n${machine()}\n`;
		console.log(this.#text);
	}

	table(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]) {
		const line = (cells: readonly Cell[]) => `| ${cells.map(told).join(' | ')} |`;
		this.say([`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
	}

	say(text: string) {
		this.#text += `\n${text}\n`;
		console.log(`\n${text}`);
	}

	/** Into `docs/bench`, where the figures of the last run are kept. */
	keepAs(name: string) {
		this.say(
			`Load average over the last 5 minutes when it ended: ${loadavg()[1]!.toFixed(1)}, what was measured included. Much more than the number of cores means that others were at work here too, and that times say little.`,
		);
		mkdirSync('docs/bench', { recursive: true });
		writeFileSync(`docs/bench/${name}.md`, this.#text);
		console.log(`\nKept in docs/bench/${name}.md`);
	}
}

/** Numbers to three digits that mean something; everything else as it is. */
const told = (cell: Cell) =>
	typeof cell === 'string' ? cell : Number(cell.toPrecision(cell >= 1000 ? 4 : 3)).toLocaleString('en');

/** The processor and memory it ran on, and on which day; nothing that names the machine. */
function machine(): string {
	const cores = cpus();
	const gigabytes = Math.round(totalmem() / 2 ** 30);
	return `Measured on ${dayOf(rightNow())}: ${cores.length} cores (${cores[0]?.model.trim()}), ${gigabytes} GB of memory, Node ${process.versions.node}, the embedded PostgreSQL. Whoever asks runs on the same cores as whoever answers, so a server of its own does better.`;
}

/** The value that this share of them does not exceed. Empty is zero. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
