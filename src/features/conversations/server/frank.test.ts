import { said as saidAtOnce } from '#test/said.ts';
import fc from 'fast-check';
import { expect } from 'vitest';
import { personal } from '#composition';
import type { CircleId } from '#features/circles/circle.ts';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { editMessage } from '#features/circles/server/edit-message.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import { erasePerson } from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { newId } from '#platform/ids.ts';
import { newKey } from '#platform/seal.ts';
import { rewrapKeys } from '#platform/rewrap.ts';
import { Vault } from '#platform/vault.ts';
import { evening, test, type World } from '#test/world.ts';
import type { MessageId } from '../message.ts';
import { frank, frankedCopy, isVouchedFor, verifyFrank, type FrankedCopy, type Vouched } from './frank.ts';
import { removeMessage } from './remove-message.ts';

async function somebodySays(world: World, body = 'I will tell everybody.', contentNote = '') {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const circleId = await circleOf(world, ana, ben);
	const said = await say(world, ana, circleId, body, contentNote);
	return { ana, ben, circleId, ...said };
}

async function circleOf(world: World, ...seated: PersonId[]) {
	const circleId = await world.circle({ seated });
	for (const who of seated) await world.as(who, (tx) => acceptAgreements(tx, { circleId, version: 1 }));
	return circleId;
}

async function say(world: World, who: PersonId, circleId: CircleId, body: string, contentNote = '') {
	const clientId = newId(evening);
	const said = await world.as(who, (tx) =>
		postMessage(tx, { circleId, body, contentNote, replyTo: undefined, clientId }),
	);
	return saidAtOnce(said);
}

const copyOf = async (world: World, id: MessageId) => (await frankedCopy(world.db, world.vault, id))!;
const proves = (world: World, copy: FrankedCopy) => verifyFrank(world.db, world.vault, copy);

test('a copy proves what was said, and who said it, where and when', async ({ world }) => {
	const { id } = await somebodySays(world, 'I will tell everybody. 🫖 \ud83d', 'A threat');
	const copy = await copyOf(world, id);

	expect(copy).toMatchObject({ messageId: id, contentNote: 'A threat', at: world.now.toISOString() });
	expect(await proves(world, copy)).toBe(true);
	expect(await proves(world, JSON.parse(JSON.stringify(copy)) as FrankedCopy)).toBe(true);
});

test('it still proves it when the words were taken back, changed, or shredded with whoever wrote them', async ({
	world,
}) => {
	const { ana, circleId, id, place } = await somebodySays(world);
	const another = await say(world, ana, circleId, 'And I mean it.');
	const third = await say(world, ana, circleId, 'Remember that.');
	const copies = [await copyOf(world, id), await copyOf(world, another.id), await copyOf(world, third.id)];

	await world.as(ana, (tx) => removeMessage(tx, circleId, place));
	await world.as(ana, (tx) =>
		editMessage(tx, { circleId, place: another.place, body: 'Never mind.', contentNote: '' }),
	);
	const edited = await copyOf(world, another.id);
	await world.as(ana, (tx) => erasePerson(tx, ana, personal));

	for (const copy of [...copies, edited]) expect(await proves(world, copy)).toBe(true);
	expect(edited.body).toBe('Never mind.');
	expect(await frankedCopy(world.db, world.vault, id)).toBeUndefined();
});

