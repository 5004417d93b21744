import { describe, expect } from 'vitest';
import { sql } from 'kysely';
import { personal as everybodysPersonal } from '#composition';
import { may as mayInPairings } from '#features/pairings/policy.ts';
import { pair, say, sessionsOf, standingIn } from '#features/pairings/server/index.ts';
import { erasePerson, giveDuty, takeDuty, viewerById } from '#features/people/server/index.ts';
import { coolDown } from '#features/supporters/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days, hours, minutes } from '#platform/time.ts';
import {
	card,
	cardOf,
	granted,
	seeking,
	stands,
	supporterIdOf,
	supporting,
	withWhom,
} from '#test/fitting.ts';
import { doWhatIsDue } from '#test/jobs.ts';
import { test, type World } from '#test/world.ts';
import type { Way } from '../ask.ts';
import {
	acceptOffer,
	askDirectly,
	askWhoeverFits,
	isToldOfAnother,
	leaveLine,
	openTasks,
	putTo,
	runsLately,
	settleTask,
	suggestionsFor,
	tryAnother,
	waitingNow,
	whyNotWith,
} from './index.ts';
import { matchWaiting } from './match-waiting.ts';

const asking = (world: World, who: PersonId, way: Extract<Way, 'round' | 'first-free'> = 'round') =>
	world.as(who, (tx) => askWhoeverFits(tx, card, { way }));
const match = (world: World) =>
	world.as(null, async (tx) => {
		await matchWaiting.run(tx, {});
		return {};
	});
const accepting = async (world: World, supporter: PersonId) => {
	const offerId = await cardOf(world, supporter);
	return granted(await world.as(supporter, (tx) => acceptOffer(tx, { offerId })));
};
const names = async (world: World, who: PersonId) =>
	(await suggestionsFor(world.db, world.vault, { id: who }, world.now)).map(({ nickname }) => nickname);

/** Somebody who looks after those who wait, and whom no block stands between. */
const looking = '019b0000-0000-7000-8000-000000000000' as PersonId;

describe('the matching of each hour', () => {
	test('puts those who wait to those who have room, notes numbers only, and twice is once', async ({
		world,
	}) => {
		await supporting(world, 'Wren', { limits: { pairings: 1 }, languages: ['en', 'es'] });
		await supporting(world, 'Tam', { limits: { pairings: 1 } });
		const [ana, ben, cy] = [
			await seeking(world, 'Ana', { languages: ['es'] }),
			await seeking(world, 'Ben'),
			await seeking(world, 'Cy'),
		];
		granted(await asking(world, ben));
		granted(await asking(world, cy));
		granted(await world.as(ana, (tx) => askWhoeverFits(tx, { ...card, language: 'es' }, { way: 'round' })));
		await doWhatIsDue(world);
		expect(await withWhom(world)).toEqual([]);

		await Promise.all([match(world), match(world), match(world)]);

		expect(await withWhom(world)).toEqual(['Tam', 'Wren']);
		// Whoever speaks what few speak has the one who speaks it.
		expect((await stands(world, ana))!.openUntil).toEqual(after(world.now, hours(12)));
		const runs = await runsLately(world.db);
		expect(runs.map(({ put }) => put).reduce((sum, put) => sum + put, 0)).toBe(2);
		expect(runs.find(({ put }) => put > 0)).toMatchObject({ waiting: 3 });
		expect(Object.keys(runs[0]!).sort()).toEqual(['at', 'bound', 'id', 'put', 'waiting', 'worth']);

		world.now = after(world.now, hours(1));
		await match(world);
		expect(await withWhom(world)).toEqual(['Tam', 'Wren']);
	});

	test('that breaks off has done nothing', async ({ world }) => {
		await supporting(world, 'Wren');
		granted(await asking(world, await seeking(world, 'Ana')));
		const broken = world.as(null, async (tx) => {
			await matchWaiting.run(tx, {});
			throw new Error('The power went.');
		});
		await expect(broken).rejects.toThrow('The power went.');
		expect(await withWhom(world)).toEqual([]);
		expect(await runsLately(world.db)).toEqual([]);
		await match(world);
		expect(await withWhom(world)).toEqual(['Wren']);
	});

	test('keeps the prices it found for those who arrive, and forgets notes of long ago', async ({ world }) => {
		await supporting(world, 'Wren', { limits: { pairings: 1 } });
		for (const name of ['Ana', 'Ben', 'Cy']) granted(await asking(world, await seeking(world, name)));
		await match(world);
		const prices = await world.db.selectFrom('matching_price').select('price').execute();
		expect(prices).toHaveLength(1);
		expect(prices[0]!.price).toBeGreaterThan(0);
		world.now = after(world.now, days(91));
		await match(world);
		expect(await runsLately(world.db)).toHaveLength(1);
	});

	test('gives no more cards than there is room, however many run and choose at one moment', async ({
		world,
	}) => {
		const wren = await supporting(world, 'Wren', { limits: { pairings: 3 } });
		const supporterId = await supporterIdOf(world, wren);
		const people = await Promise.all(Array.from({ length: 9 }, (_, i) => seeking(world, `Somebody ${i}`)));
		for (const who of people.slice(0, 5)) granted(await asking(world, who));
		const direct = (who: PersonId) =>
			world.as(who, (tx) => askDirectly(tx, card, { supporterId, way: 'chosen' }));

		await Promise.all([match(world), ...people.slice(5).map(direct), match(world)]);

		expect(await withWhom(world)).toEqual(['Wren', 'Wren', 'Wren']);
	});
});

