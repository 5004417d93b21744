import { leaveCircle } from '#features/circles/server/leave-circle.ts';
import { observeCircle } from '#features/circles/server/observe-circle.ts';
import { historyOf, measureById, measuresIn, readsIn } from './queries.ts';
import { expect } from 'vitest';
import { personal, reportables } from '#composition';
import { makeToken, bearerBy } from '#features/access/server/index.ts';
import { entriesBefore } from '#features/audit/server/index.ts';
import { standingIn } from '#features/circles/server/index.ts';
import { messagesBefore } from '#features/conversations/server/index.ts';
import { takeCase } from '#features/desk/server/index.ts';
import { noticesFor } from '#features/notices/server/index.ts';
import {
	beginSession,
	erasePerson,
	exportPerson,
	giveDuty,
	signedInBy,
	viewerById,
} from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import { doWhatIsDue } from '#test/jobs.ts';
import { agree, decide, overturn, said, seat, somethingTold, taken, type Told } from '#test/ladder.ts';
import { granted } from '#test/rooms.ts';
import { test, type World } from '#test/world.ts';
import { appeal, drop, isSuspended, judge, lift, measuresAbout, measuresOn, wordsOf } from './index.ts';

const seatOf = async (world: World, { circleId }: Pick<Told, 'circleId'>, who: PersonId) =>
	(await standingIn(world.db, circleId, (await viewerById(world.db, who))!, world.now)).seat;

const read = (world: World, { circleId }: Pick<Told, 'circleId'>) =>
	messagesBefore(world.db, world.vault, circleId, { personId: null, aliasId: undefined, host: false });

const stateOf = async (world: World, id: string) =>
	(
		await world.db
			.selectFrom('desk_case')
			.select('state')
			.where('id', '=', id as never)
			.executeTakeFirstOrThrow()
	).state;

test('what is hidden comes back in its place when that is overturned, and everybody is told', async ({
	world,
}) => {
	const told = await somethingTold(world);
	await said(world, told.ben, told.circleId, 'Sorry.');
	const before = await read(world, told);

	const { measureId } = granted(await decide(world, told, 'hidden'));

	expect((await read(world, told)).map(({ state, body }) => [state, body])).toEqual([
		['hidden', ''],
		['said', 'Sorry.'],
	]);
	const asHost = { personId: null, aliasId: undefined, host: true };
	const [hostReads] = await messagesBefore(world.db, world.vault, told.circleId, asHost);
	expect(hostReads).toMatchObject({ state: 'hidden', body: '', hiddenBecause: 'by-stewards' });
	expect(await stateOf(world, told.caseId)).toBe('measured');
	expect((await noticesFor(world.db, told.ben)).map(({ kind }) => kind)).toEqual(['word-from-stewards']);
	expect((await wordsOf(world.db, world.vault, measureId)).reason).toBe('Please speak with care.');

	granted(await overturn(world, told, measureId));

	const change = ({ change: _, ...line }: (typeof before)[number]) => line;
	expect((await read(world, told)).map(change)).toEqual(before.map(change));
	expect(await measuresAbout(world.db, told.ben)).toMatchObject([
		{ state: 'overturned', verdict: 'overturned' },
	]);
	expect(await noticesFor(world.db, told.ben)).toHaveLength(2);
	const { entries } = await entriesBefore(world.db, { area: 'ladder' });
	expect(entries.map(({ kind }) => kind)).toEqual([
		'ladder.appeal-judged',
		'ladder.appealed',
		'ladder.imposed',
	]);
});

test('what a host has hidden as well stays hidden when stewards give it back', async ({ world }) => {
	const told = await somethingTold(world);
	await world.db
		.updateTable('message')
		.set({ hidden_at: world.now, hidden_because: 'not-safe-here' })
		.where('id', '=', told.messageId)
		.execute();
	const { measureId } = granted(await decide(world, told, 'hidden'));

	granted(await world.as(told.wren, (tx) => lift(tx, { measureId, reportables })));

	expect(await read(world, told)).toMatchObject([{ state: 'hidden', hiddenBecause: 'not-safe-here' }]);
});

test('whoever is asked to pause listens until then, and what a host had asked before comes back', async ({
	world,
}) => {
	const told = await somethingTold(world);
	const asked = after(world.now, days(1));
	await world.db.updateTable('seat').set({ quiet_until: asked }).where('person_id', '=', told.ben).execute();

	const { measureId } = granted(await decide(world, told, 'paused', { lasts: '3', everywhere: true }));
	expect((await seatOf(world, told, told.ben))?.quietUntil).toEqual(after(world.now, days(3)));

	granted(await overturn(world, told, measureId));
	expect((await seatOf(world, told, told.ben))?.quietUntil).toEqual(asked);
});

