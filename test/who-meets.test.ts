import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { blockables } from '#composition';
import { askDirectly, cardsFor } from '#features/asking/server/index.ts';
import { block, whoIs } from '#features/blocks/server/index.ts';
import { postMessage as sayInCircle } from '#features/circles/server/post-message.ts';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { sittersIn } from '#features/circles/server/queries.ts';
import { aliasIn, changesAfter, messagesBefore } from '#features/conversations/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import { offerAside } from '#features/rooms/server/asides.ts';
import { asideOf, deskOf, doorway, guestsIn, roomBySlug } from '#features/rooms/server/queries.ts';
import { standingIn } from '#features/rooms/server/standing.ts';
import { may } from '#features/rooms/policy.ts';
import { askForCover, takeCover } from '#features/rota/server/cover.ts';
import { putOn } from '#features/rota/server/put-on.ts';
import { peopleAskedToHold, shiftsSeen, swapsOf } from '#features/rota/server/queries.ts';
import { holdersById } from '#features/rota/server/standing.ts';
import { answerSwap, offerSwap } from '#features/rota/server/swap.ts';
import { after, days } from '#platform/time.ts';
import { cardsWaiting } from '#features/sit-with-me/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { cardOf, supporterIdOf, supporting, card, withWhom } from './fitting.ts';
import { aHeldRoom, granted, somebodyIn } from './rooms.ts';
import { somebodyThere, somebodyWaiting } from './sitting.ts';
import { aRota, aShift, people } from './rota.ts';
import { test, type World } from './world.ts';

const knows = async (world: World, viewer: PersonId, who: string) => {
	const met = await whoIs(world.db, blockables, (await viewerById(world.db, viewer))!, who, world.now);
	return met && { personId: met.personId, as: met.as, in: met.in };
};
const blocks = (world: World, who: PersonId, whom: PersonId) =>
	world.as(who, (tx) => block(tx, { personId: whom, known: { as: null, in: null } }));

test('somebody can be blocked by whatever one knows them by, and by nothing that one is not shown', async ({
	world,
}) => {
	const [ana, ben, cy] = [await world.person('Ana'), await world.person('Ben'), await world.person('Cy')];
	const circleId = await world.circle({ name: 'Evening circle', seated: [ana, ben] });
	const bens = `alias:${(await aliasIn(world.db, circleId, ben))!.id}`;
	expect(await knows(world, ana, bens)).toEqual({ personId: ben, as: 'Ben', in: 'Evening circle' });
	// Oneself, a name in a place that is not one’s own, and what is nothing at all look the same.
	for (const [who, what] of [
		[ben, bens],
		[cy, bens],
		[ana, `alias:${randomUUID()}`],
		[ana, 'alias:'],
		[ana, `person:${ben}`],
		[ana, ''],
	] as const)
		expect(await knows(world, who, what)).toBeUndefined();

	const wren = await supporting(world, 'Wren');
	const page = await supporterIdOf(world, wren);
	expect(await knows(world, ana, `supporter:${page}`)).toEqual({ personId: wren, as: 'Wren', in: null });
	granted(await world.as(ana, (tx) => askDirectly(tx, card, { supporterId: page })));
	const asked = `card:${await cardOf(world, wren)}`;
	expect(await knows(world, wren, asked)).toEqual({ personId: ana, as: null, in: null });
	expect(await knows(world, cy, asked)).toBeUndefined();

	granted(await blocks(world, ana, ben));
	expect(await knows(world, ana, bens)).toBeUndefined();
});

test('a card between the two is taken back, and whoever waits is seen by somebody else', async ({
	world,
}) => {
	const wren = await supporting(world, 'Wren');
	const ana = await world.person('Ana');
	const supporterId = await supporterIdOf(world, wren);
	granted(await world.as(ana, (tx) => askDirectly(tx, card, { supporterId })));
	granted(await blocks(world, wren, ana));
	expect(await withWhom(world)).toEqual([]);
	expect(await cardsFor(world.db, world.vault, wren, world.now)).toEqual([]);
	expect(await world.as(ana, (tx) => askDirectly(tx, card, { supporterId }))).toEqual({
		refused: 'not-found',
	});

	const [tam, idris] = [await somebodyThere(world, 'Tam'), await somebodyThere(world, 'Idris')];
	const ben = await somebodyWaiting(world, 'Ben');
	const cards = async (who: PersonId) =>
		cardsWaiting(world.db, world.vault, (await viewerById(world.db, who))!, world.now);
	const [seen] = await cards(tam);
	const { person_id: waits } = await world.db
		.selectFrom('now_ask')
		.select('person_id')
		.where('id', '=', seen!.id)
		.executeTakeFirstOrThrow();
	expect(await knows(world, tam, `wait:${seen!.id}`)).toEqual({ personId: waits, as: null, in: null });
	granted(await blocks(world, tam, waits));
	expect([await cards(tam), (await cards(idris)).length]).toEqual([[], 1]);
	expect(ben).toBeDefined();
});

