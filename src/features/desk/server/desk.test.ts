import { expect } from 'vitest';
import { takeDuty } from '#features/people/server/index.ts';
import { callForDebrief } from '#features/sessions/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, minutes } from '#platform/time.ts';
import { doWhatIsDue } from '#test/jobs.ts';
import { onShift } from '#test/desk.ts';
import { test, type World } from '#test/world.ts';
import type { CaseId, Tier } from '../case.ts';
import {
	askSecond,
	carriedBy,
	caseAsRulesSee,
	caseFor,
	countsOn,
	decidedBefore,
	deskFor,
	deskTopic,
	handedOver,
	handOver,
	hopsOf,
	isDutyHeld,
	joinCase,
	mayAskDebrief,
	nextOnDuty,
	openCase,
	otherStewards,
	personal,
	settleCase,
	takeCase,
	turnsOf,
	waitingFor,
	type Opening,
} from './index.ts';
import { pageOn, pageOverdue } from './page-on.ts';

const steward = (world: World, name: string) => world.person(name, { duties: ['steward'] });

const tell = (world: World, opening: Partial<Opening> = {}) =>
	world.as(null, (tx) =>
		openCase(tx, {
			...{ about: 'pattern:1', subjectId: null, ageBand: 'adult', kind: 'report', tier: 1 },
			...{ because: 'desk.because', ...opening },
		}),
	);

const neededNow = async (world: World, caseId: CaseId) => {
	const rows = await world.db
		.selectFrom('notice')
		.innerJoin('person', 'person.id', 'notice.person_id')
		.select('person.nickname')
		.where('about', '=', caseId)
		.orderBy('person.nickname')
		.execute();
	return rows.map(({ nickname }) => nickname);
};

test('many tell of one thing, also at the same moment: there is one case, as near as whoever sees it nearest', async ({
	world,
}) => {
	const people = await Promise.all(Array.from({ length: 8 }, (_, n) => world.person(`P${n}`)));
	const told = await Promise.all(
		people.map((raisedBy, n) => tell(world, { raisedBy, tier: n === 5 ? 2 : 1 })),
	);

	expect(new Set(told.map(({ caseId }) => caseId)).size).toBe(1);
	expect(told.filter(({ isNew }) => isNew)).toHaveLength(1);
	const it = await caseAsRulesSee(world.db, told[0]!.caseId);
	expect(it).toMatchObject({ tier: 2, state: 'open', kind: 'report' });
	expect([...it!.reporterIds].sort()).toEqual([...people].sort());
});

test('what was looked at and kept stays kept, until somebody sees nearer danger in it', async ({ world }) => {
	const rosa = await steward(world, 'Rosa');
	const { caseId } = await tell(world);
	await world.as(rosa, (tx) => takeCase(tx, caseId));
	await world.as(rosa, (tx) => settleCase(tx, { caseId, by: rosa, outcome: 'kept' }));

	expect(await tell(world)).toEqual({ caseId, isNew: false, kept: true });
	expect(await tell(world, { tier: 3 })).toMatchObject({ isNew: true, kept: false });
});

test('what was measured or closed can be told anew', async ({ world }) => {
	const rosa = await steward(world, 'Rosa');
	for (const outcome of ['measured', 'closed'] as const) {
		const { caseId } = await tell(world);
		await world.as(rosa, (tx) => takeCase(tx, caseId));
		await world.as(rosa, (tx) => settleCase(tx, { caseId, by: rosa, outcome }));
		expect(await tell(world), outcome).toMatchObject({ isNew: true });
		await world.db.deleteFrom('desk_case').where('state', '=', 'open').execute();
	}
});