test('a week of somebody whom nobody can take is never silent', async ({ world }) => {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	const tam = await supporting(world, 'Tam', { limits: { pairings: 4 } });
	await supporting(world, 'Idris', { languages: ['fr'] });
	const ana = await seeking(world, 'Ana', {
		wishes: [{ about: 'gender', anyOf: ['woman'], strength: 'must' }],
	});
	const { askId } = granted(await asking(world, ana, 'first-free'));
	const began = world.now;
	const at = async (hour: number) => {
		world.now = after(began, hours(hour));
		await doWhatIsDue(world);
		await match(world);
		const { mayBend, handedOn, openUntil } = (await stands(world, ana)) ?? {};
		return { mayBend, handedOn, open: openUntil !== undefined };
	};
	const openTask = async () =>
		(await openTasks(world.db, looking)).map(({ member, kind }) => `${kind} ${member}`);

	expect(await at(23)).toEqual({ mayBend: false, handedOn: false, open: false });
	expect(await at(24)).toEqual({ mayBend: true, handedOn: false, open: false });
	expect(await openTask()).toEqual([]);
	expect(await at(48)).toEqual({ mayBend: true, handedOn: true, open: false });
	expect(await openTask()).toEqual(['unmatched Ana']);

	const why = (await whyNotWith(world.db, world.vault, askId, looking, world.now))!;
	expect(why.supporters.map(({ nickname, why: says }) => [nickname, says.map(({ key }) => key)])).toEqual([
		['Idris', ['matching.why-not.no-shared-language', 'matching.why-not.must-not-met']],
		['Tam', ['matching.why-not.must-not-met']],
	]);
	expect(JSON.stringify(why)).not.toContain('woman');
	expect(JSON.stringify(why)).not.toContain('sleep');
	const supporterId = await supporterIdOf(world, tam);
	const put = (by: PersonId) => world.as(by, (tx) => putTo(tx, { askId, supporterId }));
	expect(await put(amara)).toEqual({ refused: 'cannot-be-put' });
	expect(await put(ana)).toEqual({ refused: 'not-found' });

	// Somebody new comes on the fourth day, who lets two cards run out, and then says yes to the third.
	const wren = await supporting(world, 'Wren', {
		foundBy: { gender: 'woman', age: '', culture: '', identity: '', faith: '' },
	});
	expect(await at(80)).toEqual({ mayBend: true, handedOn: true, open: true });
	expect(await waitingNow(world.db, looking)).toMatchObject([{ nickname: 'Ana', before: true }]);
	await accepting(world, wren);
	expect(await stands(world, ana)).toBeUndefined();
	expect(await openTask()).toEqual([]);
	expect(await at(168)).toEqual({ open: false });
});

test('a coordinator puts an ask to somebody whom nothing keeps from it, and says when it is looked after', async ({
	world,
}) => {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	const wren = await supporting(world, 'Wren');
	const ana = await seeking(world, 'Ana');
	const { askId } = granted(await asking(world, ana));
	world.now = after(world.now, hours(48));
	await world.as(wren, (tx) => coolDown(tx, 24));
	await doWhatIsDue(world);
	const [task] = await openTasks(world.db, looking);
	expect(await world.as(ana, (tx) => settleTask(tx, { taskId: task!.id }))).toEqual({ refused: 'not-found' });

	const supporterId = await supporterIdOf(world, wren);
	const put = () => world.as(amara, (tx) => putTo(tx, { askId, supporterId }));
	expect(await put()).toEqual({ refused: 'cannot-be-put' });
	await world.as(wren, (tx) => coolDown(tx, 0));
	granted(await put());
	expect(await withWhom(world)).toEqual(['Wren']);
	expect(await put()).toEqual({ refused: 'not-waiting' });
	granted(await world.as(amara, (tx) => settleTask(tx, { taskId: task!.id })));
	expect(await world.as(amara, (tx) => settleTask(tx, { taskId: task!.id }))).toEqual({
		refused: 'not-found',
	});
	granted(await world.as(ana, (tx) => leaveLine(tx)));
	expect(await whyNotWith(world.db, world.vault, askId, looking, world.now)).toBeUndefined();
	expect(await put()).toEqual({ refused: 'not-waiting' });
});

