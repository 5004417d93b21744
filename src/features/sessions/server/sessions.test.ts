import { describe, expect } from 'vitest';
import { takeDuty, viewerById } from '#features/people/server/index.ts';
import { pairingHome, endPairing, sessionTopic } from '#features/pairings/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, dayOf, days, hours, minutes } from '#platform/time.ts';
import { booked, granted, two, toldTo } from '#test/talks.ts';
import { aRota, aShift } from '#test/rota.ts';
import { test, type World } from '#test/world.ts';
import type { BackupId } from '../session.ts';
import { forgetCalls } from './forget-calls.ts';
import {
	agreeToMentoring,
	askForDebrief,
	askForSecond,
	backupById,
	backupHome,
	backupIn,
	callsChange,
	callsFor,
	callsTopic,
	come,
	comingStanding,
	debriefsOf,
	editBeside,
	endBackup,
	endMentoring,
	hoursHeldBy,
	howSessionsWere,
	mentoringOf,
	myAfter,
	namesIn,
	notesOf,
	personal,
	proposeMentoring,
	readBesideUpTo,
	resonateBeside,
	sayBeside,
	sayHowItWas,
	sayNotMet,
	standingIn,
	wasNotMet,
	writeNotes,
} from './index.ts';
import { lookAgain } from './mentoring.ts';

/** Tuesday at seven in the evening in Paris; the world begins two days before. */
const tuesday = new Date('2026-11-24T18:00:00Z');
const half = { heard: 4, safe: 3 };

/** Wren and Ana in the middle of a session. */
async function talking(world: World) {
	const both = await two(world);
	const bookingId = await booked(world, both.ana, both.pairingId, tuesday);
	world.now = after(tuesday, minutes(12));
	return { ...both, bookingId };
}

/** They have just parted. */
async function parted(world: World) {
	const both = await talking(world);
	world.now = after(tuesday, minutes(31));
	return both;
}

const viewerOf = async (world: World, id: PersonId) => (await viewerById(world.db, id))!;
const called = async (world: World, id: PersonId) =>
	(await callsFor(world.db, await viewerOf(world, id), world.now)).map(({ kind }) => kind);

const saying = (world: World, who: PersonId, backupId: BackupId, body: string) =>
	world.as(who, (tx) =>
		sayBeside(tx, { backupId, body, contentNote: '', replyTo: undefined, clientId: tx.newId() }),
	);

/** A supporter who is on shift from now on. */
async function onShift(world: World, nickname: string) {
	const id = await world.person(nickname, { duties: ['supporter'] });
	await aShift(world, await aRota(world), { in: 0, held: [id] });
	return id;
}