test('only whoever has a case settles it, once', async ({ world }) => {
	const [rosa, sam] = [await steward(world, 'Rosa'), await steward(world, 'Sam')];
	const { caseId } = await tell(world);
	await world.as(rosa, (tx) => takeCase(tx, caseId));
	const settle = (by: PersonId) => world.as(by, (tx) => settleCase(tx, { caseId, by, outcome: 'closed' }));

	expect(await settle(sam)).toEqual({ refused: 'not-yours' });
	expect(await settle(rosa)).toEqual({ caseId, outcome: 'closed' });
	expect(await settle(rosa)).toEqual({ refused: 'settled-already' });
});

test('a case is not there for whoever it is about, whoever told of it, another age band, or no steward', async ({
	world,
}) => {
	const [rosa, sam, tia] = [
		await steward(world, 'Rosa'),
		await steward(world, 'Sam'),
		await steward(world, 'Tia'),
	];
	const teen = await steward(world, 'Teen');
	await world.db.updateTable('person').set({ age_band: '13-17' }).where('id', '=', teen).execute();
	const [host, coordinator] = [
		await world.person('Host', { duties: ['host'] }),
		await world.person('Coordinator', { duties: ['coordinator'] }),
	];
	const { caseId } = await tell(world, { subjectId: rosa, raisedBy: sam });
	const take = (who: PersonId) => world.as(who, (tx) => takeCase(tx, caseId));
	const sees = async (id: PersonId) =>
		(await deskFor(world.db, { id, ageBand: 'adult', duties: ['steward'] }, world.now)).cases.length;

	for (const who of [rosa, sam, teen, host, coordinator])
		expect(await take(who)).toEqual({ refused: 'not-found' });
	expect([await sees(rosa), await sees(sam), await sees(tia)]).toEqual([0, 0, 1]);
	expect(await take(tia)).toEqual({ caseId });
});

test('two who take a case at once: one has it', async ({ world }) => {
	const [rosa, sam] = [await steward(world, 'Rosa'), await steward(world, 'Sam')];
	const { caseId } = await tell(world);

	const taken = await Promise.all([rosa, sam].map((who) => world.as(who, (tx) => takeCase(tx, caseId))));

	expect(taken).toContainEqual({ caseId });
	expect(taken).toContainEqual({ refused: 'taken-already' });
});

test('the desk is ordered by danger, then by how long it has waited', async ({ world }) => {
	const rosa = await steward(world, 'Rosa');
	const opened: string[] = [];
	for (const [n, tier] of ([1, 3, 2, 3, 1] as Tier[]).entries()) {
		const { caseId } = await tell(world, { about: `pattern:${n}`, tier });
		opened.push(caseId);
		world.now = after(world.now, minutes(1));
	}

	const desk = await deskFor(world.db, { id: rosa, ageBand: 'adult', duties: ['steward'] }, world.now);

	expect(desk.cases.map(({ id }) => opened.indexOf(id))).toEqual([1, 3, 2, 0, 4]);
	expect(desk.cases[0]!.clock).toMatchObject({ awaits: 'first', late: true });
	expect(desk.cases[3]!.clock).toEqual({ awaits: 'its-turn' });
	expect((await countsOn(world.db, { id: rosa }, 'adult')).map(({ tier, open }) => [tier, open])).toEqual([
		[3, 2],
		[2, 1],
		[1, 2],
	]);
});

test('of five hundred that wait, each stands on one page, the nearest danger first, and in the order of their coming', async ({
	world,
}) => {
	const rosa = await steward(world, 'Rosa');
	for (let n = 0; n < 500; n++) {
		await tell(world, { about: `pattern:${n}`, tier: n % 50 === 0 ? 3 : n % 7 === 0 ? 2 : 1 });
		world.now = after(world.now, 1_000);
	}
	const viewer = { id: rosa, ageBand: 'adult', duties: ['steward'] } as const;
	const all = [];
	for (let page = 1; ; page++) {
		const desk = await deskFor(world.db, viewer, world.now, page);
		all.push(...desk.cases);
		if (!desk.more) break;
	}

	expect(new Set(all.map(({ id }) => id)).size).toBe(500);
	const order = all.map(({ tier, tierSince }) => (3 - tier) * 1e13 + tierSince.getTime());
	expect(order).toEqual(order.toSorted((a, b) => a - b));
	expect(await waitingFor(world.db, viewer)).toBe(500);
});

