import { expect } from 'vitest';
import type { CircleId } from '#features/circles/circle.ts';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { changeState } from '#features/circles/server/change-circle.ts';
import { leaveCircle } from '#features/circles/server/leave-circle.ts';
import { observeCircle } from '#features/circles/server/observe-circle.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import { aliasIn } from '#features/conversations/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import { newId, type PersonId } from '#platform/ids.ts';
import { after, days, hours, minutes } from '#platform/time.ts';
import { everythingKept } from '#test/everything-kept.ts';
import { evening, test, type World } from '#test/world.ts';
import type { Action } from '../action.ts';
import { stageOf, type Stage } from '../script.ts';
import type { Settings } from '../sitting.ts';
import { act } from './act.ts';
import { comeToMeeting } from './come-to-meeting.ts';
import { endAtRest } from './end-at-rest.ts';
import { debriefsIn, writeDebrief } from './debrief.ts';
import { goingOn, standingAt } from './going-on.ts';
import { endDeserted, forgetEnded } from './let-go.ts';
import { personal } from './personal.ts';
import { changePlan, planOf } from './plan.ts';
import { attendance, latestEnded, meetingsCalling, namesIn, phaseOf } from './queries.ts';
import { howItWas, sayHowItWas } from './say-how-it-was.ts';
import { sittingTopic } from './topic.ts';
import { asidesOf, writeAside } from './write-aside.ts';

const usual: Settings = { admission: 'seated', observers: true, talk: 'text' };
type Press = Exclude<Action, { do: 'knock' }>;

/** A circle of two hosts and two members, who have accepted its agreements and whose script has one round. */
async function gather(world: World, stages: Stage[] = [stageOf('piece', 20, 2)], settings = usual) {
	const names = ['Ana', 'Ben', 'Cy', 'Dot'] as const;
	const [ana, ben, cy, dot] = (await Promise.all(names.map((name) => world.person(name)))) as [
		PersonId,
		PersonId,
		PersonId,
		PersonId,
	];
	const circle = await world.circle({ hosts: [ana, ben], seated: [cy, dot] });
	for (const who of [ben, cy, dot])
		await world.as(who, (tx) => acceptAgreements(tx, { circleId: circle, version: 1 }));
	const script = [...stages, stageOf('aftercare', 5)];
	await world.as(ana, (tx) => changePlan(tx, { circleId: circle, script, settings }));
	const alias = async (who: PersonId): Promise<AliasId> => (await aliasIn(world.db, circle, who))!.id;
	const come = (who: PersonId) =>
		world.as(who, (tx) =>
			comeToMeeting(tx, { circleId: circle, way: 'speaking', private: true, wishes: false }),
		);
	const press = (who: PersonId, action: Press) =>
		world.as(who, (tx) => act(tx, { circleId: circle, action }));
	const state = async () => (await goingOn(world.db, circle))!.state;
	const version = async () => (await goingOn(world.db, circle))!.version;
	const everybody = [ana, ben, cy, dot];
	const others = (who: PersonId) => everybody.filter((other) => other !== who);
	async function whoHolds(): Promise<PersonId> {
		const { holder } = (await state()).turns;
		for (const who of everybody) if ((await alias(who)) === holder) return who;
		throw new Error('Nobody has the piece.');
	}
	return { ana, ben, cy, dot, others, circle, alias, come, press, state, version, whoHolds };
}

/** Everybody has come, and Ana has opened: the piece is with whoever has sat here longest. */
async function begin(world: World, ...how: [Stage[]?, Settings?]) {
	const scene = await gather(world, ...how);
	for (const who of [scene.ana, scene.ben, scene.cy, scene.dot]) await scene.come(who);
	await scene.press(scene.ana, { do: 'open' });
	return scene;
}

test('two who arrive first at the same moment stand in one lobby', async ({ world }) => {
	const { ana, ben, come, state } = await gather(world);
	await Promise.all([come(ana), come(ben)]);
	expect((await state()).people).toHaveLength(2);
});