describe('“I need a second person”', () => {
	test('is heard by stewards and by supporters on shift, and by nobody else', async ({ world }) => {
		const { wren, ana, pairingId } = await talking(world);
		const lolo = await world.person('Lolo', { duties: ['steward'] });
		const tam = await onShift(world, 'Tam');
		const away = await world.person('Idris', { duties: ['supporter', 'host'] });
		const ximena = await world.person('Ximena', { duties: ['coordinator'] });
		const young = await world.person('Robin', { duties: ['steward'] });
		await world.db.updateTable('person').set({ age_band: '13-17' }).where('id', '=', young).execute();
		granted(await world.as(ana, (tx) => askForSecond(tx, pairingId)));

		expect(await called(world, lolo)).toEqual(['second-person']);
		expect(await called(world, tam)).toEqual(['second-person']);
		for (const other of [wren, ana, away, ximena, young]) expect(await called(world, other)).toEqual([]);
		const { id: backupId } = (await backupIn(world.db, pairingId, ana, world.now))!;
		for (const other of [wren, ana, away, ximena, young])
			expect(await world.as(other, (tx) => come(tx, { backupId }))).toEqual({ refused: 'not-found' });
		const standing = await comingStanding(world.db, backupId, null, world.now);
		expect(standing).toMatchObject({ onShift: false, viewer: null });
	});

	test('one comes, both see who it is, and the three have a place that the two had not', async ({
		world,
	}) => {
		const { wren, ana, pairingId } = await talking(world);
		const [lolo, cy] = [
			await world.person('Lolo', { duties: ['steward'] }),
			await world.person('Cy', { duties: ['steward'] }),
		];
		const { backupId } = granted(await world.as(wren, (tx) => askForSecond(tx, pairingId)));
		expect(await world.as(ana, (tx) => askForSecond(tx, pairingId))).toEqual({ backupId });

		const answers = await Promise.all([lolo, cy].map((who) => world.as(who, (tx) => come(tx, { backupId }))));
		expect(answers.filter((answer) => 'backupId' in answer)).toHaveLength(1);
		expect(answers).toContainEqual({ refused: 'somebody-came' });
		const [comer, late] = 'backupId' in answers[0]! ? [lolo, cy] : [cy, lolo];
		const name = comer === lolo ? 'Lolo' : 'Cy';
		expect(await backupIn(world.db, pairingId, ana, world.now)).toMatchObject({ comer: name });
		expect(await namesIn(world.db, backupId, null)).toContain(name);
		expect((await backupHome.nameOf(world.db, backupId, null)).split(' · ').sort()).toEqual(
			['Ana', 'Wren', name].sort(),
		);
		for (const asker of [wren, ana]) expect(await toldTo(world, asker)).toContain('somebody-came');

		// What the two said is theirs: whoever came reads none of it.
		expect((await pairingHome.mayRead(world.db, comer, pairingId, world.now)).refused).toBe('not-found');
		expect(await saying(world, comer, backupId, 'I am here.')).toMatchObject({ place: 1 });
		expect(await saying(world, ana, backupId, 'Thank you.')).toMatchObject({ place: 2 });
		expect(await saying(world, late, backupId, 'Me too.')).toEqual({ refused: 'not-found' });
		granted(await world.as(wren, (tx) => resonateBeside(tx, { backupId, place: 1, kind: 'with-you' })));
		const change = { backupId, place: 2, body: 'Thank you, both.', contentNote: '' };
		granted(await world.as(ana, (tx) => editBeside(tx, change)));
		granted(await world.as(wren, (tx) => readBesideUpTo(tx, { backupId, place: 2 })));
		expect(await world.as(late, (tx) => readBesideUpTo(tx, { backupId, place: 2 }))).toEqual({
			refused: 'not-found',
		});
		expect((await backupById(world.db, backupId, ana))?.lastChange).toBeGreaterThan(2);
		expect(await backupById(world.db, 'no id at all', ana)).toBeUndefined();
	});

	test('ends by one press or after two hours; whoever came reads it for one day more', async ({ world }) => {
		const { ana, wren, pairingId } = await talking(world);
		const lolo = await world.person('Lolo', { duties: ['steward'] });
		const { backupId } = granted(await world.as(ana, (tx) => askForSecond(tx, pairingId)));
		granted(await world.as(lolo, (tx) => come(tx, { backupId })));
		expect(await world.as(await world.person('Cy'), (tx) => endBackup(tx, { backupId }))).toEqual({
			refused: 'not-found',
		});

		const may = async (who: PersonId, what: 'mayRead' | 'mayWrite') =>
			(await backupHome[what](world.db, who, backupId, world.now)).refused ?? 'yes';
		expect(await may(lolo, 'mayWrite')).toBe('yes');
		granted(await world.as(wren, (tx) => endBackup(tx, { backupId })));
		granted(await world.as(wren, (tx) => endBackup(tx, { backupId })));
		expect(await saying(world, lolo, backupId, 'One more thing.')).toEqual({ refused: 'backup-ended' });
		world.now = after(world.now, hours(23));
		expect(await may(lolo, 'mayRead')).toBe('yes');
		world.now = after(world.now, hours(2));
		expect(await may(lolo, 'mayRead')).toBe('not-found');
		expect(await may(ana, 'mayRead')).toBe('yes');
		expect(await world.eventNames()).toEqual(
			expect.arrayContaining(['sessions.backup-asked', 'sessions.backup-came', 'sessions.backup-ended']),
		);
	});

	test('whoever loses the duty says nothing more, at once', async ({ world }) => {
		const { ana, pairingId } = await talking(world);
		const lolo = await world.person('Lolo', { duties: ['steward'] });
		const { backupId } = granted(await world.as(ana, (tx) => askForSecond(tx, pairingId)));
		granted(await world.as(lolo, (tx) => come(tx, { backupId })));
		const ximena = await world.person('Ximena', { duties: ['coordinator'] });
		granted(await world.as(ximena, (tx) => takeDuty(tx, { personId: lolo, duty: 'steward' })));

		expect(await saying(world, lolo, backupId, 'Still here.')).toEqual({ refused: 'backup-ended' });
	});

	test('is there as well while two talk who have only just come together', async ({ world }) => {
		const { ana, pairingId } = await two(world);
		world.now = after(world.now, hours(2));

		granted(await world.as(ana, (tx) => askForSecond(tx, pairingId)));

		const lolo = await world.person('Lolo', { duties: ['steward'] });
		expect(await called(world, lolo)).toEqual(['second-person']);
	});

	test('is for a session that is on; when nobody comes it is over after half an hour, and can be asked again', async ({
		world,
	}) => {
		const { ana, pairingId } = await two(world);
		await booked(world, ana, pairingId, tuesday);
		world.now = after(world.now, hours(3));
		expect(await world.as(ana, (tx) => askForSecond(tx, pairingId))).toEqual({ refused: 'not-on' });
		world.now = after(tuesday, -minutes(11));
		expect(await world.as(ana, (tx) => askForSecond(tx, pairingId))).toEqual({ refused: 'not-on' });
		world.now = after(tuesday, -minutes(5));
		const first = granted(await world.as(ana, (tx) => askForSecond(tx, pairingId)));
		const lolo = await world.person('Lolo', { duties: ['steward'] });
		world.now = after(tuesday, minutes(26));
		expect(await called(world, lolo)).toEqual([]);
		expect(await world.as(lolo, (tx) => come(tx, first))).toEqual({ refused: 'somebody-came' });
		expect(await backupIn(world.db, pairingId, ana, world.now)).toBeUndefined();
		const second = granted(await world.as(ana, (tx) => askForSecond(tx, pairingId)));
		expect(second.backupId).not.toBe(first.backupId);

		world.now = after(tuesday, days(3));
		await world.as(null, async (tx) => {
			await forgetCalls.run(tx, {});
			return {};
		});
		expect(await world.db.selectFrom('backup').select('id').execute()).toEqual([]);
	});

	test('those who can come hear of it live, and the two of each change; others hear nothing', async ({
		world,
	}) => {
		const { ana, wren, pairingId } = await talking(world);
		const lolo = await world.person('Lolo', { duties: ['steward'] });
		const admit = async (topic: typeof callsTopic, who: PersonId | null, id: string) =>
			(await topic.admit(world.db, who, id, world.now)).refused ?? 'yes';
		expect(await admit(callsTopic, lolo, 'adult')).toBe('yes');
		for (const [who, id] of [
			[ana, 'adult'],
			[null, 'adult'],
			[lolo, '13-17'],
		] as const)
			expect(await admit(callsTopic, who, id)).toBe('not-found');
		expect(await admit(sessionTopic, wren, pairingId)).toBe('yes');
		expect(await admit(sessionTopic, lolo, pairingId)).toBe('not-found');

		const before = await sessionTopic.latest(world.db, pairingId);
		expect(await callsChange(world.db, 'adult')).toBe(0);
		granted(await world.as(ana, (tx) => askForSecond(tx, pairingId)));
		expect(await sessionTopic.since(world.db, world.vault, pairingId, before)).toHaveLength(1);
		expect(await callsTopic.since(world.db, world.vault, 'adult', 0)).toHaveLength(1);
		const now = await callsTopic.latest(world.db, 'adult');
		expect(await callsTopic.since(world.db, world.vault, 'adult', now)).toEqual([]);
	});
});