test('duty is held while a steward of the age band is on shift; else it is said who is next', async ({
	world,
}) => {
	const rosa = await steward(world, 'Rosa');
	await onShift(world, rosa, { from: after(world.now, minutes(60)), hours: 2 });

	expect(await isDutyHeld(world.db, 'adult', world.now)).toBe(false);
	expect(await nextOnDuty(world.db, 'adult', world.now)).toEqual({
		startsAt: after(world.now, minutes(60)),
		personIds: [rosa],
	});
	expect(await isDutyHeld(world.db, 'adult', after(world.now, minutes(61)))).toBe(true);
	expect(await isDutyHeld(world.db, '13-17', after(world.now, minutes(61)))).toBe(false);
	expect(await nextOnDuty(world.db, '13-17', world.now)).toBeUndefined();
});

test('danger asks those on shift at once, in the same transaction; while nobody comes, whoever is next', async ({
	world,
}) => {
	const [rosa, sam] = [await steward(world, 'Rosa'), await steward(world, 'Sam')];
	await steward(world, 'Tia');
	await world.person('Kim', { duties: ['coordinator'] });
	await onShift(world, rosa, { from: after(world.now, -minutes(30)), hours: 4 });
	await onShift(world, sam, { from: after(world.now, minutes(210)), hours: 4 });
	const { caseId } = await tell(world, { tier: 3 });

	expect(await neededNow(world, caseId)).toEqual(['Rosa']);
	world.now = after(world.now, minutes(2));
	await doWhatIsDue(world);
	expect(await neededNow(world, caseId)).toEqual(['Sam']);
	world.now = after(world.now, minutes(2));
	await doWhatIsDue(world);
	expect(await neededNow(world, caseId)).toEqual(['Rosa', 'Sam', 'Tia']);
	world.now = after(world.now, minutes(5));
	await doWhatIsDue(world);
	expect(await neededNow(world, caseId)).toEqual(['Kim']);

	expect((await hopsOf(world.db, caseId)).map(({ step }) => step)).toEqual([
		'coordinators',
		...['everybody', 'everybody', 'everybody'],
		'next',
		'on-shift',
	]);
});

test('whoever comes ends the asking; in the nearest danger a second person does', async ({ world }) => {
	const [rosa, sam] = [await steward(world, 'Rosa'), await steward(world, 'Sam')];
	const { caseId: soon } = await tell(world, { about: 'pattern:1', tier: 2 });
	const { caseId: now } = await tell(world, { about: 'pattern:2', tier: 3 });
	for (const caseId of [soon, now]) await world.as(rosa, (tx) => takeCase(tx, caseId));

	expect(await neededNow(world, soon)).toEqual([]);
	expect(await neededNow(world, now)).toEqual(['Sam']);
	expect(await world.as(sam, (tx) => joinCase(tx, now))).toEqual({ caseId: now });
	expect(await neededNow(world, now)).toEqual([]);
	const before = (await hopsOf(world.db, now)).length;
	world.now = after(world.now, minutes(120));
	await doWhatIsDue(world);
	expect(await hopsOf(world.db, now)).toHaveLength(before);
});

test('a hop that was due is done once, however often the job runs, and by whichever job is left', async ({
	world,
}) => {
	await steward(world, 'Rosa');
	const { caseId } = await tell(world, { tier: 3 });
	const { length: first } = await hopsOf(world.db, caseId);
	// The worker that held the job was killed: the job is gone with it.
	await world.db.deleteFrom('notice').execute();
	world.now = after(world.now, minutes(20));
	const sweep = () =>
		world.as(null, async (tx) => {
			await pageOverdue.run(tx, {});
			return {};
		});
	await sweep();
	await sweep();
	await doWhatIsDue(world);
	const { length: second } = await hopsOf(world.db, caseId);
	expect(second).toBeGreaterThan(first);
	await world.as(null, async (tx) => {
		await pageOn.run(tx, { caseId });
		return {};
	});
	expect(await hopsOf(world.db, caseId)).toHaveLength(second);
	expect(await neededNow(world, caseId)).toEqual(['Rosa']);
});

