import { expect } from 'vitest';
import { personal } from '#composition';
import { verifyAudit } from '#features/audit/server/index.ts';
import { settleCase } from '#features/desk/server/index.ts';
import { erasePerson, takeDuty, viewerById } from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days, hours, minutes } from '#platform/time.ts';
import { aCase, answer, ask, because, open, write } from '#test/glass.ts';
import { doWhatIsDue } from '#test/jobs.ts';
import { granted, toldTo as noticesOf } from '#test/talks.ts';
import { test, type World } from '#test/world.ts';
import type { LookId } from '../look.ts';
import { endLook } from './end.ts';
import { looksFor, looksHere, reasonFor, toldTo, whoAndWhere } from './queries.ts';
import { talkOf } from './talk-of.ts';
import { readTalk, seeWhoItIs } from './read.ts';

const read = (world: World, who: PersonId, lookId: LookId) =>
	world.as(who, (tx) => readTalk(tx, { lookId, before: undefined }));

const words = async (world: World, who: PersonId, lookId: LookId) => {
	const page = await read(world, who, lookId);
	return 'lines' in page ? page.lines.map(({ body }) => body) : page.refused;
};

const logged = async (world: World, area = 'break-glass.') => {
	const rows = await world.db.selectFrom('audit_entry').select('kind').orderBy('number').execute();
	return rows.map(({ kind }) => kind).filter((kind) => kind.startsWith(area));
};

test('a steward reads a private talk with a reason, another steward’s yes, and for a while', async ({
	world,
}) => {
	const { henk, juno, caseId } = await aCase(world);
	const { lookId } = granted(await ask(world, henk, caseId));
	expect(await words(world, henk, lookId)).toBe('not-answered-yet');

	granted(await answer(world, juno, lookId));
	expect(await words(world, henk, lookId)).toEqual(['Do as I say.', 'Please stop.']);

	world.now = after(world.now, minutes(15));
	expect(await words(world, henk, lookId)).toBe('over');
});

test('nobody else reads it: not who agreed, not a coordinator, not another steward', async ({ world }) => {
	const { juno, lolo, ximena, lookId } = await open(world);
	for (const who of [juno, lolo, ximena]) expect(await words(world, who, lookId)).toBe('not-found');
});

test('whoever asked does not answer, nor whoever is in the talk, told of it, or is no steward', async ({
	world,
}) => {
	const { henk, ana, wren, ximena, caseId, juno } = await aCase(world);
	const { lookId } = granted(await ask(world, henk, caseId));
	for (const who of [ana, wren])
		await world.db
			.insertInto('duty')
			.values({ person_id: who, duty: 'steward', given_by: null, given_at: world.now })
			.execute();

	expect(await answer(world, henk, lookId)).toEqual({ refused: 'your-own-asking' });
	for (const who of [ana, wren, ximena])
		expect(await answer(world, who, lookId)).toEqual({ refused: 'not-found' });
	expect(await words(world, henk, lookId)).toBe('not-answered-yet');
	granted(await answer(world, juno, lookId));
	expect(await answer(world, juno, lookId)).toEqual({ refused: 'answered-already' });
});

test('a steward who is somebody in the talk neither asks about it nor hears that somebody else does', async ({
	world,
}) => {
	const { henk, juno, lolo, pairingId, caseId } = await aCase(world);
	await world.db
		.updateTable('alias')
		.set({ person_id: lolo })
		.where('conversation_id', '=', pairingId)
		.where('name', '=', 'Ana')
		.execute();
	const { lookId } = granted(await ask(world, henk, caseId));

	expect(await noticesOf(world, juno)).toContain('look-asked');
	expect(await noticesOf(world, lolo)).not.toContain('look-asked');
	expect(await answer(world, lolo, lookId)).toEqual({ refused: 'not-found' });
	expect(await looksFor(world.db, (await viewerById(world.db, lolo))!, world.now)).toEqual([]);
});

test('only who works on the case asks, once, and only about something said in a talk', async ({ world }) => {
	const { henk, juno, caseId } = await aCase(world);
	expect(await ask(world, juno, caseId)).toEqual({ refused: 'not-your-case' });
	granted(await ask(world, henk, caseId));
	expect(await ask(world, henk, caseId)).toEqual({ refused: 'asked-already' });

	await world.db
		.updateTable('desk_case')
		.set({ about: `person:${juno}` })
		.execute();
	expect(await ask(world, henk, caseId, { what: 'alias' })).toEqual({ refused: 'names-no-talk' });
});

