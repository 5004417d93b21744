import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { test, type World } from '#test/world.ts';
import type { PersonId } from '#platform/ids.ts';
import type { CircleId } from '../circle.ts';
import { acceptAgreements } from './accept-agreements.ts';
import { askToPause } from './ask-to-pause.ts';
import { aliasIn } from '#features/conversations/server/index.ts';
import { changeDetails } from './change-circle.ts';
import { editMessage } from './edit-message.ts';
import { lendFloor } from './index.ts';
import { hideMessage } from './hide-message.ts';
import { changesAfter, messagesBefore, type ReaderOfLines } from '#features/conversations/server/index.ts';
import { joinCircle } from './join-circle.ts';
import { postMessage, sayInCircle } from './post-message.ts';
import { circleBySlug } from './queries.ts';
import { removeMessage } from '#features/conversations/server/index.ts';
import { resonate } from './resonate.ts';
import { observeCircle } from './observe-circle.ts';

const say = (
	world: World,
	who: PersonId,
	circleId: CircleId,
	body: string,
	clientId: string = randomUUID(),
) =>
	world.as(who, (tx) => postMessage(tx, { circleId, body, contentNote: '', replyTo: undefined, clientId }));

async function talking(world: World) {
	const [rosa, ben] = [await world.person('Rosa'), await world.person('Ben')];
	const circleId = await world.circle({ hosts: [rosa], seated: [ben] });
	await world.as(ben, (tx) => acceptAgreements(tx, { circleId, version: 1 }));
	const read = () =>
		messagesBefore(world.db, world.vault, circleId, { personId: null, aliasId: undefined, host: false });
	return { rosa, ben, circleId, read };
}

test('messages are numbered in the order they commit, without gaps, however many people speak at once', async ({
	world,
}) => {
	const { rosa, ben, circleId } = await talking(world);

	const posted = await Promise.all(
		Array.from({ length: 40 }, (_, i) => say(world, i % 2 ? rosa : ben, circleId, `word ${i}`)),
	);

	const places = posted.map((outcome) => ('place' in outcome ? outcome.place : 0)).sort((a, b) => a - b);
	expect(places).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
});

test('sent ten times at once with one client id, it is said once', async ({ world }) => {
	const { ben, circleId, read } = await talking(world);
	const clientId = randomUUID();

	const posted = await Promise.all(
		Array.from({ length: 10 }, () => say(world, ben, circleId, 'hello', clientId)),
	);

	expect(new Set(posted.map((outcome) => 'place' in outcome && outcome.place))).toEqual(new Set([1]));
	expect(await read()).toHaveLength(1);
});

test('somebody else’s client id is not mistaken for one’s own', async ({ world }) => {
	const { rosa, ben, circleId, read } = await talking(world);
	const clientId = randomUUID();

	await say(world, ben, circleId, 'from Ben', clientId);
	await say(world, rosa, circleId, 'from Rosa', clientId);

	expect((await read()).map((line) => line.body)).toEqual(['from Ben', 'from Rosa']);
});

test('what is said lies sealed in the database', async ({ world }) => {
	const { ben, circleId } = await talking(world);

	await say(world, ben, circleId, 'the night my brother died');

	const rows = await world.db.selectFrom('message').selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain('brother');
	expect(rows[0]!.body!.includes(Buffer.from('brother'))).toBe(false);
});

