import { expect, test } from 'vitest';
import { keepRunning } from './keep-running.ts';
import type { Server } from './server.ts';

test('a server that cannot be started again is tried a few times, and then somebody is told', async () => {
	const heard: string[] = [];
	const first = Promise.withResolvers<string>();
	const kept = keepRunning(
		serverEnding(first.promise),
		() => Promise.reject(new Error('There is no space left on the disk.')),
		[0, 1, 1],
	);
	const givenUp = new Promise<void>((resolve) =>
		kept.onDeath((reason, next) => {
			heard.push(`${reason} ${next}`);
			if (next === 'gives-up') resolve();
		}),
	);

	first.resolve('by SIGKILL');
	await givenUp;

	expect(heard).toEqual([
		'by SIGKILL starts-again',
		'There is no space left on the disk. starts-again',
		'There is no space left on the disk. starts-again',
		'There is no space left on the disk. gives-up',
	]);
	await kept.stop();
});

test('a server that is just starting again when everything stops is stopped too', async () => {
	const first = Promise.withResolvers<string>();
	const started = Promise.withResolvers<Server>();
	const asked = Promise.withResolvers<void>();
	const kept = keepRunning(serverEnding(first.promise), () => (asked.resolve(), started.promise));
	let stopped = false;

	first.resolve('by SIGKILL');
	await asked.promise;
	const stopping = kept.stop();
	started.resolve({ pid: 2, ended: new Promise(() => {}), stop: async () => void (stopped = true) });
	await stopping;

	expect(stopped).toBe(true);
});

const serverEnding = (ended: Promise<string>): Server => ({ pid: 1, ended, stop: async () => {} });