test('a seat that was taken away is given back, also when the circle is full by then', async ({ world }) => {
	const told = await somethingTold(world, { capacity: 3 });
	const had = await seatOf(world, told, told.ben);
	const { measureId } = granted(await decide(world, told, 'removed', { lasts: 'none' }));
	expect(await seatOf(world, told, told.ben)).toBeUndefined();
	expect(await seat(world, told.ben, told.circleId)).toEqual({ refused: 'kept-out' });
	expect(await seat(world, await world.person('Cy'), told.circleId)).toEqual({ seat: 'taken' });

	granted(await overturn(world, told, measureId));

	expect(await seatOf(world, told, told.ben)).toEqual(had);
});

test('a circle that rested because its only host was taken out goes on when they are back', async ({
	world,
}) => {
	const told = await somethingTold(world);
	const about = `message:${await said(world, told.rosa, told.circleId, 'Out with all of you.')}`;
	const caseId = await taken(world, { about, ben: told.rosa, sara: told.sara }, told.lolo);
	const stateNow = async () =>
		(await standingIn(world.db, told.circleId, (await viewerById(world.db, told.rosa))!, world.now)).circle
			?.state;

	const removed = granted(await decide(world, { ...told, caseId, about, ben: told.rosa }, 'removed'));
	expect(await stateNow()).toBe('resting');
	granted(await overturn(world, { ...told, ben: told.rosa }, removed.measureId));

	expect(await stateNow()).toBe('gathering');
	expect((await seatOf(world, told, told.rosa))?.role).toBe('host');
});

test('shutting somebody out takes two, ends their sessions, stops their tokens and hands over what they held', async ({
	world,
}) => {
	const told = await somethingTold(world);
	const { ben } = told;
	await world.as(null, (tx) => giveDuty(tx, { personId: ben, duty: 'supporter' }));
	const device = { device: 'a phone', sharedDevice: false };
	const { token: session } = await world.as(ben, (tx) => beginSession(tx, ben, device));
	const made = granted(
		await world.as(ben, (tx) => makeToken(tx, { name: 'Calendar', scopes: ['me:read'], days: 90 })),
	);

	const { measureId, state } = granted(await decide(world, told, 'suspended'));
	expect(state).toBe('proposed');
	expect(await isSuspended(world.db, ben, world.now)).toBe(false);
	expect(await stateOf(world, told.caseId)).toBe('open');
	expect(await measuresAbout(world.db, ben)).toEqual([]);
	expect(await agree(world, told.lolo, measureId)).toEqual({ refused: 'same-person' });
	expect(await agree(world, told.sara, measureId)).toEqual({ refused: 'not-a-steward' });

	world.now = after(world.now, days(1));
	granted(await agree(world, told.wren, measureId));

	expect(await signedInBy(world.db, session, world.now)).toBeUndefined();
	expect(await bearerBy(world.db, made.token, world.now)).toBeUndefined();
	expect((await viewerById(world.db, ben))?.duties).toEqual([]);
	expect(await stateOf(world, told.caseId)).toBe('measured');
	const again = await world.as(ben, (tx) => beginSession(tx, ben, device));
	expect((await signedInBy(world.db, again.token, world.now))?.shutOutUntil).toEqual(
		after(world.now, days(7)),
	);

	granted(await overturn(world, told, measureId));

	expect((await signedInBy(world.db, again.token, world.now))?.shutOutUntil).toBeNull();
	expect(await bearerBy(world.db, made.token, world.now)).toBeDefined();
	expect((await viewerById(world.db, ben))?.duties).toEqual(['supporter']);
});

test('what nobody agrees to does nothing, and its words are gone', async ({ world }) => {
	const told = await somethingTold(world);
	const { measureId } = granted(await decide(world, told, 'banned'));

	granted(await world.as(told.wren, (tx) => drop(tx, measureId)));

	expect(await isSuspended(world.db, told.ben, world.now)).toBe(false);
	expect((await wordsOf(world.db, world.vault, measureId)).reason).toBe('');
	expect(await stateOf(world, told.caseId)).toBe('open');
	granted(await decide(world, told, 'word'));
});

test('the only coordinator is not shut out: nothing at all has happened then', async ({ world }) => {
	const told = await somethingTold(world);
	await world.as(null, (tx) => giveDuty(tx, { personId: told.ben, duty: 'coordinator' }));
	const { measureId } = granted(await decide(world, told, 'banned', { hides: true }));

	expect(await agree(world, told.wren, measureId)).toEqual({ refused: 'last-coordinator' });

	expect(await read(world, told)).toMatchObject([{ state: 'said' }]);
	expect((await viewerById(world.db, told.ben))?.duties).toEqual(['coordinator']);
});