describe('a word needs', () => {
	test('a seat', async ({ world }) => {
		const { circleId } = await talking(world);
		const cy = await world.person('Cy');
		expect(await say(world, cy, circleId, 'hello')).toEqual({ refused: 'not-seated' });
		await world.as(cy, (tx) => observeCircle(tx, circleId));
		expect(await say(world, cy, circleId, 'hello')).toEqual({ refused: 'not-seated' });
	});

	test('the agreements as they are now', async ({ world }) => {
		const { rosa, ben, circleId } = await talking(world);
		const row = await world.db
			.selectFrom('circle')
			.selectAll()
			.where('id', '=', circleId)
			.executeTakeFirstOrThrow();
		const circle = (await circleBySlug(world.db, row.slug))!;

		await world.as(rosa, (tx) =>
			changeDetails(tx, { ...circle, circleId, agreements: 'We let each other finish.' }),
		);

		expect(await say(world, ben, circleId, 'hello')).toEqual({ refused: 'agreements-first' });
		expect(await world.as(ben, (tx) => acceptAgreements(tx, { circleId, version: 1 }))).toEqual({
			refused: 'agreements-changed',
		});
		await world.as(ben, (tx) => acceptAgreements(tx, { circleId, version: 2 }));
		expect(await say(world, ben, circleId, 'hello')).toMatchObject({ place: 1 });
	});

	test('not having been asked to pause, which ends by itself', async ({ world }) => {
		const { rosa, ben, circleId } = await talking(world);
		const alias = (await aliasIn(world.db, circleId, ben))!.id;

		await world.as(rosa, (tx) => askToPause(tx, { circleId, alias, hours: 4 }));

		expect(await say(world, ben, circleId, 'hello')).toEqual({ refused: 'asked-to-pause' });
		world.now = new Date(world.now.getTime() + 4 * 3_600_000 + 1);
		expect(await say(world, ben, circleId, 'hello')).toMatchObject({ place: 1 });
	});
});

test('while the talking piece goes round, only whoever holds it writes', async ({ world }) => {
	const { rosa, ben, circleId } = await talking(world);
	const bens = (await aliasIn(world.db, circleId, ben))!.id;
	const lend = (to: Parameters<typeof lendFloor>[2]) =>
		world.as(rosa, async (tx) => ({ lent: await lendFloor(tx, circleId, to) }));

	await lend(bens);
	expect(await say(world, rosa, circleId, 'hello')).toEqual({ refused: 'piece-is-out' });
	expect(await say(world, ben, circleId, 'hello')).toMatchObject({ place: 1 });
	await lend(null);
	expect(await say(world, ben, circleId, 'and')).toEqual({ refused: 'piece-is-out' });
	await lend('everyone');
	expect(await say(world, rosa, circleId, 'hello')).toMatchObject({ place: 2 });
});

test('whoever was away hears of edits, removals and hiding as changes, and ends up seeing the same', async ({
	world,
}) => {
	const { rosa, ben, circleId, read } = await talking(world);
	await say(world, ben, circleId, 'one');
	await say(world, ben, circleId, 'two');
	await say(world, ben, circleId, 'three');
	const before = await changesAfter(world.db, world.vault, circleId, 0);
	const known = before.at(-1)!.change;

	await world.as(ben, (tx) =>
		editMessage(tx, { circleId, place: 1, body: 'one, better', contentNote: 'loss' }),
	);
	await world.as(ben, (tx) => removeMessage(tx, circleId, 2));
	await world.as(rosa, (tx) => hideMessage(tx, { circleId, place: 3, because: 'not-safe-here' }));
	await world.as(rosa, (tx) => resonate(tx, { circleId, place: 1, kind: 'been-there' }));

	const state = new Map(before.map((line) => [line.place, line]));
	for (const line of await changesAfter(world.db, world.vault, circleId, known)) state.set(line.place, line);
	// As they go over the wire, where it is not told who is behind a name.
	expect(JSON.parse(JSON.stringify([...state.values()]))).toEqual(await read());
	expect([...state.values()].map(({ body, state, edited }) => ({ body, state, edited }))).toEqual([
		{ body: 'one, better', state: 'said', edited: true },
		{ body: '', state: 'gone', edited: false },
		{ body: '', state: 'hidden', edited: false },
	]);
});

