import { describe, expect } from 'vitest';
import {
	endSession,
	foundOrganisation,
	giveDuty,
	takeDuty,
	viewerById,
} from '#features/people/server/index.ts';
import { endPairing, pair } from '#features/pairings/server/index.ts';
import { rest } from '#features/supporters/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import type { AnyJob } from '#platform/job.ts';
import { after, days, hours, minutes } from '#platform/time.ts';
import { granted } from '#test/rooms.ts';
import { aSupporter, card, somebodyThere, somebodyWaiting, somebodyWithSession } from '#test/sitting.ts';
import { test, type World } from '#test/world.ts';
import type { NowAskId } from '../waiting.ts';
import {
	askAgain,
	askNow,
	beHere,
	beWith,
	cameTo,
	cardOf,
	cardsWaiting,
	freeAgain,
	howItIs,
	leaveWait,
	limitWait,
	myBeingHere,
	myWait,
	notice,
	personal,
	stillHere,
	stopBeingHere,
	talksChange,
	topics,
	waitMinutes,
} from './index.ts';
import { freeAfter, letGo, letRest, lookAround } from './look-around.ts';

const cardsOf = async (world: World, who: PersonId) =>
	cardsWaiting(world.db, world.vault, (await viewerById(world.db, who))!, world.now);
const mine = (world: World, who: PersonId) => myWait(world.db, world.vault, who, world.now);
const coming = (world: World, who: PersonId, askId: NowAskId) => world.as(who, (tx) => beWith(tx, { askId }));
const running = (world: World, job: AnyJob, data: object = {}) =>
	world.as(null, async (tx) => {
		await job.run(tx, data);
		return {};
	});
const pastWaits = (world: World) =>
	world.db.selectFrom('past_wait').select(['came_of_it', 'waited_seconds', 'told_most']).execute();

describe('somebody asks for company now', () => {
	test('and those who are there see what was asked, the oldest first, and nothing else of them', async ({
		world,
	}) => {
		const tam = await somebodyThere(world, 'Tam');
		const ana = await somebodyWaiting(world, 'Ana');
		world.now = after(world.now, minutes(1));
		const ben = await somebodyWaiting(world, 'Ben', { help: 'distract', avoid: '' });

		expect(await cardsOf(world, tam)).toEqual([
			{ id: ana.askId, ...card, noticed: null, withYouAt: null },
			{ id: ben.askId, ...card, help: 'distract', avoid: '', noticed: null, withYouAt: null },
		]);
		const [row] = await world.db.selectFrom('now_ask').select('words').execute();
		expect(row!.words.toString('latin1')).not.toContain('sleep');
	});

	test('and is seen by nobody of another language or age band, nobody who is not there, and not by oneself', async ({
		world,
	}) => {
		await world.as(null, (tx) => foundOrganisation(tx, { name: 'Here', locale: 'en' }));
		await world.db
			.updateTable('organisation')
			.set({ age_bands: ['adult', '16-25'] })
			.execute();
		const there = {
			french: await somebodyThere(world, 'Colette', { languages: ['fr'] }),
			young: await somebodyThere(world, 'Robin', { ageBand: '16-25' }),
			away: await aSupporter(world, 'Wren'),
			oneself: await somebodyThere(world, 'Idris'),
		};
		const idris = granted(await world.as(there.oneself, (tx) => askNow(tx, card)));
		expect((await mine(world, there.oneself))?.there).toBe('nobody');
		for (const [who, id] of Object.entries(there)) {
			expect(await cardsOf(world, id), who).toEqual([]);
			expect(await coming(world, id, idris.askId)).toEqual({
				refused: who === 'away' ? 'not-here' : 'no-such-card',
			});
		}
		const stranger = await world.person('Nobody');
		expect(await coming(world, stranger, idris.askId)).toEqual({ refused: 'not-asked-to-support' });
	});

	test('once at a time; leaving is one press, forgets what was asked, and they can come again at once', async ({
		world,
	}) => {
		const ana = await somebodyWaiting(world, 'Ana');
		expect(await world.as(ana.personId, (tx) => askNow(tx, card))).toEqual({ refused: 'already-waiting' });
		world.now = after(world.now, minutes(3));
		granted(await world.as(ana.personId, leaveWait));
		expect(await world.as(ana.personId, leaveWait)).toEqual({ refused: 'not-waiting' });
		expect(await world.db.selectFrom('now_ask').select('id').execute()).toEqual([]);
		expect(await pastWaits(world)).toEqual([{ came_of_it: 'left', waited_seconds: 180, told_most: null }]);
		granted(await world.as(ana.personId, (tx) => askNow(tx, card)));
		expect(await mine(world, ana.personId)).toMatchObject({ over: false, onlyNickname: true, card });
	});

	test('and is told by when somebody comes; somebody who is free at once can still be first', async ({
		world,
	}) => {
		const [tam, wren] = [await somebodyThere(world, 'Tam'), await somebodyThere(world, 'Wren')];
		const { personId, askId } = await somebodyWaiting(world, 'Ana');
		const say = (who: PersonId, inMinutes: 5 | 12 | 20 = 12) =>
			world.as(who, (tx) => notice(tx, { askId, minutes: inMinutes }));
		granted(await say(tam));
		expect((await mine(world, personId))?.noticed).toMatchObject({
			name: 'Tam',
			withYouAt: after(world.now, minutes(12)),
		});
		expect(await cardsOf(world, tam)).toMatchObject([{ noticed: 'by-me' }]);
		expect(await cardsOf(world, wren)).toMatchObject([{ noticed: 'by-another' }]);
		expect(await say(wren, 5)).toEqual({ refused: 'somebody-comes' });
		granted(await say(tam, 20));

		granted(await coming(world, wren, askId));
		expect(await say(tam)).toEqual({ refused: 'somebody-else-came' });
		expect(await coming(world, tam, askId)).toEqual({ refused: 'somebody-else-came' });
	});

	test('and whoever said they come and does not is waited for no longer than ten minutes more', async ({
		world,
	}) => {
		const [tam, wren] = [await somebodyThere(world, 'Tam'), await somebodyThere(world, 'Wren')];
		const { personId, askId } = await somebodyWaiting(world, 'Ana');
		granted(await world.as(tam, (tx) => notice(tx, { askId, minutes: 5 })));
		world.now = after(world.now, minutes(15));
		expect((await mine(world, personId))?.noticed).toBeUndefined();
		granted(await world.as(wren, (tx) => notice(tx, { askId, minutes: 5 })));
		expect((await mine(world, personId))?.noticed).toMatchObject({ name: 'Wren' });
		granted(await world.as(wren, stopBeingHere));
		expect((await mine(world, personId))?.noticed).toBeUndefined();
	});
});

