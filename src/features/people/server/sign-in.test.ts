import { expect } from 'vitest';
import { after, hours, minutes } from '#platform/time.ts';
import { test, type World } from '#test/world.ts';
import { countAttempt, uncountAttempt } from './guard.ts';
import { newDeviceToken, rememberDevice } from './known-device.ts';
import { hashPassphrase } from './passphrase.ts';
import { whoSignsIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';

async function ana(world: World) {
	const passphrase = await hashPassphrase('three old lamps');
	const signedUp = await world.as(null, (tx) =>
		signUp(tx, { nickname: 'Ana', ageBand: 'adult', locale: 'en', zone: 'UTC', passphrase }),
	);
	if ('refused' in signedUp) throw new Error(signedUp.refused);
	return signedUp.personId;
}

const door = {
	nickname: 'Ana',
	passphrase: 'three old lamps',
	deviceToken: undefined,
	address: '203.0.113.1',
};

const tries = (world: World, times: number, attempt: (at: number) => Parameters<typeof countAttempt>[1]) =>
	Promise.all(Array.from({ length: times }, (_, at) => countAttempt(world.spine, attempt(at), world.now)));

test('whoever knows the passphrase is let in, however the nickname is written', async ({ world }) => {
	const personId = await ana(world);

	expect(await whoSignsIn(world.spine, door, world.now)).toEqual({ personId });
	expect(await whoSignsIn(world.spine, { ...door, nickname: ' ANA ' }, world.now)).toEqual({ personId });
});

test('a wrong passphrase, a nickname nobody has and somebody without a passphrase get one answer', async ({
	world,
}) => {
	await ana(world);
	await world.person('Ben');
	const wrong = { refused: 'sign-in-wrong' };

	expect(await whoSignsIn(world.spine, { ...door, passphrase: 'three new lamps' }, world.now)).toEqual(wrong);
	expect(await whoSignsIn(world.spine, { ...door, nickname: 'Nobody' }, world.now)).toEqual(wrong);
	expect(await whoSignsIn(world.spine, { ...door, nickname: 'Ben' }, world.now)).toEqual(wrong);
});

const from: [string, (at: number) => string][] = [
	['one address', () => '203.0.113.1'],
	['a thousand addresses', (at) => `10.0.${Math.floor((at % 1000) / 250)}.${at % 250}`],
];

test.for(from)(
	'of ten thousand guesses from %s, at most ten in any hour are looked at',
	async ([, address], { world }) => {
		const guess = (at: number) => ({ account: 'ana', knownDevice: undefined, address: address(at) });
		const looked: Date[] = [];
		// As fast as they like, over four hours that begin in the middle of one.
		for (let quarter = 0; quarter < 16; quarter += 1) {
			world.now = after(new Date('2026-11-22T18:37:00Z'), minutes(15) * quarter);
			const answers = await tries(world, 625, guess);
			for (const { refused } of answers) if (!refused) looked.push(world.now);
		}

		expect(looked.length).toBeGreaterThan(0);
		for (const start of looked) {
			const within = looked.filter((at) => at >= start && at < after(start, hours(1)));
			expect(within.length).toBeLessThanOrEqual(10);
		}
	},
);

test('strangers who guess do not lock the owner out of her own device', async ({ world }) => {
	const personId = await ana(world);
	const deviceToken = newDeviceToken();
	await world.as(personId, (tx) => rememberDevice(tx, personId, deviceToken));
	await tries(world, 50, (at) => ({ account: 'ana', knownDevice: undefined, address: `198.51.100.${at}` }));

	expect(await whoSignsIn(world.spine, door, world.now)).toEqual({ refused: 'wait', minutes: 60 });
	expect(await whoSignsIn(world.spine, { ...door, deviceToken }, world.now)).toEqual({ personId });
});

test('a device known to one person is a stranger to another, and so is a made-up one', async ({ world }) => {
	await ana(world);
	const ben = await world.person('Ben');
	const deviceToken = newDeviceToken();
	await world.as(ben, (tx) => rememberDevice(tx, ben, deviceToken));
	await tries(world, 50, (at) => ({ account: 'ana', knownDevice: undefined, address: `198.51.100.${at}` }));

	for (const token of [deviceToken, newDeviceToken()])
		expect(await whoSignsIn(world.spine, { ...door, deviceToken: token }, world.now)).toMatchObject({
			refused: 'wait',
		});
});

test('a known device that was stolen cannot guess without end', async ({ world }) => {
	const answers = await tries(world, 100, () => ({
		account: 'ana',
		knownDevice: 'stolen',
		address: '203.0.113.1',
	}));
	expect(answers.filter(({ refused }) => !refused)).toHaveLength(10);
});

test('signing in rightly, again and again, is not slowed', async ({ world }) => {
	const attempt = { account: 'ana', knownDevice: undefined, address: '203.0.113.1' };
	for (let time = 0; time < 30; time += 1) {
		expect(await countAttempt(world.spine, attempt, world.now)).toEqual({});
		await uncountAttempt(world.spine, attempt, world.now);
	}
});

test('a nickname nobody has is slowed like any other', async ({ world }) => {
	const answers = await tries(world, 20, (at) => ({
		account: 'nobody',
		knownDevice: undefined,
		address: `10.0.0.${at}`,
	}));
	expect(answers.filter(({ refused }) => !refused)).toHaveLength(5);
});

test('addresses and nicknames of guesses are kept only as digests', async ({ world }) => {
	await tries(world, 3, () => ({
		account: 'planted nickname',
		knownDevice: undefined,
		address: '203.0.113.77',
	}));

	const rows = await world.db.selectFrom('rate_limit').selectAll().execute();
	expect(rows.length).toBeGreaterThan(0);
	const kept = rows.map(({ key }) => key.toString('latin1')).join();
	expect(kept).not.toMatch(/203\.0\.113|planted/);
	for (const { window_ends } of rows)
		expect(window_ends.getTime()).toBeLessThanOrEqual(after(world.now, hours(1)).getTime());
});
