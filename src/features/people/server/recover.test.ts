import { expect } from 'vitest';
import { test, type World } from '#test/world.ts';
import { rememberDevice } from './known-device.ts';
import { isPassphrase, hashPassphrase } from './passphrase.ts';
import { recover, renewRecoveryCode } from './recover.ts';
import { beginSession, signedInBy } from './sessions.ts';
import { signUp } from './sign-up.ts';

async function ana(world: World) {
	const signedUp = await world.as(null, (tx) =>
		signUp(tx, { nickname: 'Ana', ageBand: 'adult', locale: 'en', zone: 'UTC', passphrase: null }),
	);
	if ('refused' in signedUp) throw new Error(signedUp.refused);
	return signedUp;
}

test('a recovery code lets one back in, alone, and is replaced', async ({ world }) => {
	const { personId, recoveryCode } = await ana(world);

	const back = await world.as(null, (tx) =>
		recover(tx, { code: recoveryCode.toLowerCase(), passphrase: null }),
	);

	expect(back).toMatchObject({ personId });
	expect(await world.as(null, (tx) => recover(tx, { code: recoveryCode, passphrase: null }))).toEqual({
		refused: 'code-wrong',
	});
	const next = 'recoveryCode' in back ? back.recoveryCode : '';
	expect(await world.as(null, (tx) => recover(tx, { code: next, passphrase: null }))).toMatchObject({
		personId,
	});
});

test('a code used twice at once works once', async ({ world }) => {
	const { recoveryCode } = await ana(world);

	const answers = await Promise.all(
		Array.from({ length: 8 }, () =>
			world.as(null, (tx) => recover(tx, { code: recoveryCode, passphrase: null })),
		),
	);

	expect(answers.filter((answer) => 'personId' in answer)).toHaveLength(1);
	expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(7);
});

test('recovering shuts out whoever else was in', async ({ world }) => {
	const { personId, recoveryCode } = await ana(world);
	const { token } = await world.as(personId, (tx) =>
		beginSession(tx, personId, { device: 'Somebody else’s', sharedDevice: false }),
	);
	await world.as(personId, (tx) => rememberDevice(tx, personId, 'somebody else’s'));

	await world.as(null, (tx) => recover(tx, { code: recoveryCode, passphrase: null }));

	expect(await signedInBy(world.db, token, world.now)).toBeUndefined();
	expect(await world.db.selectFrom('known_device').selectAll().execute()).toEqual([]);
});

test('a new passphrase is set only if one was chosen', async ({ world }) => {
	const { recoveryCode } = await ana(world);
	const kept = async () =>
		(await world.db.selectFrom('person').select('passphrase').executeTakeFirstOrThrow()).passphrase;
	const passphrase = await hashPassphrase('three old lamps');

	const back = await world.as(null, (tx) => recover(tx, { code: recoveryCode, passphrase }));
	expect(await isPassphrase('three old lamps', await kept())).toBe(true);

	const code = 'recoveryCode' in back ? back.recoveryCode : '';
	await world.as(null, (tx) => recover(tx, { code, passphrase: null }));
	expect(await isPassphrase('three old lamps', await kept())).toBe(true);
});

test('a code that was made up opens nothing', async ({ world }) => {
	await ana(world);
	for (const code of ['', '0000-0000-0000-0000-0000-0000', 'hello'])
		expect(await world.as(null, (tx) => recover(tx, { code, passphrase: null }))).toEqual({
			refused: 'code-wrong',
		});
});

test('asking for a new code ends the old one', async ({ world }) => {
	const { personId, recoveryCode: old } = await ana(world);
	const { recoveryCode } = await world.as(personId, (tx) => renewRecoveryCode(tx));

	expect(await world.as(null, (tx) => recover(tx, { code: old, passphrase: null }))).toEqual({
		refused: 'code-wrong',
	});
	expect(await world.as(null, (tx) => recover(tx, { code: recoveryCode, passphrase: null }))).toMatchObject({
		personId,
	});
});