test('what has an end ends by itself, once', async ({ world }) => {
	const told = await somethingTold(world);
	granted(await decide(world, told, 'removed', { lasts: '3' }));
	expect(await measuresOn(world.db, told.ben, world.now)).toHaveLength(1);

	world.now = after(world.now, days(3));
	expect(await doWhatIsDue(world)).toContain('ladder.end-measures');

	expect(await measuresOn(world.db, told.ben, world.now)).toEqual([]);
	expect(await measuresAbout(world.db, told.ben)).toMatchObject([{ state: 'ended' }]);
	expect(await seat(world, told.ben, told.circleId)).toEqual({ seat: 'taken' });
	const ended = await world.db.selectFrom('event').select('id').where('name', '=', 'ladder.ended').execute();
	expect(ended).toHaveLength(1);
});

test('an appeal is once, and nobody who decided can take it or answer it', async ({ world }) => {
	const told = await somethingTold(world);
	const { measureId } = granted(await decide(world, told, 'word'));
	const words = 'I was quoting.';
	expect(await world.as(told.sara, (tx) => appeal(tx, { measureId, words }))).toEqual({
		refused: 'not-found',
	});

	const { caseId } = granted(await world.as(told.ben, (tx) => appeal(tx, { measureId, words })));

	expect(await world.as(told.ben, (tx) => appeal(tx, { measureId, words }))).toEqual({
		refused: 'appealed-already',
	});
	expect(await world.as(told.lolo, (tx) => takeCase(tx, caseId))).toMatchObject({ refused: 'not-found' });
	const answering = { measureId, verdict: 'upheld', answer: 'It stays.', reportables } as const;
	expect(await world.as(told.lolo, (tx) => judge(tx, answering))).toEqual({ refused: 'you-decided-it' });
	expect(await world.as(told.wren, (tx) => judge(tx, answering))).toEqual({ refused: 'not-yours' });
	granted(await world.as(told.wren, (tx) => takeCase(tx, caseId)));
	granted(await world.as(told.wren, (tx) => judge(tx, answering)));
	expect(await wordsOf(world.db, world.vault, measureId)).toMatchObject({
		appeal: words,
		answer: 'It stays.',
	});
	expect(await measuresAbout(world.db, told.ben)).toMatchObject([{ state: 'standing', verdict: 'upheld' }]);
	expect(await world.as(told.wren, (tx) => judge(tx, answering))).toEqual({ refused: 'no-appeal' });
});

test('two who decide at once decide once', async ({ world }) => {
	const told = await somethingTold(world);

	const outcomes = await Promise.all([decide(world, told, 'word'), decide(world, told, 'hidden')]);

	expect(outcomes.filter((outcome) => 'refused' in outcome)).toHaveLength(1);
	expect(await measuresAbout(world.db, told.ben)).toHaveLength(1);
});

test('a person takes every word with them, and erased they leave only that something was decided', async ({
	world,
}) => {
	const told = await somethingTold(world);
	const { measureId } = granted(await decide(world, told, 'word', { reason: 'Planted reason.' }));
	granted(await overturn(world, told, measureId));

	const taking = JSON.stringify(await exportPerson(world.db, world.vault, told.ben, personal, world.now));
	for (const words of ['Planted reason.', 'I was quoting.', 'You were. We are sorry.'])
		expect(taking).toContain(words);

	await world.as(told.ben, (tx) => erasePerson(tx, told.ben, personal));
	await world.as(told.lolo, (tx) => erasePerson(tx, told.lolo, personal));
	const left = await world.db.selectFrom('measure').selectAll().executeTakeFirstOrThrow();
	expect(left).toMatchObject({
		step: 'word',
		subject_id: null,
		reason: null,
		appeal: null,
		answer: null,
		decided_by: null,
	});
});

test('a measure is found by its address, by its case and by whom it concerns', async ({ world }) => {
	const told = await somethingTold(world);
	const { measureId } = granted(await decide(world, told, 'hidden'));

	expect(await measureById(world.db, measureId)).toMatchObject({ step: 'hidden' });
	expect(await measureById(world.db, 'nothing')).toBeUndefined();
	expect(await measuresIn(world.db, told.caseId)).toMatchObject([{ id: measureId }]);
	expect(await historyOf(world.db, told.ben)).toMatchObject([{ step: 'hidden', state: 'standing' }]);
	expect(await readsIn(world.db, told.ben)).toBe('en');
});

test('whoever only sat in sits in again', async ({ world }) => {
	const told = await somethingTold(world);
	await world.as(told.ben, (tx) => leaveCircle(tx, told.circleId));
	granted(await world.as(told.ben, (tx) => observeCircle(tx, told.circleId)));
	const sitsIn = async () =>
		(await world.db.selectFrom('observer').selectAll().where('person_id', '=', told.ben).execute()).length;

	const { measureId } = granted(await decide(world, told, 'removed'));
	expect(await sitsIn()).toBe(0);
	granted(await world.as(told.lolo, (tx) => lift(tx, { measureId, reportables })));

	expect(await sitsIn()).toBe(1);
});