describe('the page the two share', () => {
	test('is written by both, one after another, and nobody else reads it', async ({ world }) => {
		const { wren, ana, pairingId } = await two(world);
		const write = (who: PersonId, words: string, version: number) =>
			world.as(who, (tx) => writeNotes(tx, { pairingId, words, version }));

		expect(await write(ana, 'Walk on Thursday.', 0)).toEqual({ number: 1 });
		expect(await write(wren, 'Walk on Thursday. Call the library.', 1)).toEqual({ number: 2 });
		expect(await write(await world.person('Cy'), 'Hello?', 2)).toEqual({ refused: 'not-found' });
		const [newest, first] = await notesOf(world.db, world.vault, pairingId);
		expect(newest).toMatchObject({ words: 'Walk on Thursday. Call the library.', by: 'Wren', number: 2 });
		expect(first).toMatchObject({ words: 'Walk on Thursday.', by: 'Ana' });
		const kept = await world.db.selectFrom('shared_note_version').select('words').execute();
		expect(kept.map(({ words }) => words.toString('utf8')).join()).not.toContain('Thursday');
	});

	test('when both write at one moment nobody’s words are lost: one is kept, the other is told', async ({
		world,
	}) => {
		const { wren, ana, pairingId } = await two(world);
		const write = (who: PersonId, words: string, version: number) =>
			world.as(who, (tx) => writeNotes(tx, { pairingId, words, version }));

		const answers = await Promise.all([write(ana, 'From Ana.', 0), write(wren, 'From Wren.', 0)]);

		expect(answers).toContainEqual({ number: 1 });
		expect(answers).toContainEqual({ refused: 'notes-changed' });
		const [late, mine] = 'number' in answers[0]! ? [wren, 'From Wren.'] : [ana, 'From Ana.'];
		const [theirs] = await notesOf(world.db, world.vault, pairingId);
		expect(await write(late, `${theirs!.words} ${mine}`, theirs!.number)).toEqual({ number: 2 });
		const [both] = await notesOf(world.db, world.vault, pairingId);
		for (const words of ['From Ana.', 'From Wren.']) expect(both!.words).toContain(words);
		// Pressing twice, or a number that nobody was shown, changes nothing.
		expect(await write(late, both!.words, 1)).toEqual({ number: 2 });
		expect(await write(late, 'Skipped.', 7)).toEqual({ refused: 'notes-changed' });
	});

	test('keeps twenty versions, and goes for both when one of them erases themselves', async ({ world }) => {
		const { wren, ana, pairingId } = await two(world);
		for (let version = 0; version < 23; version += 1)
			granted(await world.as(ana, (tx) => writeNotes(tx, { pairingId, words: `Note ${version}`, version })));
		expect(await notesOf(world.db, world.vault, pairingId)).toHaveLength(20);

		const keys = async () => (await world.db.selectFrom('sealing_key').select('id').execute()).length;
		const before = await keys();
		await world.as(wren, async (tx) => {
			await personal.erase(tx, wren);
			return {};
		});
		expect(await notesOf(world.db, world.vault, pairingId)).toEqual([]);
		expect(await keys()).toBe(before - 1);
	});

	test('stays readable when it has ended between the two, and nothing is added', async ({ world }) => {
		const { wren, ana, pairingId } = await two(world);
		granted(await world.as(ana, (tx) => writeNotes(tx, { pairingId, words: 'Kept.', version: 0 })));
		granted(await world.as(wren, (tx) => endPairing(tx, pairingId)));

		expect(await world.as(ana, (tx) => writeNotes(tx, { pairingId, words: 'More.', version: 1 }))).toEqual({
			refused: 'pairing-ended',
		});
		expect(await notesOf(world.db, world.vault, pairingId)).toHaveLength(1);
	});
});

