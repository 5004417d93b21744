import { expect } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { after, minutes } from '#platform/time.ts';
import { Authenticator } from '#test/authenticator.ts';
import { evening, test, type World } from '#test/world.ts';
import { hashPassphrase } from './passphrase.ts';
import { addPasskey, askForNewPasskey, askForPasskey, removePasskey, whoAnswers } from './passkeys.ts';
import { passkeysOf } from './queries.ts';

const site = { origin: 'https://peers.example', host: 'peers.example', name: 'The Lamp' };

const askNew = (world: World, personId: PersonId) =>
	world.as(personId, (tx) => askForNewPasskey(tx, site, { nickname: 'Ana', personId }));

const add = (world: World, personId: PersonId, answer: unknown, purpose: 'add' | 'sign-up' = 'add') =>
	world.as(personId, (tx) => addPasskey(tx, site, { personId, purpose, answer, name: 'Phone' }));

const ask = (world: World) => world.as(null, (tx) => askForPasskey(tx, site));

const answerWith = (world: World, answer: unknown) => world.as(null, (tx) => whoAnswers(tx, site, answer));

test('a passkey lets its owner in, without a name', async ({ world }) => {
	const [ana, device] = [await world.person('Ana'), new Authenticator()];
	await add(world, ana, device.make(await askNew(world, ana)));

	expect(await answerWith(world, device.use(await ask(world)))).toEqual({ personId: ana });
	expect(await answerWith(world, device.use(await ask(world)))).toEqual({ personId: ana });
});

test('the device is told the nickname and nothing else', async ({ world }) => {
	const ana = await world.person('Ana');
	const [once, again] = [await askNew(world, ana), await askNew(world, ana)];

	expect(once.user).toMatchObject({ name: 'Ana', displayName: 'Ana' });
	expect(once.user.id).not.toBe(again.user.id);
	expect(JSON.stringify([once, again])).not.toContain(ana);
	expect((await ask(world)).allowCredentials ?? []).toEqual([]);
});

test('an answer works once', async ({ world }) => {
	const [ana, device] = [await world.person('Ana'), new Authenticator()];
	await add(world, ana, device.make(await askNew(world, ana)));
	const answer = device.use(await ask(world));

	const answers = await Promise.all([1, 2, 3].map(() => answerWith(world, answer)));

	expect(answers.filter((given) => 'personId' in given)).toHaveLength(1);
});

test('an answer that comes too late, to nobody’s question, or from another site opens nothing', async ({
	world,
}) => {
	const [ana, device] = [await world.person('Ana'), new Authenticator()];
	await add(world, ana, device.make(await askNew(world, ana)));
	const no = { refused: 'passkey-failed' };

	const late = device.use(await ask(world));
	world.now = after(evening, minutes(6));
	expect(await answerWith(world, late)).toEqual(no);

	expect(await answerWith(world, device.use({ challenge: 'bWFkZSB1cA', rpId: site.host }))).toEqual(no);
	expect(await answerWith(world, new Authenticator().use(await ask(world)))).toEqual(no);
	for (const nonsense of [null, 'null', {}, { id: 7 }, [], { id: device.use(await ask(world)).id }])
		expect(await answerWith(world, nonsense)).toEqual(no);

	const elsewhere = new Authenticator('https://peers.example.evil.test');
	expect(await add(world, ana, elsewhere.make(await askNew(world, ana)))).toEqual(no);
});

test('a question asked of one person is not answered by another, nor for another purpose', async ({
	world,
}) => {
	const [ana, ben, device] = [await world.person('Ana'), await world.person('Ben'), new Authenticator()];
	const no = { refused: 'passkey-failed' };

	expect(await add(world, ben, device.make(await askNew(world, ana)))).toEqual(no);
	expect(await add(world, ana, device.make(await askNew(world, ana)), 'sign-up')).toEqual(no);
	expect(await passkeysOf(world.db, ana)).toEqual([]);
});

test('one passkey belongs to one person', async ({ world }) => {
	const [ana, ben, device] = [await world.person('Ana'), await world.person('Ben'), new Authenticator()];
	await add(world, ana, device.make(await askNew(world, ana)));

	expect(await add(world, ben, device.make(await askNew(world, ben)))).toEqual({ refused: 'passkey-known' });
});

test('the last way in stays', async ({ world }) => {
	const [ana, phone, key] = [await world.person('Ana'), new Authenticator(), new Authenticator()];
	for (const device of [phone, key]) await add(world, ana, device.make(await askNew(world, ana)));
	const [first, second] = await passkeysOf(world.db, ana);
	const remove = (passkeyId: NonNullable<typeof first>['id']) =>
		world.as(ana, (tx) => removePasskey(tx, passkeyId));

	const answers = await Promise.all([remove(first!.id), remove(second!.id)]);
	expect(answers).toContainEqual({ refused: 'last-way-in' });
	expect(await passkeysOf(world.db, ana)).toHaveLength(1);

	const passphrase = await hashPassphrase('three old lamps');
	await world.db.updateTable('person').set({ passphrase }).execute();
	const [left] = await passkeysOf(world.db, ana);
	expect(await remove(left!.id)).toEqual({});
	expect(await remove(left!.id)).toEqual({ refused: 'passkey-gone' });
});

test('nobody removes somebody else’s passkey', async ({ world }) => {
	const [ana, ben, device] = [await world.person('Ana'), await world.person('Ben'), new Authenticator()];
	await add(world, ana, device.make(await askNew(world, ana)));
	const [anas] = await passkeysOf(world.db, ana);

	expect(await world.as(ben, (tx) => removePasskey(tx, anas!.id))).toEqual({ refused: 'passkey-gone' });
	expect(await passkeysOf(world.db, ana)).toHaveLength(1);
});