test('once the words are gone, what stays tells nothing of them, not even to whoever has every key', async ({
	world,
}) => {
	const { ana, circleId, id, place } = await somebodySays(world, 'yes');
	await world.as(ana, (tx) => removeMessage(tx, circleId, place));

	const row = await world.db
		.selectFrom('message')
		.select(['body', 'opening', 'frank'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	expect(row).toEqual({ body: null, opening: null, frank: expect.any(Buffer) });
});

test('nobody makes one up: neither other words under a frank there is, nor with another installation’s key', async ({
	world,
}) => {
	const { ben, circleId, id } = await somebodySays(world);
	const [copy, other] = [
		await copyOf(world, id),
		await copyOf(world, (await say(world, ben, circleId, 'The kettle is on.')).id),
	];
	const madeUp = frank(newKey(), { ...copy, at: new Date(copy.at) });
	const forged: FrankedCopy[] = [
		{ ...copy, body: 'I love you all.' },
		{ ...copy, aliasId: other.aliasId },
		{ ...other, opening: copy.opening, body: copy.body },
		{ ...copy, messageId: other.messageId },
		{ ...copy, at: new Date(world.now.getTime() + 1).toISOString() },
		{ ...copy, at: 'yesterday' },
		{ ...copy, opening: '', frank: '' },
		{ ...copy, opening: madeUp.opening.toString('base64'), frank: madeUp.frank.toString('base64') },
	];
	for (const copied of forged) expect(await proves(world, copied), JSON.stringify(copied)).toBe(false);
	expect(await proves(world, copy)).toBe(true);
});

test('franks outlive a new master key', async ({ world }) => {
	const { id } = await somebodySays(world);
	const copy = await copyOf(world, id);
	const before = { name: 'test', key: newKey() };
	const renewed = new Vault([before, { name: 'renewed', key: newKey() }]);
	// The world’s own key is not known here, so what it wrapped is wrapped by one that is.
	for (const row of await world.db.selectFrom('sealing_key').selectAll().execute())
		await world.db
			.updateTable('sealing_key')
			.set({ wrapped: new Vault([before]).wrap(row.id, world.vault.unwrap(row)) })
			.where('id', '=', row.id)
			.execute();
	await rewrapKeys(world.db, renewed, () => {});

	expect(await verifyFrank(world.db, renewed, copy)).toBe(true);
});

test('two first messages at one moment are franked with one key', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const circles = [await circleOf(world, ana), await circleOf(world, ben)];
	const said = await Promise.all([
		say(world, ana, circles[0]!, 'One.'),
		say(world, ben, circles[1]!, 'Two.'),
	]);

	for (const { id } of said) expect(await proves(world, await copyOf(world, id))).toBe(true);
	expect(await world.db.selectFrom('frank_key').selectAll().execute()).toHaveLength(1);
});

const uuid = fc.uuid({ version: 7 });
const vouched = fc.record({
	messageId: uuid,
	conversationId: uuid,
	aliasId: uuid,
	at: fc.date({ noInvalidDate: true }).map((at) => new Date(Math.floor(at.getTime() / 1000) * 1000)),
	body: fc.string({ minLength: 1, unit: 'grapheme' }),
	contentNote: fc.string({ unit: 'grapheme' }),
}) as unknown as fc.Arbitrary<Vouched>;

test('any one thing that is different, down to one bit, is found out', () => {
	const key = newKey();
	fc.assert(
		fc.property(
			vouched,
			vouched,
			fc.nat(32 * 8 - 1),
			fc.nat(64 * 8 - 1),
			(said, other, inOpening, inFrank) => {
				const made = frank(key, said);
				const stands = (what: Vouched, opening = made.opening, franked = made.frank) =>
					isVouchedFor(key, what, opening, franked);
				expect(stands(said)).toBe(true);
				for (const part of Object.keys(said) as (keyof Vouched)[])
					expect(stands({ ...said, [part]: other[part] }), part).toBe(
						String(other[part]) === String(said[part]),
					);
				expect(stands(said, flipped(made.opening, inOpening))).toBe(false);
				expect(stands(said, made.opening, flipped(made.frank, inFrank))).toBe(false);
				expect(isVouchedFor(newKey(), said, made.opening, made.frank)).toBe(false);
				// Where one ends and the next begins is part of it.
				if (said.contentNote)
					expect(stands({ ...said, body: said.body + said.contentNote, contentNote: '' })).toBe(false);
			},
		),
	);
});

function flipped(bytes: Buffer, bit: number): Buffer {
	const other = Buffer.from(bytes);
	other[bit >> 3]! ^= 1 << (bit & 7);
	return other;
}

test('two who say the first things of a place at once share the key that was made first', async ({
	world,
}) => {
	const people = await Promise.all(['Ana', 'Ben', 'Cy'].map((name) => world.person(name)));
	const circles: CircleId[] = [];
	for (const who of people) circles.push(await world.circle({ hosts: [who] }));
	for (const [n, who] of people.entries())
		await world.as(who, (tx) => acceptAgreements(tx, { circleId: circles[n]!, version: 1 }));

	const copies = await Promise.all(
		people.map(async (who, n) => copyOf(world, (await say(world, who, circles[n]!, 'First.')).id)),
	);

	for (const copy of copies) expect(await proves(world, copy)).toBe(true);
	expect(await world.db.selectFrom('frank_key').selectAll().execute()).toHaveLength(1);
});