describe('afterwards', () => {
	test('both answer the same questions once, for themselves; a member says what they want next', async ({
		world,
	}) => {
		const { wren, ana, pairingId, bookingId } = await parted(world);
		const answer = (who: PersonId) =>
			world.as(who, (tx) => sayHowItWas(tx, { pairingId, bookingId, answers: half, next: 'else' }));
		const mine = (who: PersonId) => myAfter(world.db, world.vault, bookingId, who);

		expect(await answer(ana)).toEqual({ next: 'else' });
		expect(await answer(wren)).toEqual({ next: null });
		expect(await answer(ana)).toEqual({ refused: 'answered-already' });
		expect(await answer(await world.person('Cy'))).toEqual({ refused: 'not-found' });
		expect(await mine(ana)).toMatchObject({ answers: half, next: 'else' });
		expect(await mine(wren)).toMatchObject({ answers: half, next: null });
		expect(await myAfter(world.db, world.vault, bookingId, await world.person('Ben'))).toBeUndefined();
	});

	test('coordinators see sums of five answers and more, never today’s', async ({ world }) => {
		const { wren, ana, pairingId, bookingId } = await parted(world);
		for (const who of [wren, ana])
			granted(
				await world.as(who, (tx) => sayHowItWas(tx, { pairingId, bookingId, answers: half, next: null })),
			);
		const tomorrow = after(world.now, days(1));
		expect(await howSessionsWere(world.db, tomorrow)).toEqual([]);
		await world.db.updateTable('session_count').set({ count: 5 }).where('question', '=', 'heard').execute();

		expect(await howSessionsWere(world.db, world.now)).toEqual([]);
		expect(await howSessionsWere(world.db, tomorrow)).toEqual([
			{ question: 'heard', answered: 5, counts: [0, 0, 0, 0, 5] },
		]);
	});

	test('is not before the end, and not later than two weeks', async ({ world }) => {
		const { ana, pairingId, bookingId } = await talking(world);
		const answer = () =>
			world.as(ana, (tx) => sayHowItWas(tx, { pairingId, bookingId, answers: half, next: null }));
		expect(await answer()).toEqual({ refused: 'not-to-answer' });
		world.now = after(tuesday, days(15));
		expect(await answer()).toEqual({ refused: 'not-to-answer' });
		expect(await standingIn(world.db, { pairingId, bookingId }, null, world.now)).toHaveProperty('session');
	});

	test('a supporter asks for a debrief within the hour; whoever comes is not told whom it was with', async ({
		world,
	}) => {
		const { wren, ana, pairingId, bookingId } = await parted(world);
		const [ximena, lolo] = [
			await world.person('Ximena', { duties: ['coordinator'] }),
			await world.person('Lolo', { duties: ['steward'] }),
		];
		const ask = (who: PersonId) => world.as(who, (tx) => askForDebrief(tx, { pairingId, bookingId }));
		expect(await ask(ana)).toEqual({ refused: 'not-found' });
		const { backupId } = granted(await ask(wren));
		expect(await ask(wren)).toEqual({ backupId });
		expect(await called(world, ximena)).toEqual(['debrief']);
		expect(await called(world, lolo)).toEqual([]);
		expect(await called(world, await onShift(world, 'Tam'))).toEqual(['debrief']);

		granted(await world.as(ximena, (tx) => come(tx, { backupId })));
		expect(await toldTo(world, wren)).toContain('somebody-came');
		expect((await namesIn(world.db, backupId, null)).sort()).toEqual(['Wren', 'Ximena']);
		expect(await saying(world, ana, backupId, 'Hello?')).toEqual({ refused: 'not-found' });
		expect(await saying(world, wren, backupId, 'That was a lot.')).toMatchObject({ place: 1 });
		expect(await debriefsOf(world.db, await viewerOf(world, wren), world.now)).toHaveLength(1);
		const row = await world.db.selectFrom('backup').selectAll().executeTakeFirstOrThrow();
		expect(row.pairing_id).toBeNull();

		world.now = after(tuesday, minutes(91));
		expect(await ask(wren)).toEqual({ refused: 'debrief-too-late' });
	});

	test('hours add up by themselves, but for sessions at which the two did not meet', async ({ world }) => {
		const { wren, ana, pairingId } = await two(world);
		const first = await booked(world, ana, pairingId, tuesday);
		await booked(world, ana, pairingId, after(tuesday, days(1)));
		await booked(world, ana, pairingId, after(tuesday, days(2)));
		world.now = after(tuesday, days(1) + hours(1));
		const held = async (who: PersonId) =>
			(await hoursHeldBy(world.db, who, { zone: 'Europe/Paris', now: world.now })).minutes;

		expect(await held(wren)).toBe(60);
		expect(await held(ana)).toBe(0);
		granted(await world.as(ana, (tx) => sayNotMet(tx, { pairingId, bookingId: first })));
		granted(await world.as(wren, (tx) => sayNotMet(tx, { pairingId, bookingId: first })));
		expect(await wasNotMet(world.db, first)).toBe(true);
		expect(await held(wren)).toBe(30);
	});
});