test('without a host or a meeting that was called there is no lobby', async ({ world }) => {
	const { cy, come, circle } = await gather(world);
	expect(await come(cy)).toEqual({ refused: 'no-meeting' });
	await world.db
		.insertInto('meeting')
		.values({
			id: newId(world.now),
			circle_id: circle,
			schedule_id: null,
			starts_at: after(world.now, minutes(20)),
			minutes: 60,
			called_off_at: null,
		})
		.execute();
	expect(await come(cy)).toMatchObject({ version: 2 });
});

test('pressing “pass the piece on” twice at once passes one turn', async ({ world }) => {
	const { press, state, whoHolds } = await begin(world);
	const { number: turn, queue } = (await state()).turns;
	const ana = await whoHolds();
	const answers = await Promise.all(Array.from({ length: 4 }, () => press(ana, { do: 'finish', turn })));
	expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(1);
	expect((await state()).turns.holder).toBe(queue[0]);
});

test('two who guide and go on at the same moment go on once', async ({ world }) => {
	const { ana, ben, press, state } = await begin(world, [
		stageOf('welcome', 1),
		stageOf('popcorn', 5),
		stageOf('closing', 5),
	]);
	const on = { do: 'move-on', stage: 0, anyway: false } as const;
	const answers = await Promise.all([press(ana, on), press(ben, on)]);
	expect(answers).toContainEqual({ refused: 'stage-is-over' });
	expect((await state()).stage).toBe(1);
});

test('two who take the piece from the table at the same moment: one has it', async ({ world }) => {
	const { cy, dot, press, state } = await begin(world, [stageOf('popcorn', 5)]);
	const take = { do: 'take', turn: (await state()).turns.number } as const;
	const answers = await Promise.all([press(cy, take), press(dot, take)]);
	expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(1);
});

test('while the piece is out only its holder writes in the circle', async ({ world }) => {
	const { ana, press, state, circle, whoHolds, others } = await begin(world);
	const holder = await whoHolds();
	const [cy] = others(holder);
	const say = (who: PersonId) =>
		world.as(who, (tx) =>
			postMessage(tx, {
				circleId: circle,
				body: 'Here.',
				contentNote: '',
				replyTo: undefined,
				clientId: newId(world.now),
			}),
		);
	expect(await say(cy!)).toEqual({ refused: 'piece-is-out' });
	expect(await say(holder)).toMatchObject({ place: 1 });
	const { turns } = await state();
	await press(ana, { do: 'move-on', stage: 0, anyway: true });
	expect(await say(cy!)).toMatchObject({ place: 2 });
	expect(turns.holder).not.toBe(null);
});

test('in a meeting aloud everybody may write all the while', async ({ world }) => {
	const { circle } = await begin(world, [stageOf('piece', 20, 2)], { ...usual, talk: 'aloud' });
	const { piece_out } = await world.db
		.selectFrom('circle')
		.select('piece_out')
		.where('id', '=', circle)
		.executeTakeFirstOrThrow();
	expect(piece_out).toBe(false);
});

test('a sign is kept and changes nothing that anybody sees', async ({ world }) => {
	const { cy, press, version } = await begin(world);
	const before = await version();
	world.now = after(evening, 30_000);
	await press(cy, { do: 'sign' });
	expect(await version()).toBe(before);
});

test('a seat that is given up is no seat at the meeting', async ({ world }) => {
	const { cy, press, circle, ana } = await begin(world);
	await world.as(cy, (tx) => leaveCircle(tx, circle));
	await press(ana, { do: 'sign' });
	expect(await press(cy, { do: 'raise' })).toEqual({ refused: 'not-seated' });
});

test('nobody from outside changes anything, whatever they press', async ({ world }) => {
	const { press, come, state } = await begin(world);
	const stranger = await world.person('Stranger');
	const before = JSON.stringify(await state());
	const { turns } = await state();
	const presses: Press[] = [
		{ do: 'finish', turn: turns.number },
		{ do: 'move-on', stage: 0, anyway: true },
		{ do: 'close' },
		{ do: 'lead' },
		{ do: 'settings', settings: { ...usual, admission: 'ask' } },
	];
	for (const each of presses) expect(await press(stranger, each)).toEqual({ refused: 'not-seated' });
	expect(await come(stranger)).toEqual({ refused: 'not-seated' });
	expect(JSON.stringify(await state())).toBe(before);
});