describe('somebody comes', () => {
	test('and the two are paired: each is led to their talk, with the card that it began with', async ({
		world,
	}) => {
		const tam = await somebodyThere(world, 'Tam');
		const { personId, askId } = await somebodyWaiting(world, 'Ana');
		world.now = after(world.now, minutes(4));
		const { pairingId } = granted(await coming(world, tam, askId));

		expect(await mine(world, personId)).toBeUndefined();
		expect(await cameTo(world.db, personId, world.now)).toMatchObject({ pairingId, name: 'Tam' });
		expect(await cardOf(world.db, world.vault, pairingId)).toMatchObject(card);
		expect(await pastWaits(world)).toEqual([
			{ came_of_it: 'answered', waited_seconds: 240, told_most: null },
		]);
		expect(await coming(world, tam, askId)).toEqual({ pairingId });
		expect((await world.eventNames()).filter((name) => name.startsWith('sit-with-me'))).toEqual([
			...['sit-with-me.here-begun', 'sit-with-me.asked', 'sit-with-me.came'],
		]);
	});

	test('one talk at a time; then they say that they are free for the next, and the pairing stays', async ({
		world,
	}) => {
		const tam = await somebodyThere(world, 'Tam');
		const [ana, ben] = [await somebodyWaiting(world, 'Ana'), await somebodyWaiting(world, 'Ben')];
		const { pairingId } = granted(await coming(world, tam, ana.askId));
		expect(await coming(world, tam, ben.askId)).toEqual({ refused: 'with-somebody' });
		granted(await world.as(tam, (tx) => notice(tx, { askId: ben.askId, minutes: 12 })));
		const whom = { ageBand: 'adult', language: 'en' } as const;
		expect((await howItIs(world.db, whom, { now: world.now })).there).toBe('all-in-talks');

		granted(await world.as(tam, freeAgain));
		expect((await howItIs(world.db, whom, { now: world.now })).there).toBe('free');
		granted(await coming(world, tam, ben.askId));
		const open = world.db.selectFrom('pairing').select('id').where('ended_at', 'is', null);
		expect((await open.execute()).map(({ id }) => id)).toContain(pairingId);
	});

	test('whom they are paired with already: they go on in the same talk', async ({ world }) => {
		const tam = await somebodyThere(world, 'Tam', { pairings: 1 });
		const ana = await somebodyWithSession(world, 'Ana');
		const { pairingId } = granted(await world.as(tam, (tx) => pair(tx, { supporterId: tam, memberId: ana })));
		const { askId } = granted(await world.as(ana, (tx) => askNow(tx, card)));
		expect(await coming(world, tam, askId)).toEqual({ pairingId });
	});

	test('to no more than they can carry, and to nobody else when they are on their way to one', async ({
		world,
	}) => {
		const tam = await somebodyThere(world, 'Tam', { pairings: 1 });
		const [ana, ben] = [await somebodyWaiting(world, 'Ana'), await somebodyWaiting(world, 'Ben')];
		granted(await world.as(tam, (tx) => notice(tx, { askId: ana.askId, minutes: 5 })));
		expect(await world.as(tam, (tx) => notice(tx, { askId: ben.askId, minutes: 5 }))).toEqual({
			refused: 'one-at-a-time',
		});
		granted(await coming(world, tam, ana.askId));
		granted(await world.as(tam, freeAgain));
		expect(await coming(world, tam, ben.askId)).toEqual({ refused: 'not-here' });
		expect(await world.as(tam, (tx) => beHere(tx, { until: after(world.now, hours(1)) }))).toEqual({
			refused: 'has-no-room',
		});
		const viewer = (await viewerById(world.db, tam))!;
		expect((await myBeingHere(world.db, world.vault, viewer, world.now)).cannot).toBe('has-no-room');
	});
});

