import { sql } from 'kysely';
import { expect } from 'vitest';
import type { CircleId } from '#features/circles/circle.ts';
import { messagesBefore } from '#features/conversations/server/index.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import { test, World } from '#test/world.ts';
import type { Spine } from './db.ts';
import type { PersonId } from './ids.ts';
import { rewrapKeys } from './rewrap.ts';
import { newKey } from './seal.ts';
import { mastersNeeded, Vault, type MasterKey } from './vault.ts';

const old: MasterKey = { name: 'old', key: newKey() };
const fresh: MasterKey = { name: 'new', key: newKey() };

const holding = (world: World, ...masters: MasterKey[]): Spine => ({
	...world.spine,
	vault: new Vault(masters),
});

/** Somebody says something while only the old master key exists. */
async function somethingSaid(given: World) {
	const world = new World(holding(given, old));
	const rosa = await world.person('Rosa');
	const circleId = await world.circle({ hosts: [rosa] });
	await say(world, rosa, circleId, 'The lamp is on.');
	return { world, rosa, circleId };
}

const say = (world: World, who: PersonId, circleId: CircleId, body: string) =>
	world.as(who, (tx) =>
		postMessage(tx, { circleId, body, contentNote: '', replyTo: undefined, clientId: tx.newId() }),
	);

const read = async (world: World, vault: Vault, circleId: CircleId) =>
	(await messagesBefore(world.db, vault, circleId, { personId: null, aliasId: undefined, host: false })).map(
		({ state, body }) => body || state,
	);

const sealedWords = async (world: World) =>
	world.db.selectFrom('message').select(['id', 'body']).orderBy('id').execute();

test('a new master key wraps every key anew and touches no word', async ({ world: given }) => {
	const { world, circleId } = await somethingSaid(given);
	const before = await sealedWords(world);

	const count = await rewrapKeys(world.db, new Vault([old, fresh]), () => {});

	expect(count).toBe((await world.db.selectFrom('sealing_key').select('id').execute()).length);
	expect(await mastersNeeded(world.db)).toEqual(['new']);
	expect(await sealedWords(world)).toEqual(before);
	expect(await read(world, new Vault([fresh]), circleId)).toEqual(['The lamp is on.']);
	await expect(read(world, new Vault([old]), circleId)).rejects.toThrow('master key “new” is missing');
});

test('broken off half way, everything still opens, and going on finishes', async ({ world: given }) => {
	const { world, rosa, circleId } = await somethingSaid(given);
	const both = new Vault([old, fresh]);
	const some = await world.db.selectFrom('sealing_key').selectAll().limit(1).executeTakeFirstOrThrow();
	await world.db
		.updateTable('sealing_key')
		.set({ master: 'new', wrapped: both.wrap(some.id, both.unwrap(some)) })
		.where('id', '=', some.id)
		.execute();

	await say(new World(holding(world, old, fresh)), rosa, circleId, 'Still here.');
	expect(await read(world, both, circleId)).toEqual(['The lamp is on.', 'Still here.']);
	expect((await mastersNeeded(world.db)).sort()).toEqual(['new', 'old']);

	await rewrapKeys(world.db, both, () => {});
	expect(await read(world, new Vault([fresh]), circleId)).toEqual(['The lamp is on.', 'Still here.']);
});

test('a wrapped key moved to another row does not open there', async ({ world: given }) => {
	const { world } = await somethingSaid(given);
	const [one, other] = await world.db.selectFrom('sealing_key').selectAll().orderBy('id').execute();

	expect(() => new Vault([old]).unwrap({ ...one!, wrapped: other!.wrapped })).toThrow();
});

test('words moved into another message do not open there', async ({ world: given }) => {
	const { world, rosa, circleId } = await somethingSaid(given);
	await say(world, rosa, circleId, 'Somebody else is to have said this.');

	await sql`update message set body = (select body from message where place = 2) where place = 1`.execute(
		world.db,
	);

	await expect(read(world, world.vault, circleId)).rejects.toThrow();
});

test('once the key is gone the words are gone, and the conversation goes on around them', async ({
	world: given,
}) => {
	const { world, rosa, circleId } = await somethingSaid(given);
	const ben = await world.person('Ben');
	const other = await world.circle({ hosts: [ben] });
	await say(world, ben, other, 'Here too.');

	await sql`delete from sealing_key where id in (select key_id from alias where person_id = ${rosa})`.execute(
		world.db,
	);

	expect(await read(world, world.vault, circleId)).toEqual(['gone']);
	expect(await read(world, world.vault, other)).toEqual(['Here too.']);
});