test('what was done to find somebody is never changed or taken out', async ({ world }) => {
	await steward(world, 'Rosa');
	await tell(world, { tier: 3 });

	await expect(world.db.deleteFrom('case_hop').execute()).rejects.toThrow(/not changed/);
	await expect(world.db.updateTable('case_hop').set({ paged_at: world.now }).execute()).rejects.toThrow();
});

test('“I need a second person” asks others now, whatever the danger', async ({ world }) => {
	const [rosa, sam] = [await steward(world, 'Rosa'), await steward(world, 'Sam')];
	const { caseId } = await tell(world);
	await world.as(rosa, (tx) => takeCase(tx, caseId));
	expect(await world.as(sam, (tx) => askSecond(tx, caseId))).toEqual({ refused: 'not-yours' });

	await world.as(rosa, (tx) => askSecond(tx, caseId));
	await world.as(rosa, (tx) => askSecond(tx, caseId));
	expect(await neededNow(world, caseId)).toEqual(['Sam']);
	await world.as(sam, (tx) => joinCase(tx, caseId));
	expect(await caseAsRulesSee(world.db, caseId)).toMatchObject({ takenBy: rosa, secondId: sam });
	expect(await world.as(rosa, (tx) => askSecond(tx, caseId))).toEqual({ refused: 'second-already' });
});

test('a case is handed over with what is known, promised and open, which goes when it is settled', async ({
	world,
}) => {
	const [rosa, sam] = [await steward(world, 'Rosa'), await steward(world, 'Sam')];
	const { caseId } = await tell(world, { tier: 2 });
	await world.as(rosa, (tx) => takeCase(tx, caseId));
	const words = { known: 'They are at home.', promised: 'A word by eight.', open: 'Whether they slept.' };

	await world.as(rosa, (tx) => handOver(tx, { caseId, to: sam, ...words }));
	expect(await handedOver(world.db, world.vault, caseId)).toMatchObject({ ...words, from: 'Rosa' });
	expect(await neededNow(world, caseId)).toEqual(['Sam']);
	expect(await world.as(sam, (tx) => takeCase(tx, caseId))).toEqual({ caseId });
	await world.as(sam, (tx) => settleCase(tx, { caseId, by: sam, outcome: 'closed' }));
	expect(await handedOver(world.db, world.vault, caseId)).toBeUndefined();
});

test('whoever loses the duty, or erases themselves, has no case any more, and others are asked', async ({
	world,
}) => {
	const [rosa, sam] = [await steward(world, 'Rosa'), await steward(world, 'Sam')];
	const { caseId } = await tell(world, { tier: 2 });
	await world.as(rosa, (tx) => takeCase(tx, caseId));
	await world.as(rosa, async (tx) => {
		await personal.erase(tx, rosa);
		return {};
	});

	expect(await caseAsRulesSee(world.db, caseId)).toMatchObject({ takenBy: null, state: 'open' });
	expect(await neededNow(world, caseId)).toEqual(['Sam']);
	expect(await personal.export(world.db, world.vault, sam)).toMatchObject({ turns: [], about: [] });
});