describe('being there for talks', () => {
	test('is for those who are asked, have a page, and do not rest; and no longer than they say', async ({
		world,
	}) => {
		const until = after(world.now, hours(1));
		const begin = (who: PersonId, till = until) => world.as(who, (tx) => beHere(tx, { until: till }));
		const [ana, ben, tam] = [
			await world.person('Ana'),
			await world.person('Ben', { duties: ['supporter'] }),
			await aSupporter(world, 'Tam'),
		];
		expect(await begin(ana)).toEqual({ refused: 'not-asked-to-support' });
		expect(await begin(ben)).toEqual({ refused: 'page-first' });
		granted(await world.as(tam, (tx) => rest(tx, true)));
		expect(await begin(tam)).toEqual({ refused: 'resting' });
		granted(await world.as(tam, (tx) => rest(tx, false)));
		expect(await begin(tam, world.now)).toEqual({ refused: 'time-is-past' });
		granted(await begin(tam));

		world.now = after(world.now, minutes(21));
		const viewer = (await viewerById(world.db, tam))!;
		expect((await myBeingHere(world.db, world.vault, viewer, world.now)).here?.isAsked).toBe(true);
		granted(await world.as(tam, stillHere));
		expect((await myBeingHere(world.db, world.vault, viewer, world.now)).here?.isAsked).toBe(false);
		world.now = after(world.now, minutes(25));
		expect(await world.as(tam, stillHere)).toEqual({ refused: 'not-here' });
		expect(await world.as(tam, freeAgain)).toEqual({ refused: 'not-here' });
		await running(world, lookAround);
		expect(await world.db.selectFrom('here_for_talks').select('person_id').execute()).toEqual([]);
	});

	test('ends with the duty at that moment, also for whoever was told that they come', async ({ world }) => {
		const amara = await world.person('Amara', { duties: ['coordinator'] });
		const tam = await somebodyThere(world, 'Tam');
		const { personId, askId } = await somebodyWaiting(world, 'Ana');
		granted(await world.as(tam, (tx) => notice(tx, { askId, minutes: 12 })));
		await world.as(amara, (tx) => takeDuty(tx, { personId: tam, duty: 'supporter' }));

		expect(await coming(world, tam, askId)).toEqual({ refused: 'not-asked-to-support' });
		expect(await cardsOf(world, tam)).toEqual([]);
		expect(await mine(world, personId)).toMatchObject({ noticed: undefined, there: 'nobody' });
		await running(world, letGo, { personId: tam });
		await world.as(null, (tx) => giveDuty(tx, { personId: tam, duty: 'supporter' }));
		expect(await coming(world, tam, askId)).toEqual({ refused: 'not-here' });
	});

	test('ends with resting, and a talk that ends makes them free for the next', async ({ world }) => {
		const [tam, wren] = [await somebodyThere(world, 'Tam'), await somebodyThere(world, 'Wren')];
		const { personId, askId } = await somebodyWaiting(world, 'Ana');
		const { pairingId } = granted(await coming(world, wren, askId));
		granted(await world.as(personId, (tx) => endPairing(tx, pairingId)));
		await running(world, freeAfter, { pairingId });
		await running(world, freeAfter, { pairingId });
		granted(await world.as(tam, (tx) => rest(tx, true)));
		const { id: supporterId } = await world.db
			.selectFrom('supporter')
			.select('id')
			.where('person_id', '=', tam)
			.executeTakeFirstOrThrow();
		await running(world, letRest, { supporterId });
		await running(world, letRest, { supporterId: askId });

		const there = await world.db.selectFrom('here_for_talks').selectAll().execute();
		expect(there).toMatchObject([{ person_id: wren, pairing_id: null }]);
	});
});

