import { setTimeout as pause } from 'node:timers/promises';

/** What Node needs to be told so that a server tidies up when asked to: see `tidy.ts`. */
export const tidying = ['--expose-gc', `--import=${new URL('./tidy.ts', import.meta.url).href}`];

/** Has a server collect its garbage; `said` is everything it has printed. Answers in bytes. */
export async function tidied(pid: number, said: () => string): Promise<{ rss: number; heapUsed: number }> {
	const told = () => [...said().matchAll(/^tidy (.*)$/gm)].map(([, figures]) => figures!);
	const before = told().length;
	await pause(1_000);
	process.kill(pid, 'SIGUSR2');
	while (told().length === before) await pause(50);
	return JSON.parse(told().at(-1)!) as { rss: number; heapUsed: number };
}