test('a room that only somebody blocked holds is closed for the other, and their talk of two is over', async ({
	world,
}) => {
	const { roomId, rosa } = await aHeldRoom(world);
	const [ana, ben] = [await somebodyIn(world, { roomId }, 'Ana'), await somebodyIn(world, { roomId }, 'Ben')];
	const alias = (await aliasIn(world.db, roomId, ana))!.id;
	granted(await world.as(rosa, (tx) => offerAside(tx, { roomId, alias })));
	const holder = `alias:${(await aliasIn(world.db, roomId, rosa))!.id}`;
	expect(await knows(world, await world.person('Cy'), holder)).toMatchObject({ as: 'Rosa' });

	granted(await blocks(world, ana, rosa));

	const stands = async (who: PersonId) =>
		may.read(await standingIn(world.db, roomId, (await viewerById(world.db, who))!, world.now)).refused;
	expect([await stands(ana), await stands(ben)]).toEqual(['room-closed', undefined]);
	const { slug } = await world.db
		.selectFrom('room')
		.select('slug')
		.where('id', '=', roomId)
		.executeTakeFirstOrThrow();
	const room = (await roomBySlug(world.db, slug))!;
	const door = async (id: PersonId) => (await doorway(world.db, room, { id }, world.now)).door.is;
	expect([await door(ana), await door(ben)]).toEqual(['closed', 'held']);
	expect(await asideOf(world.db, roomId, ana)).toBeUndefined();
	expect((await deskOf(world.db, roomId, rosa, world.now)).asides).toEqual([]);
	expect((await guestsIn(world.db, roomId, { id: rosa }, world.now)).map(({ name }) => name)).toEqual([
		'Ben',
	]);
	expect(await world.as(rosa, (tx) => offerAside(tx, { roomId, alias }))).toEqual({ refused: 'not-there' });
});

test('what the other said cannot be answered, and is in nothing that one reads', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const circleId = await world.circle({ seated: [ana, ben] });
	for (const who of [ana, ben])
		granted(await world.as(who, (tx) => acceptAgreements(tx, { circleId, version: 1 })));
	const say = (who: PersonId, body: string, replyTo?: number) =>
		world.as(who, (tx) =>
			sayInCircle(tx, { circleId, body, contentNote: '', replyTo, clientId: randomUUID() }),
		);
	granted(await say(ben, 'The first.'));
	granted(await say(ana, 'The second.', 1));
	granted(await blocks(world, ben, ana));

	expect(await say(ana, 'Again.', 1)).toEqual({ refused: 'no-such-message' });
	expect(await say(ben, 'Again.', 2)).toEqual({ refused: 'no-such-message' });
	granted(await say(ana, 'My own.', 2));
	const read = async (personId: PersonId | null) => {
		const reader = { personId, aliasId: undefined, host: true };
		const page = await messagesBefore(world.db, world.vault, circleId, reader);
		const since = await changesAfter(world.db, world.vault, circleId, 0, reader);
		return [page, since].map((lines) => lines.map(({ body }) => body));
	};
	expect(await read(ana)).toEqual([
		['The second.', 'My own.'],
		['The second.', 'My own.'],
	]);
	expect(await read(ben)).toEqual([['The first.'], ['The first.']]);
	expect((await read(null))[0]).toHaveLength(3);
	expect((await sittersIn(world.db, circleId, ana)).map(({ name }) => name)).toEqual(['Ana']);
});

test('on the rota nobody reads the other’s name, takes their shift or trades with them; how many are missing stays true', async ({
	world,
}) => {
	const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
	const { amara } = await people(world, ['coordinator'], 'amara');
	const rota = await aRota(world, { name: 'Evenings' });
	const shiftId = await aShift(world, rota, { in: 20, held: [ben] });
	const mine = await aShift(world, rota, { in: 44, held: [cy] });
	granted(await world.as(ben, (tx) => askForCover(tx, { shiftId, word: 'My train is late.' })));
	granted(await world.as(cy, (tx) => offerSwap(tx, { mine, theirs: shiftId, askedOf: ben })));
	const who = `shift:${shiftId}.${ben}`;
	expect(await knows(world, cy, who)).toEqual({ personId: ben, as: 'ben', in: 'Evenings' });
	expect(await knows(world, cy, `shift:${shiftId}`)).toBeUndefined();
	expect(await knows(world, await world.person('Ana'), who)).toBeUndefined();

	granted(await blocks(world, cy, ben));
	granted(await blocks(world, ben, amara));

	const seen = async (me: PersonId) => {
		const holder = (await holdersById(world.db, [me], world.now)).get(me)!;
		const window = { from: world.now, until: after(world.now, days(14)) };
		return (await shiftsSeen(world.db, world.vault, [rota], holder, window)).map(
			({ missing, people: on }) => ({
				missing,
				on: on.map(({ nickname }) => nickname),
			}),
		);
	};
	expect(await seen(cy)).toEqual([
		{ missing: 0, on: [] },
		{ missing: 0, on: ['cy'] },
	]);
	expect(await seen(ben)).toEqual([
		{ missing: 0, on: ['ben'] },
		{ missing: 0, on: [] },
	]);
	const [swap] = await world.db.selectFrom('swap').select('id').execute();
	for (const one of [ben, cy]) expect(await swapsOf(world.db, one, world.now)).toEqual([]);
	expect(await world.as(ben, (tx) => answerSwap(tx, { swapId: swap!.id, answer: 'yes' }))).toEqual({
		refused: 'no-such-swap',
	});
	expect(await world.as(cy, (tx) => takeCover(tx, { shiftId, from: ben }))).toHaveProperty('refused');
	expect(await world.as(cy, (tx) => offerSwap(tx, { mine, theirs: shiftId, askedOf: ben }))).toEqual({
		refused: 'no-such-shift',
	});
	const putting = { rotaId: rota, shiftId: mine, personId: ben, because: 'You are free.' };
	expect(await world.as(amara, (tx) => putOn(tx, putting))).toEqual({ refused: 'not-asked-to-hold' });
	expect((await peopleAskedToHold(world.db, ['supporter'], amara)).map(({ nickname }) => nickname)).toEqual([
		'cy',
	]);
});