describe('a wait that is over', () => {
	test('is told after three quarters of an hour; they can ask for the same once more', async ({ world }) => {
		const { personId, askId } = await somebodyWaiting(world, 'Ana');
		world.now = after(world.now, minutes(44));
		expect(await mine(world, personId)).toMatchObject({ over: false });
		expect(await world.as(personId, askAgain)).toEqual({ askId });
		world.now = after(world.now, minutes(1));
		expect(await mine(world, personId)).toMatchObject({ over: true });

		const tam = await somebodyThere(world, 'Tam');
		expect(await cardsOf(world, tam)).toEqual([]);
		expect(await coming(world, tam, askId)).toEqual({ refused: 'no-such-card' });
		expect(await world.as(tam, (tx) => notice(tx, { askId, minutes: 5 }))).toEqual({
			refused: 'no-such-card',
		});
		await running(world, lookAround);
		await running(world, lookAround);
		expect(await pastWaits(world)).toEqual([
			{ came_of_it: 'nobody-came', waited_seconds: 2700, told_most: null },
		]);
		granted(await world.as(personId, askAgain));
		expect(await cardsOf(world, tam)).toMatchObject([card]);
		granted(await coming(world, tam, askId));
		expect(await world.as(personId, askAgain)).toEqual({ refused: 'not-waiting' });
	});

	test('is after as long as coordinators say; whoever looks a day later asks anew', async ({ world }) => {
		const amara = await world.person('Amara', { duties: ['coordinator'] });
		const { personId } = await somebodyWaiting(world, 'Ana');
		expect(await world.as(personId, (tx) => limitWait(tx, { minutes: 20 }))).toEqual({
			refused: 'not-a-coordinator',
		});
		granted(await world.as(amara, (tx) => limitWait(tx, { minutes: 30 })));
		granted(await world.as(amara, (tx) => limitWait(tx, { minutes: 20 })));
		expect(await waitMinutes(world.db)).toBe(20);
		world.now = after(world.now, minutes(21));
		expect(await mine(world, personId)).toMatchObject({ over: true, limit: 20 });
		await running(world, lookAround);
		granted(await world.as(personId, leaveWait));
		granted(await world.as(personId, (tx) => askNow(tx, card)));
		world.now = after(world.now, minutes(21));
		granted(await world.as(personId, (tx) => askNow(tx, { ...card, help: 'company' })));
		world.now = after(world.now, minutes(21));
		await running(world, lookAround);
		world.now = after(world.now, days(2));
		await running(world, lookAround);
		expect(await mine(world, personId)).toBeUndefined();
		expect(await pastWaits(world)).toHaveLength(3);
		world.now = after(world.now, days(40));
		await running(world, lookAround);
		expect(await pastWaits(world)).toEqual([]);
	});

	test('is not while somebody is on their way', async ({ world }) => {
		const tam = await somebodyThere(world, 'Tam');
		const { personId, askId } = await somebodyWaiting(world, 'Ana');
		world.now = after(world.now, minutes(19));
		granted(await world.as(tam, stillHere));
		world.now = after(world.now, minutes(24));
		granted(await world.as(tam, stillHere));
		granted(await world.as(tam, (tx) => notice(tx, { askId, minutes: 5 })));
		world.now = after(world.now, minutes(4));
		await running(world, lookAround);
		expect(await mine(world, personId)).toMatchObject({ over: false, noticed: { name: 'Tam' } });
		granted(await coming(world, tam, askId));
	});
});

