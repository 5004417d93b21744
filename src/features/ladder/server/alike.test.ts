import { expect } from 'vitest';
import { giveDuty } from '#features/people/server/index.ts';
import { after, days } from '#platform/time.ts';
import { decide, said, somethingTold, taken } from '#test/ladder.ts';
import { granted } from '#test/rooms.ts';
import { test, type World } from '#test/world.ts';
import { givenRules } from '../rule.ts';
import { ENOUGH } from '../kappa.ts';
import { riskDocument } from '../risk-document.ts';
import {
	addRule,
	areSumsOpen,
	assessment,
	changeRule,
	consistency,
	judgeAgain,
	looksFor,
	reviewRisk,
	ruleCalled,
	rulesOf,
	showSums,
	sumsOf,
} from './index.ts';
import { drawSecondLooks } from './second-looks.ts';

const draw = (world: World) =>
	world.as(null, async (tx) => {
		await drawSecondLooks.run(tx, {});
		return {};
	});

test('two who had no part in a decision judge it again, each once, and do not see what was decided', async ({
	world,
}) => {
	const told = await somethingTold(world);
	granted(await decide(world, told, 'hidden'));
	await draw(world);
	await draw(world);

	expect(await looksFor(world.db, told.lolo)).toEqual([]);
	const [look, ...more] = await looksFor(world.db, told.wren);
	expect(more).toEqual([]);
	expect(Object.keys(look!).sort()).toEqual(['about', 'caseId', 'id', 'subjectId']);
	const again = { lookId: look!.id, step: 'nothing' } as const;
	expect(await world.as(told.lolo, (tx) => judgeAgain(tx, again))).toEqual({ refused: 'not-found' });
	expect(await world.as(told.ben, (tx) => judgeAgain(tx, again))).toEqual({ refused: 'not-a-steward' });
	granted(await world.as(told.wren, (tx) => judgeAgain(tx, again)));
	expect(await world.as(told.wren, (tx) => judgeAgain(tx, again))).toEqual({ refused: 'not-found' });
	granted(await world.as(told.nia, (tx) => judgeAgain(tx, { ...again, step: 'hidden' })));
	const late = await world.person('Late', { duties: ['steward'] });
	expect(await looksFor(world.db, late)).toEqual([]);

	expect(await consistency(world.db)).toEqual({
		pairs: 1,
		enough: ENOUGH,
		amongThemselves: undefined,
		withDecided: undefined,
	});
});

test('how alike stewards judge is said once enough was judged again', async ({ world }) => {
	const told = await somethingTold(world);
	granted(await decide(world, told, 'word'));
	const { id: measure_id } = await world.db.selectFrom('measure').select('id').executeTakeFirstOrThrow();
	const measure = await world.db
		.selectFrom('measure')
		.selectAll()
		.where('id', '=', measure_id)
		.executeTakeFirstOrThrow();
	for (let count = 0; count < ENOUGH; count++) {
		await world.as(null, async (tx) => {
			const id = tx.newId<'measure'>();
			const look = tx.newId<'second-look'>();
			await tx.db
				.insertInto('measure')
				.values({ ...measure, id, reason: null })
				.execute();
			await tx.db.insertInto('second_look').values({ id: look, measure_id: id, drawn_at: tx.now }).execute();
			const step = count % 2 === 0 ? 'word' : 'hidden';
			const judged = [told.wren, told.nia].map(
				(judge_id) => ({ look_id: look, judge_id, step, judged_at: tx.now }) as const,
			);
			await tx.db.insertInto('second_judgement').values(judged).execute();
			return {};
		});
	}

	const { pairs, amongThemselves, withDecided } = await consistency(world.db);

	expect(pairs).toBe(ENOUGH);
	expect(amongThemselves).toMatchObject({ kappa: 1, observed: 1 });
	expect(withDecided).toMatchObject({ observed: 0.5 });
});