describe('mentoring', () => {
	test('is agreed by both, and both are told once when its day has come', async ({ world }) => {
		const { wren, ana, pairingId } = await two(world);
		const reviewOn = dayOf(after(world.now, days(60)));
		const propose = (who: PersonId, on = reviewOn) =>
			world.as(who, (tx) => proposeMentoring(tx, { pairingId, reviewOn: on }));
		const agree = (who: PersonId) => world.as(who, (tx) => agreeToMentoring(tx, { pairingId }));
		const look = () =>
			world.as(null, async (tx) => {
				await lookAgain.run(tx, {});
				return {};
			});

		expect(await propose(ana, dayOf(world.now))).toEqual({ refused: 'day-is-past' });
		expect(await agree(wren)).toEqual({ refused: 'nothing-to-agree' });
		granted(await propose(wren));
		expect(await agree(wren)).toEqual({ refused: 'nothing-to-agree' });
		world.now = after(world.now, days(1));
		await look();
		granted(await agree(ana));
		expect(await mentoringOf(world.db, pairingId)).toMatchObject({ reviewOn, agreedAt: world.now });
		await look();
		expect(await toldTo(world, ana)).toEqual([]);

		world.now = after(world.now, days(60));
		await look();
		await look();
		for (const who of [wren, ana]) expect(await toldTo(world, who)).toEqual(['look-again']);
		// Another day is proposed and agreed on anew.
		granted(await propose(ana, dayOf(after(world.now, days(30)))));
		expect(await mentoringOf(world.db, pairingId)).toMatchObject({ agreedAt: null });
		granted(await world.as(wren, (tx) => endMentoring(tx, { pairingId })));
		expect(await mentoringOf(world.db, pairingId)).toBeUndefined();
	});
});