test('a nickname alone whose session has ended can never be back, so nobody sits down with them', async ({
	world,
}) => {
	const tam = await somebodyThere(world, 'Tam');
	const ana = await somebodyWaiting(world, 'Ana');
	const ben = await somebodyWaiting(world, 'Ben');
	await world.db.updateTable('person').set({ passphrase: 'hashed' }).where('id', '=', ben.personId).execute();
	for (const { personId } of [ana, ben]) {
		const session = world.db.selectFrom('session').select('id').where('person_id', '=', personId);
		const { id } = await session.executeTakeFirstOrThrow();
		await world.as(personId, (tx) => endSession(tx, id));
	}
	expect(await cardsOf(world, tam)).toMatchObject([{ id: ben.askId }]);
	expect(await coming(world, tam, ana.askId)).toEqual({ refused: 'no-such-card' });
	await running(world, lookAround);
	expect(await world.db.selectFrom('now_ask').select('id').execute()).toEqual([{ id: ben.askId }]);
	expect(await mine(world, ben.personId)).toMatchObject({ onlyNickname: false });
});

test('how long it takes is told from what happened, and kept beside what came of it', async ({ world }) => {
	const tam = await somebodyThere(world, 'Tam', { pairings: 20 });
	const whom = { ageBand: 'adult', language: 'en' } as const;
	expect(await howItIs(world.db, whom, { now: world.now })).toEqual({
		there: 'free',
		wait: null,
		keptOfTen: null,
	});
	for (let at = 1; at <= 18; at++) {
		const { askId } = await somebodyWaiting(world, `Somebody ${at}`);
		world.now = after(world.now, minutes(at % 2 ? 2 : 6));
		granted(await world.as(tam, stillHere));
		granted(await coming(world, tam, askId));
		granted(await world.as(tam, freeAgain));
	}
	const how = await howItIs(world.db, whom, { now: world.now });
	expect(how).toMatchObject({ wait: { least: 2, most: 6 }, keptOfTen: 10 });
	expect(
		await howItIs(world.db, whom, { now: world.now, since: after(world.now, -minutes(4)) }),
	).toMatchObject({
		wait: { least: 2, most: 3 },
	});
	const kept = await world.db.selectFrom('past_wait').selectAll().execute();
	expect(Object.keys(kept[0]!).sort()).toEqual(
		['came_of_it', 'hour_of_week', 'id', 'on_day', 'told_most', 'waited_seconds'].sort(),
	);
	expect(new Set(kept.map(({ id }) => id.slice(0, 13))).size).toBe(1);
});

test('what somebody asked and until when they are there is theirs to have, and goes with them', async ({
	world,
}) => {
	const tam = await somebodyThere(world, 'Tam');
	const { personId, askId } = await somebodyWaiting(world, 'Ana');
	granted(await world.as(tam, (tx) => notice(tx, { askId, minutes: 5 })));
	expect(await personal.export(world.db, world.vault, personId)).toMatchObject({ asks: [card], here: null });
	expect(await personal.export(world.db, world.vault, tam)).toMatchObject({ here: { languages: ['en'] } });
	for (const who of [tam, personId])
		await world.as(who, async (tx) => {
			await personal.erase(tx, who);
			return {};
		});
	expect(await world.db.selectFrom('now_ask').select('id').execute()).toEqual([]);
	expect(await world.db.selectFrom('here_for_talks').select('person_id').execute()).toEqual([]);
});

test('one’s own wait is heard by oneself, who waits by those who are asked to be there, and both only that something changed', async ({
	world,
}) => {
	const { db, vault, now } = world;
	const [talks, wait] = topics;
	const tam = await somebodyThere(world, 'Tam');
	const { personId, askId } = await somebodyWaiting(world, 'Ana');
	expect(await talks!.admit(db, tam, 'adult', now)).toEqual({});
	for (const [who, band] of [
		[tam, '16-25'],
		[personId, 'adult'],
		[null, 'adult'],
	] as const)
		expect(await talks!.admit(db, who, band, now)).toEqual({ refused: 'not-found' });
	expect(await wait!.admit(db, personId, askId, now)).toEqual({});
	for (const [who, id] of [
		[tam, askId],
		[null, askId],
		[personId, 'x'],
		[personId, personId],
	] as const)
		expect(await wait!.admit(db, who, id, now)).toEqual({ refused: 'not-found' });

	const change = await talksChange(db, 'adult');
	expect(await wait!.latest(db, askId)).toBe(change);
	expect(await wait!.latest(db, 'x')).toBe(0);
	expect(await talks!.latest(db, 'adult')).toBe(change);
	expect(await talks!.since(db, vault, 'adult', change)).toEqual([]);
	granted(await world.as(tam, (tx) => notice(tx, { askId, minutes: 5 })));
	expect(await wait!.since(db, vault, askId, change)).toEqual([{ change: change + 1 }]);
	expect(await talks!.since(db, vault, 'adult', change)).toEqual([{ change: change + 1 }]);
});