test('those in the talk are told with the yes, not before it, by duty and not by name, and why', async ({
	world,
}) => {
	const { henk, juno, ana, wren, pairingId, caseId } = await aCase(world);
	const { lookId } = granted(await ask(world, henk, caseId));
	for (const who of [ana, wren]) {
		expect(await noticesOf(world, who)).not.toContain('looked-at');
		expect(await toldTo(world.db, world.vault, who)).toEqual([]);
	}

	granted(await answer(world, juno, lookId));
	for (const who of [ana, wren]) {
		expect(await noticesOf(world, who)).toContain('looked-at');
		const [told] = await toldTo(world.db, world.vault, who);
		expect(told).toMatchObject({
			what: 'talk',
			at: world.now,
			minutes: 15,
			reason: because,
			kind: 'pairing',
		});
		expect(JSON.stringify(told)).not.toMatch(/Henk|Juno/);
		expect(await looksHere(world.db, pairingId, who, world.now)).toHaveLength(1);
		expect(await looksHere(world.db, pairingId, who, after(world.now, days(31)))).toEqual([]);
	}
	expect(await noticesOf(world, henk)).toContain('look-answered');
});

test('a no is a no, and nobody in the talk is told of it', async ({ world }) => {
	const { henk, juno, ana, caseId } = await aCase(world);
	const { lookId } = granted(await ask(world, henk, caseId));
	expect(await answer(world, juno, lookId, 'no')).toEqual({ until: null });

	expect(await words(world, henk, lookId)).toBe('over');
	expect(await toldTo(world.db, world.vault, ana)).toEqual([]);
});

test('where being told puts somebody in danger they are told a day later, also when it was ended before', async ({
	world,
}) => {
	const { ana, henk, lookId } = await open(world, { later: true });
	expect(await words(world, henk, lookId)).toHaveLength(2);
	granted(await world.as(henk, (tx) => endLook(tx, lookId)));
	await doWhatIsDue(world);
	expect(await toldTo(world.db, world.vault, ana)).toEqual([]);

	world.now = after(world.now, hours(24));
	await doWhatIsDue(world);
	expect(await toldTo(world.db, world.vault, ana)).toMatchObject([{ toldLater: true, reason: because }]);
	expect(await noticesOf(world, ana)).toContain('looked-at');
	expect(await logged(world)).toContain('break-glass.told');
});

test('every page that is opened is in the log, which is whole', async ({ world }) => {
	const { henk, lookId } = await open(world);
	await words(world, henk, lookId);
	await words(world, henk, lookId);
	await world.as(henk, (tx) => readTalk(tx, { lookId, before: 2 }));
	granted(await world.as(henk, (tx) => endLook(tx, lookId)));
	await words(world, henk, lookId);

	const read = 'break-glass.read';
	expect(await logged(world)).toEqual([
		...['break-glass.asked', 'break-glass.granted', read, read, read, 'break-glass.ended'],
	]);
	const log = JSON.stringify(await world.db.selectFrom('audit_entry').selectAll().execute());
	expect(log).not.toMatch(/Do as I say|may be a threat/);
	expect((await verifyAudit(world.db)).whole).toBe(true);
});

test('ended by any of the two or by a coordinator, it is closed at once', async ({ world }) => {
	const { henk, juno, ximena, caseId, lolo } = await aCase(world);
	for (const who of [henk, juno, ximena]) {
		const { lookId } = granted(await ask(world, henk, caseId));
		granted(await answer(world, juno, lookId));
		expect(await world.as(lolo, (tx) => endLook(tx, lookId))).toEqual({ refused: 'not-found' });
		granted(await world.as(who, (tx) => endLook(tx, lookId)));
		expect(await words(world, henk, lookId)).toBe('over');
		expect(await world.as(who, (tx) => endLook(tx, lookId))).toEqual({ refused: 'over' });
	}
});

test('it closes with the case, and with the duty of whoever asked', async ({ world }) => {
	const { henk, ximena, caseId, lookId } = await open(world);
	granted(await world.as(ximena, (tx) => takeDuty(tx, { personId: henk, duty: 'steward' })));
	expect(await words(world, henk, lookId)).toBe('not-found');

	await world.db
		.insertInto('duty')
		.values({ person_id: henk, duty: 'steward', given_by: null, given_at: world.now })
		.execute();
	await world.db.updateTable('desk_case').set({ taken_by: henk, taken_at: world.now }).execute();
	expect(await words(world, henk, lookId)).toHaveLength(2);
	granted(await world.as(henk, (tx) => settleCase(tx, { caseId, by: henk, outcome: 'kept' })));
	expect(await words(world, henk, lookId)).toBe('case-is-settled');
});