test('what a host sets outlasts the meeting and the host', async ({ world }) => {
	const { ana, press, circle } = await begin(world);
	await press(ana, { do: 'settings', settings: { ...usual, admission: 'ask' } });
	await press(ana, { do: 'leave' });
	expect((await planOf(world.db, circle)).settings.admission).toBe('ask');
});

test('fifty come early: nobody is in before they are let in, also when the host goes and comes back', async ({
	world,
}) => {
	const host = await world.person('Host');
	const guests = await Promise.all(Array.from({ length: 50 }, (_, at) => world.person(`Guest ${at}`)));
	const circle = await world.circle({ hosts: [host], seated: guests, capacity: 60 });
	for (const who of guests)
		await world.as(who, (tx) => acceptAgreements(tx, { circleId: circle, version: 1 }));
	const script = [stageOf('opening', 10, 1), stageOf('aftercare', 5)];
	await world.as(host, (tx) =>
		changePlan(tx, { circleId: circle, script, settings: { ...usual, admission: 'ask' } }),
	);
	const come = (who: PersonId) =>
		world.as(who, (tx) =>
			comeToMeeting(tx, { circleId: circle, way: 'speaking', private: true, wishes: false }),
		);
	const press = (action: Press) => world.as(host, (tx) => act(tx, { circleId: circle, action }));
	const inside = async () =>
		(await goingOn(world.db, circle))!.state.people.filter((sitter) => sitter.inside).length;

	await come(host);
	await Promise.all(guests.map(come));
	expect(await inside()).toBe(0);
	await press({ do: 'open' });
	expect(await inside()).toBe(1);
	await press({ do: 'leave' });
	await come(guests[0]!);
	expect(await inside()).toBe(1);
	await come(host);
	expect((await goingOn(world.db, circle))!.state).toMatchObject({
		phase: 'running',
		settings: { admission: 'ask' },
	});
	expect(await inside()).toBe(1);
});

test('the private line is between two of whom one guides, and sealed', async ({ world }) => {
	const { ana, ben, cy, dot, circle, alias } = await begin(world);
	const write = async (from: PersonId, to: PersonId, words: string) =>
		world.as(from, async (tx) => writeAside(tx, { circleId: circle, to: await alias(to), words }));
	const read = async (who: PersonId) => {
		const going = (await goingOn(world.db, circle))!;
		const lines = await asidesOf(world.db, world.vault, going.id, await alias(who));
		return lines.map(({ words }) => words);
	};
	expect(await write(cy, dot, 'psst')).toEqual({ refused: 'only-to-guides' });
	await write(cy, ben, 'I would rather not speak tonight.');
	await write(ben, cy, 'That is fine.');
	expect(await read(cy)).toEqual(['I would rather not speak tonight.', 'That is fine.']);
	expect(await read(dot)).toEqual([]);
	expect(await read(ana)).toEqual([]);
	expect(await everythingKept(world.db)).not.toContain('rather not');
});

test('how it was is kept by the day and by nobody, asked once, and told in sums of five', async ({
	world,
}) => {
	const { ana, ben, cy, dot, circle, press } = await begin(world);
	await press(ana, { do: 'move-on', stage: 0, anyway: true });
	await press(ana, { do: 'close' });
	const answer = (who: PersonId, value: number) =>
		world.as(who, (tx) => sayHowItWas(tx, { circleId: circle, answers: { heard: value } }));
	for (const who of [ana, ben, cy, dot]) expect(await answer(who, 3)).toEqual({ thanks: true });
	expect(await answer(cy, 0)).toEqual({ refused: 'not-asked' });

	const rows = await world.db.selectFrom('how_it_was').selectAll().execute();
	expect(rows).toEqual([{ circle_id: circle, day: '2026-11-22', question: 'heard', answer: 3, count: 4 }]);
	expect(await howItWas(world.db, circle, after(world.now, days(1)))).toEqual([]);
	await world.db.updateTable('how_it_was').set({ count: 5 }).execute();
	expect(await howItWas(world.db, circle, after(world.now, days(1)))).toMatchObject([{ answered: 5 }]);
});