test('a steward sees a case with what was decided before, whom it can be handed to, and what they carry', async ({
	world,
}) => {
	const [rosa, sam, ben] = [
		await steward(world, 'Rosa'),
		await steward(world, 'Sam'),
		await world.person('Ben'),
	];
	const viewer = { id: rosa, ageBand: 'adult', duties: ['steward'] } as const;
	const { caseId: before } = await tell(world, { about: 'pattern:1', subjectId: ben });
	await world.as(rosa, (tx) => takeCase(tx, before));
	await world.as(rosa, (tx) => settleCase(tx, { caseId: before, by: rosa, outcome: 'measured' }));
	const { caseId } = await tell(world, { about: 'pattern:2', subjectId: ben, tier: 2 });

	expect(await caseFor(world.db, viewer, caseId, world.now)).toMatchObject({ id: caseId, tier: 2, told: 0 });
	expect(await caseFor(world.db, { ...viewer, id: ben }, caseId, world.now)).toBeUndefined();
	expect(await decidedBefore(world.db, { id: caseId, subjectId: ben })).toMatchObject([{ id: before }]);
	expect(await decidedBefore(world.db, { id: caseId, subjectId: null })).toEqual([]);
	expect(await otherStewards(world.db, viewer)).toEqual([{ id: sam, nickname: 'Sam' }]);
	expect(await turnsOf(world.db, rosa)).toMatchObject([{ role: 'first', tier: 1 }]);
	expect(await carriedBy(world.db, rosa, world.now)).toMatchObject({ thisWeek: 0, says: 'nothing' });
	expect(await mayAskDebrief(world.db, rosa, world.now)).toEqual({});
	expect(await mayAskDebrief(world.db, sam, world.now)).toEqual({ refused: 'nothing-to-talk-about' });
	const debrief = () => world.as(rosa, (tx) => callForDebrief(tx, { ageBand: 'adult' }));
	expect(await debrief()).toEqual(await debrief());
});

test('whoever may see how much there is hears that the desk has changed, and nothing else', async ({
	world,
}) => {
	const [rosa, ben] = [await steward(world, 'Rosa'), await world.person('Ben')];
	const before = await deskTopic.latest(world.db, 'adult');
	await tell(world);

	const admitted = async (who: PersonId | null, band: string) =>
		(await deskTopic.admit(world.db, who, band, world.now)).refused ?? 'in';
	expect(
		await Promise.all([admitted(rosa, 'adult'), admitted(ben, 'adult'), admitted(null, 'adult')]),
	).toEqual(['in', 'not-found', 'not-found']);
	expect(await admitted(rosa, '13-17')).toBe('not-found');
	const since = await deskTopic.since(world.db, world.vault, 'adult', before);
	expect(since).toEqual([{ change: world.now.getTime() }]);
});

test('whoever stops being a steward has no case from then on', async ({ world }) => {
	const [rosa, kim] = [await steward(world, 'Rosa'), await world.person('Kim', { duties: ['coordinator'] })];
	const { caseId } = await tell(world, { tier: 2 });
	await world.as(rosa, (tx) => takeCase(tx, caseId));
	await world.as(kim, (tx) => takeDuty(tx, { personId: rosa, duty: 'steward' }));
	await doWhatIsDue(world);

	expect(await caseAsRulesSee(world.db, caseId)).toMatchObject({ takenBy: null });
	expect(await neededNow(world, caseId)).toEqual(['Kim']);
});

test('the pause of a steward is kept by the desk, not by the steward', async ({ world }) => {
	const [rosa, sam] = [await steward(world, 'Rosa'), await steward(world, 'Sam')];
	for (const who of [rosa, sam]) await onShift(world, who, { from: after(world.now, -minutes(5)), hours: 4 });
	const taken = [];
	for (const n of [1, 2, 3, 4]) {
		const { caseId } = await tell(world, { about: `pattern:${n}`, tier: 2 });
		taken.push(await world.as(rosa, (tx) => takeCase(tx, caseId)));
		world.now = after(world.now, minutes(4));
	}

	expect(taken[3]).toEqual({ refused: 'pause-first' });
	world.now = after(world.now, minutes(17));
	const { caseId } = await tell(world, { about: 'pattern:4' });
	expect(await world.as(rosa, (tx) => takeCase(tx, caseId))).toEqual({ caseId });
});