test('nobody answers what was asked more than a day ago', async ({ world }) => {
	const { henk, juno, caseId } = await aCase(world);
	const { lookId } = granted(await ask(world, henk, caseId));
	world.now = after(world.now, hours(24));
	expect(await answer(world, juno, lookId)).toEqual({ refused: 'asked-too-long-ago' });
	granted(await ask(world, henk, caseId));
});

test('who is behind a name is the same act: only they are told, and nothing is read', async ({ world }) => {
	const { henk, wren, ana, lookId } = await open(world, { what: 'alias' });
	await world.db.updateTable('alias').set({ name: 'Owl' }).where('person_id', '=', wren).execute();

	expect(await world.as(henk, (tx) => seeWhoItIs(tx, lookId))).toEqual({ name: 'Owl', nickname: 'Wren' });
	expect(await toldTo(world.db, world.vault, wren)).toMatchObject([{ what: 'alias' }]);
	expect(await toldTo(world.db, world.vault, ana)).toEqual([]);
	expect(await logged(world)).toContain('break-glass.alias-seen');
	expect(await words(world, henk, lookId)).toBe('not-found');
});

test('two stewards who answer at one moment answer once', async ({ world }) => {
	const { henk, juno, lolo, ana, caseId } = await aCase(world);
	const { lookId } = granted(await ask(world, henk, caseId));
	const answers = await Promise.all([answer(world, juno, lookId), answer(world, lolo, lookId, 'no')]);

	expect(answers.filter((one) => 'refused' in one)).toEqual([{ refused: 'answered-already' }]);
	const granting = answers.some((one) => 'until' in one && one.until !== null);
	expect(await toldTo(world.db, world.vault, ana)).toHaveLength(granting ? 1 : 0);
});

test('what is asked is in one’s export and goes with one, and what was told stays told', async ({
	world,
}) => {
	const { henk, juno, ana, lookId, pairingId } = await open(world);
	const told = async (who: PersonId) =>
		JSON.stringify(
			await personal.find(({ feature }) => feature === 'break-glass')!.export(world.db, world.vault, who),
		);
	for (const who of [henk, ana]) expect(await told(who)).toContain('may be a threat');
	expect(await told(juno)).toContain('yes');

	await world.as(henk, (tx) => erasePerson(tx, henk, personal));
	await world.as(juno, (tx) => erasePerson(tx, juno, personal));

	expect(await toldTo(world.db, world.vault, ana)).toMatchObject([{ id: lookId, reason: undefined }]);
	await write(world, ana, pairingId, 'It is quiet now.');
	await world.as(ana, (tx) => erasePerson(tx, ana, personal));
	expect(
		await world.db.selectFrom('look_told').select('person_id').where('person_id', '=', ana).execute(),
	).toEqual([]);
	expect((await verifyAudit(world.db)).whole).toBe(true);
});

test('stewards find what was asked, by whom, of whom and why', async ({ world }) => {
	const { henk, lookId } = await open(world);
	const viewer = (await viewerById(world.db, henk))!;

	expect(await looksFor(world.db, viewer, world.now)).toMatchObject([
		{ id: lookId, asker: 'Henk', mine: true },
	]);
	expect(await whoAndWhere(world.db, lookId)).toMatchObject({
		asker: 'Henk',
		answerer: 'Juno',
		kind: 'pairing',
	});
	expect(await reasonFor(world.db, world.vault, lookId)).toBe(because);
});

test('a case names its talk by a message, by a name, or by itself', async ({ world }) => {
	const { wren, pairingId } = await aCase(world);
	const { id } = await world.db
		.selectFrom('alias')
		.select('id')
		.where('person_id', '=', wren)
		.executeTakeFirstOrThrow();

	expect(await talkOf(world.db, { about: `alias:${id}` })).toEqual({
		conversationId: pairingId,
		aliasId: id,
	});
	expect(await talkOf(world.db, { about: `pairing:${pairingId}` })).toEqual({
		conversationId: pairingId,
		aliasId: null,
	});
	expect(await talkOf(world.db, { about: `circle:${pairingId}` })).toBeUndefined();
});