describe('somebody who is no supporter any more', () => {
	test('has no card and no word from that moment on, and who they were with is looked after', async ({
		world,
	}) => {
		const amara = await world.person('Amara', { duties: ['coordinator'] });
		const [wren, tam] = [await supporting(world, 'Wren'), await supporting(world, 'Tam')];
		const [ana, ben] = [await seeking(world, 'Ana'), await seeking(world, 'Ben')];
		const { pairingId } = granted(
			await world.as(null, (tx) => pair(tx, { supporterId: wren, memberId: ana })),
		);
		const supporterId = await supporterIdOf(world, wren);
		granted(await world.as(ben, (tx) => askDirectly(tx, card, { supporterId, way: 'chosen' })));

		await world.as(amara, (tx) => takeDuty(tx, { personId: wren, duty: 'supporter' }));

		const word = { body: 'Wait.', contentNote: '', replyTo: undefined };
		const saying = (who: PersonId) =>
			world.as(who, (tx) => say(tx, { pairingId, ...word, clientId: tx.newId() }));
		expect(await saying(wren)).toEqual({ refused: 'supporter-stopped' });
		expect(await withWhom(world)).toEqual([]);
		await doWhatIsDue(world);
		expect(await withWhom(world)).toEqual(['Tam']);
		expect(await openTasks(world.db, looking)).toMatchObject([
			{ kind: 'handed-over', member: 'Ana', supporter: 'Wren' },
		]);
		// The words stay, and somebody else is there at once.
		const viewer = (await viewerById(world.db, ana)) ?? null;
		expect(mayInPairings.read(await standingIn(world.db, pairingId, viewer)).refused).toBeUndefined();
		expect(await sessionsOf(world.db, pairingId, world.now)).toEqual([]);
		expect(await names(world, ana)).toEqual(['Tam']);

		// It was a mistake: they go on, and nothing is left to look after.
		await world.as(null, (tx) => giveDuty(tx, { personId: wren, duty: 'supporter' }));
		expect(await openTasks(world.db, looking)).toEqual([]);
		granted(await saying(wren));
		expect(await cardOf(world, tam)).toBeDefined();
	});

	test('who says yes at that very moment is either handed over or refused, round after round', async ({
		world,
	}) => {
		const amara = await world.person('Amara', { duties: ['coordinator'] });
		const wren = await supporting(world, 'Wren', { limits: { pairings: 20 } });
		for (let round = 0; round < 12; round += 1) {
			const who = await seeking(world, `Somebody ${round}`);
			const supporterId = await supporterIdOf(world, wren);
			granted(await world.as(who, (tx) => askDirectly(tx, card, { supporterId, way: 'chosen' })));
			const offerId = await cardOf(world, wren);
			const [answer] = await Promise.all([
				world.as(wren, (tx) => acceptOffer(tx, { offerId })),
				world.as(amara, (tx) => takeDuty(tx, { personId: wren, duty: 'supporter' })),
			]);
			const tasks = (await openTasks(world.db, looking)).filter(
				({ member }) => member === `Somebody ${round}`,
			);
			expect(tasks, `round ${round}`).toHaveLength('pairingId' in answer ? 1 : 0);
			await world.as(null, (tx) => giveDuty(tx, { personId: wren, duty: 'supporter' }));
			if ('pairingId' in answer)
				await world.as(who, (tx) => tryAnother(tx, { pairingId: answer.pairingId, tell: false }));
			else await world.as(who, (tx) => leaveLine(tx));
			await sql`delete from graphile_worker._private_jobs`.execute(world.db);
		}
	});

	test('because they have gone altogether leaves nobody waiting for their answer', async ({ world }) => {
		const [wren] = [await supporting(world, 'Wren'), await supporting(world, 'Tam')];
		const ana = await seeking(world, 'Ana');
		const supporterId = await supporterIdOf(world, wren);
		granted(await world.as(ana, (tx) => askDirectly(tx, card, { supporterId, way: 'chosen' })));
		await world.as(wren, (tx) => erasePerson(tx, wren, everybodysPersonal));
		await doWhatIsDue(world);
		expect(await withWhom(world)).toEqual(['Tam']);
	});
});

test('going on to somebody else takes no reason; only whoever chose so is told, and they do not meet again', async ({
	world,
}) => {
	const [wren, tam] = [await supporting(world, 'Wren'), await supporting(world, 'Tam')];
	const ana = await seeking(world, 'Ana');
	const talk = async (supporterId: PersonId) =>
		granted(await world.as(null, (tx) => pair(tx, { supporterId, memberId: ana }))).pairingId;
	const [first, second] = [await talk(wren), await talk(tam)];
	const going = (who: PersonId, pairingId: typeof first, tell: boolean) =>
		world.as(who, (tx) => tryAnother(tx, { pairingId, tell }));

	expect(await going(wren, first, true)).toEqual({ refused: 'not-found' });
	granted(await going(ana, first, false));
	granted(await going(ana, second, true));
	granted(await going(ana, second, true));

	expect(await isToldOfAnother(world.db, first)).toBe(false);
	expect(await isToldOfAnother(world.db, second)).toBe(true);
	expect(await names(world, ana)).toEqual([]);
	granted(await asking(world, ana));
	world.now = after(world.now, minutes(5));
	await match(world);
	expect(await withWhom(world)).toEqual([]);
});
