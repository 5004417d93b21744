import { expect, test } from 'vitest';
import { keepRunning } from './keep-running.ts';
import type { Server } from './server.ts';

test('a server is started again until it works, and each trouble on the way is told', async () => {
	const heard: string[] = [];
	const death = Promise.withResolvers<string>();
	const back = Promise.withResolvers<void>();
	let room = 0;
	const kept = keepRunning(
		{ pid: 1, ended: death.promise, stop: async () => {} },
		async () => {
			if (++room < 3) throw new Error('There is no space left on the disk.');
			back.resolve();
			return endlessServer();
		},
		[0, 1],
	);
	kept.onDeath((reason) => heard.push(reason));

	death.resolve('by SIGKILL');
	await back.promise;
	await kept.stop();

	expect(heard).toEqual([
		'by SIGKILL',
		'There is no space left on the disk.',
		'There is no space left on the disk.',
	]);
	expect(kept.pid).toBe(2);
});

test('a server that is just starting again when everything stops is stopped too', async () => {
	const death = Promise.withResolvers<string>();
	const asked = Promise.withResolvers<void>();
	const started = Promise.withResolvers<Server>();
	const kept = keepRunning({ pid: 1, ended: death.promise, stop: async () => {} }, () => {
		asked.resolve();
		return started.promise;
	});

	death.resolve('by SIGKILL');
	await asked.promise;
	const stopping = kept.stop();
	const second = endlessServer();
	started.resolve(second);
	await stopping;

	await expect(second.ended).resolves.toBe('because it was stopped');
});

/** A server that ends when it is stopped and not before. */
function endlessServer(): Server {
	const end = Promise.withResolvers<string>();
	return { pid: 2, ended: end.promise, stop: async () => end.resolve('because it was stopped') };
}
