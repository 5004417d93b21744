import { expect } from 'vitest';
import { takeDuty } from '#features/people/server/index.ts';
import { after, minutes } from '#platform/time.ts';
import { granted } from '#test/rooms.ts';
import { card, somebodyThere, somebodyWaiting } from '#test/sitting.ts';
import { test } from '#test/world.ts';
import { askNow, beWith, freeAgain, leaveWait, notice, stopBeingHere } from './index.ts';
import { lookAround } from './look-around.ts';

test('of fifty who press at one moment exactly one is with them, and one has said that they come', async ({
	world,
}) => {
	const fifty = [];
	for (let at = 1; at <= 50; at++) fifty.push(await somebodyThere(world, `Supporter ${at}`));
	for (let round = 0; round < 3; round++) {
		const { askId } = await somebodyWaiting(world, `Ana ${round}`);
		const noticed = await Promise.all(
			fifty.map((who) => world.as(who, (tx) => notice(tx, { askId, minutes: 5 }))),
		);
		expect(noticed.filter((outcome) => !('refused' in outcome))).toHaveLength(1);
		const came = await Promise.all(fifty.map((who) => world.as(who, (tx) => beWith(tx, { askId }))));

		const together = came.filter((outcome) => 'pairingId' in outcome);
		expect(together, `round ${round}`).toHaveLength(1);
		expect(new Set(came.flatMap((outcome) => ('refused' in outcome ? outcome.refused : [])))).toEqual(
			new Set(['somebody-else-came']),
		);
		const open = await world.db.selectFrom('pairing').select('id').where('ended_at', 'is', null).execute();
		expect(open).toHaveLength(round + 1);
		for (const who of fifty) await world.as(who, freeAgain);
	}
});

test('one supporter who presses five cards at one moment is with one', async ({ world }) => {
	const tam = await somebodyThere(world, 'Tam', { pairings: 20 });
	const five = [];
	for (let at = 1; at <= 5; at++) five.push(await somebodyWaiting(world, `Ana ${at}`));
	const came = await Promise.all(five.map(({ askId }) => world.as(tam, (tx) => beWith(tx, { askId }))));

	expect(came.filter((outcome) => 'pairingId' in outcome)).toHaveLength(1);
	expect(came.filter((outcome) => 'refused' in outcome && outcome.refused === 'with-somebody')).toHaveLength(
		4,
	);
});

test('leaving while somebody comes is one or the other, never a talk with nobody', async ({ world }) => {
	const tam = await somebodyThere(world, 'Tam', { pairings: 20 });
	const { personId } = await somebodyWaiting(world, 'Ana');
	granted(await world.as(personId, leaveWait));
	for (let round = 0; round < 15; round++) {
		const { askId } = granted(await world.as(personId, (tx) => askNow(tx, card)));
		const [left, came] = await Promise.all([
			world.as(personId, leaveWait),
			world.as(tam, (tx) => beWith(tx, { askId })),
		]);
		const happened = [left, came].filter((outcome) => !('refused' in outcome));
		expect(happened, `round ${round}: ${JSON.stringify([left, came])}`).toHaveLength(1);
		await world.as(tam, freeAgain);
	}
});

test('a supporter whose duty is taken while they press is with somebody, or is not; nobody waits for them', async ({
	world,
}) => {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	for (let round = 0; round < 5; round++) {
		const tam = await somebodyThere(world, `Tam ${round}`);
		const { askId } = await somebodyWaiting(world, `Ana ${round}`);
		const [came] = await Promise.all([
			world.as(tam, (tx) => beWith(tx, { askId })),
			world.as(amara, (tx) => takeDuty(tx, { personId: tam, duty: 'supporter' })),
			world.as(tam, stopBeingHere),
		]);
		const row = world.db.selectFrom('now_ask').select('state').where('id', '=', askId);
		expect((await row.executeTakeFirstOrThrow()).state).toBe('pairingId' in came ? 'paired' : 'waiting');
		expect(await world.as(tam, (tx) => beWith(tx, { askId }))).toHaveProperty('refused');
	}
});

test('whatever everybody does at once, nobody waits forever for a row, and each wait ends one way', async ({
	world,
}) => {
	const six = [];
	for (let at = 1; at <= 6; at++) six.push(await somebodyThere(world, `Supporter ${at}`, { pairings: 20 }));
	const waiting: Awaited<ReturnType<typeof somebodyWaiting>>[] = [];
	for (let at = 1; at <= 8; at++) waiting.push(await somebodyWaiting(world, `Ana ${at}`));
	world.now = after(world.now, minutes(2));
	await Promise.all([
		...six.flatMap((who, at) => [
			world.as(who, (tx) => notice(tx, { askId: waiting[at]!.askId, minutes: 5 })),
			world.as(who, (tx) => beWith(tx, { askId: waiting[7 - at]!.askId })),
			world.as(who, (tx) => beWith(tx, { askId: waiting[at]!.askId })),
			at % 3 === 0 ? world.as(who, stopBeingHere) : world.as(who, freeAgain),
		]),
		...waiting.filter((_, at) => at % 2).map(({ personId }) => world.as(personId, leaveWait)),
		world.as(null, async (tx) => {
			await lookAround.run(tx, {});
			return {};
		}),
	]);

	const ended = await world.db.selectFrom('past_wait').select('came_of_it').execute();
	const still = await world.db.selectFrom('now_ask').select(['state', 'pairing_id']).execute();
	const answered = ended.filter(({ came_of_it }) => came_of_it === 'answered');
	expect(still.filter(({ state }) => state === 'paired')).toHaveLength(answered.length);
	expect(ended.length + still.filter(({ state }) => state === 'waiting').length).toBe(8);
});