test('hosts and the author see what was hidden and why; nobody else does', async ({ world }) => {
	const { rosa, ben, circleId } = await talking(world);
	await say(world, ben, circleId, 'go for a run');
	await world.as(rosa, (tx) => hideMessage(tx, { circleId, place: 1, because: 'against-agreements' }));
	const mine = (await aliasIn(world.db, circleId, ben))!.id;
	const seenBy = async (reader: ReaderOfLines) =>
		(await messagesBefore(world.db, world.vault, circleId, reader))[0]!.body;

	expect(await seenBy({ personId: null, aliasId: undefined, host: true })).toBe('go for a run');
	expect(await seenBy({ personId: ben, aliasId: mine, host: false })).toBe('go for a run');
	expect(await seenBy({ personId: null, aliasId: undefined, host: false })).toBe('');
});

test('nobody changes anybody else’s words, not even a host', async ({ world }) => {
	const { rosa, ben, circleId } = await talking(world);
	await say(world, ben, circleId, 'mine');

	expect(
		await world.as(rosa, (tx) => editMessage(tx, { circleId, place: 1, body: 'x', contentNote: '' })),
	).toEqual({
		refused: 'not-yours',
	});
	expect(await world.as(rosa, (tx) => removeMessage(tx, circleId, 1))).toEqual({
		refused: 'not-yours',
	});
	expect(
		await world.as(ben, (tx) => hideMessage(tx, { circleId, place: 1, because: 'not-safe-here' })),
	).toEqual({
		refused: 'not-a-host',
	});
});

describe('what is said at once', () => {
	const together = (
		world: World,
		circleId: CircleId,
		sayings: { by: PersonId; body: string; replyTo?: number }[],
	) =>
		Promise.all(
			sayings.map(({ by, body, replyTo }) =>
				sayInCircle(world.spine, circleId, {
					...{ by, body, replyTo, at: world.now, contentNote: '', clientId: randomUUID() },
				}),
			),
		);

	test('is numbered as it came, each decided by itself, and a no makes no gap', async ({ world }) => {
		const { rosa, ben, circleId, read } = await talking(world);
		const [cy, dee] = [await world.person('Cy'), await world.person('Dee')];
		await world.as(dee, (tx) => joinCircle(tx, circleId));

		const said = await together(world, circleId, [
			{ by: rosa, body: 'one' },
			{ by: cy, body: 'not here' },
			{ by: dee, body: 'before the agreements' },
			{ by: ben, body: 'to nothing', replyTo: 9 },
			{ by: ben, body: 'two' },
			{ by: rosa, body: 'three' },
		]);

		expect(
			said.map((outcome) => ('refused' in outcome ? outcome.refused : 'place' in outcome && outcome.place)),
		).toEqual([1, 'not-seated', 'agreements-first', 'no-such-message', 2, 3]);
		expect((await read()).map(({ body }) => body)).toEqual(['one', 'two', 'three']);
	});

	test('is handed over as those who watch would read it', async ({ world }) => {
		const { rosa, ben, circleId } = await talking(world);
		const handed: unknown[] = [];
		world.spine.handOver = (_, lines) => handed.push(...lines);
		await together(world, circleId, [
			{ by: rosa, body: 'The lamp is on.' },
			{ by: ben, body: 'I see it.', replyTo: 1 },
			{ by: rosa, body: 'Good.' },
		]);

		expect(handed).toEqual(await changesAfter(world.db, world.vault, circleId, 0));
	});

	test('does not fail because of something else that does', async ({ world }) => {
		const { rosa, ben, circleId, read } = await talking(world);
		const { id } = await world.db
			.selectFrom('alias')
			.select('id')
			.where('person_id', '=', ben)
			.executeTakeFirstOrThrow();
		await world.db.updateTable('alias').set({ key_id: null }).where('id', '=', id).execute();
		const [first, broken, second] = await Promise.allSettled([
			...[rosa, ben, rosa].map((by) => together(world, circleId, [{ by, body: 'hello' }])),
		]);

		expect([first!.status, broken!.status, second!.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
		expect((await read()).map(({ place }) => place)).toEqual([1, 2]);
	});
});