test('a day after the meeting nothing is left of it but the day and how many came', async ({ world }) => {
	const { ana, cy, circle, press, alias } = await begin(world);
	await world.as(cy, async (tx) =>
		writeAside(tx, { circleId: circle, to: await alias(ana), words: 'Thank you.' }),
	);
	await press(ana, { do: 'close' });
	expect(await latestEnded(world.db, circle)).toMatchObject({
		attended: 4,
		state: { airtime: {}, people: [] },
	});

	world.now = after(evening, days(1) + minutes(1));
	await world.as(null, async (tx) => ((await forgetEnded.run(tx, {})) ?? {}) as object);
	expect(await latestEnded(world.db, circle)).toMatchObject({ attended: 4, state: null });
	expect(await world.db.selectFrom('aside_line').selectAll().execute()).toEqual([]);
});

test('a meeting that everybody has left is ended, and not one that somebody is at', async ({ world }) => {
	const { ana, circle, press } = await begin(world);
	const sweep = () => world.as(null, async (tx) => ((await endDeserted.run(tx, {})) ?? {}) as object);
	world.now = after(evening, hours(1.5));
	await press(ana, { do: 'sign' });
	world.now = after(evening, hours(2.5));
	await sweep();
	expect(await goingOn(world.db, circle)).toBeDefined();
	world.now = after(evening, hours(4));
	await sweep();
	expect(await goingOn(world.db, circle)).toBe(undefined);
	const { piece_out } = await world.db
		.selectFrom('circle')
		.select('piece_out')
		.where('id', '=', circle)
		.executeTakeFirstOrThrow();
	expect(piece_out).toBe(false);
});

test('whoever is at it may watch, and nobody else, not even with a seat', async ({ world }) => {
	const { ana, ben, cy, dot, circle, press, come } = await gather(world);
	for (const who of [ana, ben, cy]) await come(who);
	await press(ana, { do: 'open' });
	const going = (await goingOn(world.db, circle))!;
	const stranger = await world.person('Stranger');
	const owl = await world.person('Owl');
	await world.as(owl, (tx) => observeCircle(tx, circle));
	const admitted = async (who: PersonId | null) =>
		!(await sittingTopic.admit(world.db, who, going.id, world.now)).refused;

	expect(await Promise.all([ana, ben, cy].map(admitted))).toEqual([true, true, true]);
	expect(await Promise.all([dot, stranger, owl, null].map(admitted))).toEqual([false, false, false, false]);
	expect(await sittingTopic.since(world.db, world.vault, going.id, 0)).toEqual([{ change: going.version }]);
});

test('a steward comes in when the meeting has called, and not before', async ({ world }) => {
	const { cy, circle, press, come, state } = await begin(world);
	const steward = await world.person('Steward', { duties: ['steward'] });
	expect(await come(steward)).toEqual({ refused: 'not-seated' });
	await press(cy, { do: 'call-steward' });
	expect(await come(steward)).not.toHaveProperty('refused');
	expect((await state()).people.at(-1)).toMatchObject({ role: 'steward', where: 'here' });
	expect(await world.eventNames()).toContain('circle-mode.steward-called');
	const viewer = { id: steward, ageBand: 'adult', duties: ['steward'] } as const;
	const standing = await standingAt(world.db, circle, viewer, world.now, (await goingOn(world.db, circle))!);
	expect(standing.stewardCalled).toBe(true);
});

test('turns are no facts: nothing that is kept says who spoke when', async ({ world }) => {
	const { press, state, whoHolds } = await begin(world);
	const before = (await world.eventNames()).length;
	await press(await whoHolds(), { do: 'finish', turn: (await state()).turns.number });
	await press(await whoHolds(), { do: 'pass', turn: (await state()).turns.number });
	expect((await state()).turns.heard).toHaveLength(1);
	expect(await world.eventNames()).toHaveLength(before);
});

