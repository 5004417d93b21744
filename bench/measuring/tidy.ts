import { setTimeout as pause } from 'node:timers/promises';

/**
 * Loaded into a server that is measured, by `--import`, so that what it holds can be told from what it has not yet let
 * go of: on SIGUSR2 it collects its garbage and prints what is left. Needs `--expose-gc`.
 */
process.on('SIGUSR2', () => void tidy());

async function tidy() {
	for (let n = 0; n < 3; n++) {
		await pause(200);
		gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
	}
	const { rss, heapUsed } = process.memoryUsage();
	console.log(`tidy ${JSON.stringify({ rss, heapUsed })}`);
}
