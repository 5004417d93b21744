import { expect } from 'vitest';
import { createHash } from 'node:crypto';
import { testWith, type App } from '../app.ts';

/** The full size (10,000 guesses, and how long each takes) is `script/bench guessing`. */
const test = testWith({ HEARTEN_PROXIES: '1', HEARTEN_LOG: 'silent' });
const GUESSES = 300;
const passphrase = 'tall lamps along the river';

test.for([
	['one address', () => '198.51.100.7'],
	['a thousand addresses', (guess: number) => `203.0.${113 + (guess % 4)}.${Math.floor(guess / 4) % 250}`],
] as const)('from %s nobody gets more than ten guesses an hour', async ([name, addressOf], { app }) => {
	const nickname = `Owner ${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
	const owner = app.visitor({ address: '192.0.2.1' });
	await owner.post('/sign-up?/passphrase', { nickname, passphrase, next: '/' });

	const answers = new Map<number, number>();
	for (let guess = 0; guess < GUESSES; guess++) {
		const stranger = app.visitor({ address: addressOf(guess) });
		const { status } = await tryToSignIn(stranger, nickname, `guess number ${guess}`);
		answers.set(status, (answers.get(status) ?? 0) + 1);
	}

	expect(answers.get(409)).toBeLessThanOrEqual(10);
	expect(answers.get(429)).toBeGreaterThanOrEqual(GUESSES - 10);
	const elsewhere = app.visitor({ address: '192.0.2.99' });
	expect((await tryToSignIn(elsewhere, nickname, passphrase)).status).toBe(429);
	await owner.post('/sign-out');
	expect((await tryToSignIn(owner, nickname, passphrase)).headers.get('location')).toBe('/');
});

test('a nickname that nobody has is answered as one that somebody has', async ({ app }) => {
	const told = async (nickname: string) => {
		const answer = await tryToSignIn(app.visitor({ address: '192.0.2.2' }), nickname, 'not the one');
		const headers = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'etag');
		return JSON.stringify([answer.status, headers, (await answer.text()).replaceAll(nickname, '')]);
	};

	expect(await told('Absence')).toBe(await told('Juniper'));
	await app.visitor({ address: '192.0.2.3' }).post('/sign-up?/passphrase', {
		nickname: 'Juniper',
		passphrase,
		next: '/',
	});
	expect(await told('Nowhere')).toBe(await told('Juniper'));
});

test('a recovery code is not to be guessed at leisure', async ({ app }) => {
	const stranger = app.visitor({ address: '198.51.100.8' });
	const statuses = new Set<number>();
	for (let guess = 0; guess < 60; guess++)
		statuses.add((await stranger.post('/recover', { code: `AAAA-BBBB-CCCC-${guess}` })).status);

	expect(statuses).toEqual(new Set([409, 429]));
});

const tryToSignIn = (client: ReturnType<App['visitor']>, nickname: string, words: string) =>
	client.post('/sign-in?/passphrase', { nickname, passphrase: words, next: '/' });