test('whoever erases themselves during a meeting is gone from it, with all they said', async ({ world }) => {
	const { ana, ben, circle, state, alias } = await begin(world);
	const [her, him] = [await alias(ana), await alias(ben)];
	await world.as(ana, (tx) => writeAside(tx, { circleId: circle, to: him, words: 'Can you take over?' }));
	await world.as(ana, (tx) => writeDebrief(tx, { circleId: circle, words: 'It went well.' }));
	const told = JSON.stringify(await personal.export(world.db, world.vault, ana));
	expect(told).toContain('Can you take over?');
	expect(told).toContain('It went well.');

	await world.as(ana, async (tx) => {
		await personal.erase(tx, ana);
		return {};
	});
	expect(JSON.stringify(await state())).not.toContain(her);
	expect((await state()).leader).toBe(him);
	expect((await state()).turns.holder).not.toBe(null);
	expect(await debriefsIn(world.db, world.vault, circle, ana)).toEqual([]);
	expect(JSON.stringify(await personal.export(world.db, world.vault, ana))).not.toContain('take over');
});

test('a script without aftercare, or without anything, is refused', async ({ world }) => {
	const { ana, cy, circle } = await gather(world);
	const change = (who: PersonId, script: Stage[], circleId: CircleId = circle) =>
		world.as(who, (tx) => changePlan(tx, { circleId, script, settings: usual }));
	expect(await change(ana, [])).toEqual({ refused: 'no-stages' });
	expect(await change(ana, [stageOf('piece', 5)])).toEqual({ refused: 'aftercare-last' });
	expect(await change(ana, [stageOf('reading', 5), stageOf('aftercare', 5)])).toEqual({
		refused: 'text-needed',
	});
	expect(await change(cy, [stageOf('aftercare', 5)])).toEqual({ refused: 'not-a-host' });
});

test('before, during and after, pages tell whether a meeting goes on, who is there and how many came', async ({
	world,
}) => {
	const { circle, ana, ben, press } = await begin(world);
	const { db } = world;
	expect(await phaseOf(db, circle)).toBe('running');
	expect([...(await namesIn(db, circle, null)).values()].sort()).toEqual(['Ana', 'Ben', 'Cy', 'Dot']);
	const eve = await world.person('Eve', { duties: ['steward'] });
	const steward = (await viewerById(db, eve)) ?? null;
	expect(await meetingsCalling(db, steward)).toEqual([]);
	await press(ana, { do: 'call-steward' });
	expect(await meetingsCalling(db, steward)).toHaveLength(1);

	await press(ana, { do: 'close' });
	expect(await phaseOf(db, circle)).toBeUndefined();
	expect((await attendance(db, circle)).map(({ attended }) => attended)).toEqual([4]);

	const mayAnswer = async () => (await latestEnded(db, circle))!.state!.mayAnswer.length;
	const before = await mayAnswer();
	await world.as(ben, async (tx) => ({ erased: await personal.erase(tx, ben) }));
	expect(await mayAnswer()).toBe(before - 1);
});

test('a circle that rests in the middle of a turn ends its meeting: everybody comes to what follows, and may say how it was', async ({
	world,
}) => {
	const { ana, cy, circle, whoHolds } = await begin(world);
	await whoHolds();
	await world.as(ana, (tx) => changeState(tx, { circleId: circle, state: 'resting' }));
	const rested = async () =>
		world.as(null, async (tx) => ({ done: await endAtRest.run(tx, { circleId: circle }) }));
	await rested();
	await rested();

	expect(await goingOn(world.db, circle)).toBeUndefined();
	expect((await latestEnded(world.db, circle))!.state).toMatchObject({ phase: 'over', attended: 4 });
	expect(
		await world.as(cy, (tx) => sayHowItWas(tx, { circleId: circle, answers: { heard: 4 } })),
	).not.toHaveProperty('refused');
	expect((await world.eventNames()).filter((name) => name === 'circle-mode.ended')).toHaveLength(1);

	// Resumed before anybody came to it, a meeting goes on.
	await world.as(ana, (tx) => changeState(tx, { circleId: circle, state: 'gathering' }));
	await world.as(ana, (tx) =>
		comeToMeeting(tx, { circleId: circle, way: 'text', private: true, wishes: false }),
	);
	await rested();
	expect((await goingOn(world.db, circle))?.state.phase).toBe('lobby');
});
