import { parseArgs } from 'node:util';
import { Client } from '../test/client.ts';
import { Hearten } from '../test/hearten.ts';

/**
 * Guessing a passphrase: ten thousand times from one address and from a thousand, how many guesses were looked at at all,
 * and whether the owner still comes in. And whether the time an answer takes tells a nickname somebody has from one that
 * nobody has.
 */
const { values } = parseArgs({
	options: {
		guesses: { type: 'string', default: '10000' },
		times: { type: 'string', default: '240' },
	},
});
const passphrase = 'tall lamps along the river';

const hearten = await Hearten.start({ HEARTEN_PROXIES: '1', HEARTEN_LOG: 'silent' });
try {
	console.table([
		await guess('one address', () => '198.51.100.7'),
		await guess('a thousand addresses', (turn) => `10.9.${Math.floor((turn % 1000) / 250)}.${turn % 250}`),
	]);
	console.table([await compareTimes()]);
} finally {
	await hearten.remove();
}

async function guess(from: string, addressOf: (turn: number) => string) {
	const nickname = `Owner of ${from}`.slice(0, 40);
	const owner = new Client(hearten.origin, { address: '192.0.2.1' });
	await owner.post('/sign-up?/passphrase', { nickname, passphrase, next: '/' });
	await owner.post('/sign-out');

	const answers: Record<number, number> = {};
	for (let turn = 0; turn < Number(values.guesses); turn++) {
		const stranger = new Client(hearten.origin, { address: addressOf(turn) });
		const { status } = await signIn(stranger, nickname, `guess number ${turn}`);
		answers[status] = (answers[status] ?? 0) + 1;
	}
	const ownerComesIn = (await signIn(owner, nickname, passphrase)).status === 303;
	return {
		from,
		guesses: Number(values.guesses),
		lookedAt: answers[409] ?? 0,
		slowed: answers[429] ?? 0,
		ownerComesIn,
	};
}

/** Each time from another address with another nickname, so that none is slowed; in turns, so that noise hits both. */
async function compareTimes() {
	const times = Number(values.times);
	const [known, unknown]: [number[], number[]] = [[], []];
	const newcomer = (turn: number) =>
		new Client(hearten.origin, { address: `10.8.${Math.floor(turn / 250)}.${turn % 250}` });
	for (let turn = 0; turn < times; turn++)
		await newcomer(turn).post('/sign-up?/passphrase', {
			nickname: `Somebody ${turn}`,
			passphrase,
			next: '/',
		});
	for (let turn = 0; turn < times; turn++) {
		known.push(await timed(() => signIn(newcomer(turn), `Somebody ${turn}`, 'not the one')));
		unknown.push(await timed(() => signIn(newcomer(turn), `Anybody  ${turn}`, 'not the one')));
	}
	const [ofKnown, ofUnknown] = [middle(known), middle(unknown)];
	return {
		'known, p50 ms': ofKnown,
		'unknown, p50 ms': ofUnknown,
		'difference, ms': Number(Math.abs(ofKnown - ofUnknown).toFixed(1)),
	};
}

function signIn(client: Client, nickname: string, words: string) {
	return client.post('/sign-in?/passphrase', { nickname, passphrase: words, next: '/' });
}

async function timed(what: () => Promise<Response>) {
	const begun = performance.now();
	await (await what()).arrayBuffer();
	return performance.now() - begun;
}

function middle(numbers: number[]) {
	return Number(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!.toFixed(1));
}