test('a coordinator rewrites a rule, leaves one out and adds one; what was decided by it still names it', async ({
	world,
}) => {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	const lolo = await world.person('Lolo', { duties: ['steward'] });
	const change = { code: 'care', sentence: 'Be kind.', leftOut: false };
	expect(await world.as(lolo, (tx) => changeRule(tx, change))).toEqual({ refused: 'not-a-coordinator' });

	granted(await world.as(amara, (tx) => changeRule(tx, change)));
	granted(await world.as(amara, (tx) => changeRule(tx, { code: 'selling', sentence: '', leftOut: true })));
	const { code } = granted(await world.as(amara, (tx) => addRule(tx, { sentence: 'Tea is shared.' })));

	const rules = await rulesOf(world.db);
	expect(rules).toHaveLength(givenRules.length);
	expect(rules).toContainEqual({ code: 'care', sentence: 'Be kind.' });
	expect(rules).toContainEqual({ code, sentence: 'Tea is shared.' });
	expect(rules.map((rule) => rule.code)).not.toContain('selling');
	granted(await world.as(amara, (tx) => changeRule(tx, { code, sentence: 'Tea is shared.', leftOut: true })));
	expect((await ruleCalled(world.db, code)).sentence).toBe('Tea is shared.');
	expect(await world.as(amara, (tx) => changeRule(tx, { ...change, code: 'made-up' }))).toEqual({
		refused: 'no-such-rule',
	});
	expect(await world.as(amara, (tx) => changeRule(tx, { code, sentence: '', leftOut: false }))).toEqual({
		refused: 'sentence-needed',
	});
});

test('what stewards did is counted in the quarter in which they did it, once that is over', async ({
	world,
}) => {
	const told = await somethingTold(world);
	granted(await decide(world, told, 'word'));
	for (let count = 0; count < 5; count++) {
		const about = `message:${await said(world, told.ben, told.circleId, `Useless ${count}.`)}`;
		world.now = after(world.now, days(8));
		const caseId = await taken(world, { ...told, about }, told.lolo);
		granted(await decide(world, { ...told, about, caseId }, 'word'));
	}
	expect(await sumsOf(world.db, new Date('2026-12-31T23:00:00Z'))).toEqual([]);

	const [quarter] = await sumsOf(world.db, new Date('2027-01-01T00:00:00Z'));

	expect(quarter).toMatchObject({
		since: '2026-10-01',
		opened: { all: 5, parts: { report: 5, words: 0 } },
		measures: { all: 5, parts: { word: 5 } },
		appealed: 0,
	});
});

test('whether everybody may read the sums is for coordinators to say', async ({ world }) => {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	const ben = await world.person('Ben');
	expect(await areSumsOpen(world.db)).toBe(false);
	expect(await world.as(ben, (tx) => showSums(tx, { toEverybody: true }))).toEqual({
		refused: 'not-a-coordinator',
	});
	granted(await world.as(amara, (tx) => showSums(tx, { toEverybody: true })));
	expect(await areSumsOpen(world.db)).toBe(true);
});

test('the risk assessment says what is there and what is not', async ({ world }) => {
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	const nobody = await assessment(world.db, world.now);
	expect(nobody.assessed.gaps).toEqual(
		expect.arrayContaining(['no-stewards', 'no-duty', 'no-policy', 'given-rules']),
	);
	expect(nobody.assessed.guards).toEqual([]);

	const lolo = await world.person('Lolo', { duties: ['steward'] });
	await world.as(null, (tx) => giveDuty(tx, { personId: amara, duty: 'steward' }));
	await world.circle();
	expect(await world.as(lolo, reviewRisk)).toEqual({ refused: 'not-a-coordinator' });
	granted(await world.as(amara, reviewRisk));

	const { setting, assessed } = await assessment(world.db, world.now);
	expect(assessed).toMatchObject({ reviewedOn: '2026-11-22', reviewBy: '2027-11-22' });
	expect(assessed.gaps).not.toContain('no-stewards');
	expect(assessed.guards).toContain('desk');
	expect(assessed.harms.find(({ harm }) => harm === 'harassment')?.guards).toEqual(['hosts']);
	const document = riskDocument(
		{ setting, assessed },
		(key) => key,
		(day) => day,
	);
	expect(document.flatMap(({ table }) => table?.rows ?? [])).toHaveLength(assessed.harms.length);
});