test('one takes along what one wrote, answered and asked for, and with one’s account it is gone', async ({
	world,
}) => {
	const { wren, ana, pairingId, bookingId } = await parted(world);
	granted(await world.as(ana, (tx) => writeNotes(tx, { pairingId, words: 'Walk.', version: 0 })));
	granted(
		await world.as(ana, (tx) => sayHowItWas(tx, { pairingId, bookingId, answers: half, next: 'same' })),
	);
	granted(await world.as(wren, (tx) => askForDebrief(tx, { pairingId, bookingId })));
	granted(await world.as(wren, (tx) => sayNotMet(tx, { pairingId, bookingId })));
	const ximena = await world.person('Ximena', { duties: ['coordinator'] });
	granted(
		await world.as(ximena, async (tx) =>
			come(
				tx,
				(await debriefsOf(tx.db, await viewerOf(world, wren), world.now)).map(({ id }) => ({
					backupId: id,
				}))[0]!,
			),
		),
	);

	expect(await personal.export(world.db, world.vault, ana)).toMatchObject({
		notes: [{ words: 'Walk.', by: 'Ana' }],
		howSessionsWere: [{ answers: half, next: 'same' }],
	});
	expect(await personal.export(world.db, world.vault, wren)).toMatchObject({
		backups: [{ kind: 'debrief', came: false }],
		notMet: [{ booking: bookingId }],
	});
	expect(await personal.export(world.db, world.vault, ximena)).toMatchObject({
		backups: [{ came: true }],
		notes: [],
	});

	for (const who of [ana, wren, ximena])
		await world.as(who, async (tx) => {
			await personal.erase(tx, who);
			return {};
		});
	expect(await world.db.selectFrom('session_after').select('booking_id').execute()).toEqual([]);
	expect(await world.db.selectFrom('backup').select(['asked_by', 'comer_id']).execute()).toEqual([
		{ asked_by: null, comer_id: null },
	]);
	expect(await world.db.selectFrom('not_met').select('said_by').execute()).toEqual([{ said_by: null }]);
});
