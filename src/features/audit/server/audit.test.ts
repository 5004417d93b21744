import { areasInLog, peopleInLog } from './queries.ts';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { personal } from '#composition';
import { erasePerson, giveDuty } from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { test, type World } from '#test/world.ts';
import { headOf, verifyAudit } from './chain.ts';
import { record } from './record.ts';

const looked = (by: PersonId | null, about = 'case:one') => ({
	...{ kind: 'desk.case-looked-at', by, about },
	facts: {},
});

async function steward(world: World) {
	return world.person('Henk', { duties: ['steward'] });
}

/** Somebody looks at ten cases. */
async function tenLooks(world: World) {
	const henk = await steward(world);
	for (let number = 1; number <= 10; number++)
		await world.as(henk, async (tx) => {
			await record(tx, { ...looked(henk, `case:${number}`), at: tx.now });
			return {};
		});
	return henk;
}

const entries = (world: World) => world.db.selectFrom('audit_entry').selectAll().orderBy('number').execute();

/** As somebody could who has the database in their hands, and the triggers out of the way. */
async function tamper(world: World, statement: string) {
	for (const table of ['audit_entry', 'audit_head'])
		await sql.raw(`alter table ${table} disable trigger all`).execute(world.db);
	await sql.raw(statement).execute(world.db);
	for (const table of ['audit_entry', 'audit_head'])
		await sql.raw(`alter table ${table} enable trigger all`).execute(world.db);
}

test('what is done with power is in the log by itself, and the log is whole', async ({ world }) => {
	const [ximena, wren] = [
		await world.person('Ximena', { duties: ['coordinator'] }),
		await world.person('Wren'),
	];
	await world.as(ximena, (tx) => giveDuty(tx, { personId: wren, duty: 'host', givenBy: ximena }));

	const [first, second] = await entries(world);
	expect(first).toMatchObject({ number: 1, kind: 'people.duty-given', done_by: null });
	expect(second).toMatchObject({ number: 2, kind: 'people.duty-given', done_by: expect.any(String) });
	expect(JSON.parse(second!.facts)).toMatchObject({ duty: 'host' });
	expect(await verifyAudit(world.db)).toEqual({ whole: true, head: await headOf(world.db) });
});

test('an act that is refused after all leaves no row, no number and no gap', async ({ world }) => {
	const henk = await steward(world);
	await world.as(henk, async (tx) => {
		await record(tx, { ...looked(henk), at: tx.now });
		return refuse('not-after-all');
	});
	await world.as(henk, async (tx) => {
		await record(tx, { ...looked(henk), at: tx.now });
		return {};
	});

	expect((await entries(world)).map(({ number }) => number)).toEqual([1, 2]);
	expect((await verifyAudit(world.db)).whole).toBe(true);
});

test('fifty acts at once are numbered without a gap, and nobody waits for another’s work', async ({
	world,
}) => {
	const henk = await steward(world);
	let all = 0;
	const everybodyIsHere = Promise.withResolvers<void>();
	const acts = Array.from({ length: 50 }, (_, number) =>
		world.as(henk, async (tx) => {
			await record(tx, { ...looked(henk, `case:${number}`), at: tx.now });
			// Eight transactions are open and have recorded, each of them: none of them holds the log meanwhile.
			if (++all === 8) everybodyIsHere.resolve();
			await everybodyIsHere.promise;
			return number % 5 === 0 ? refuse('not-after-all') : {};
		}),
	);
	await Promise.all(acts);

	expect((await entries(world)).map(({ number }) => number)).toEqual(
		Array.from({ length: 41 }, (_, index) => index + 1),
	);
	expect((await verifyAudit(world.db)).whole).toBe(true);
	expect(await world.db.selectFrom('audit_arriving').select('id').execute()).toEqual([]);
});

test('nobody changes, removes or empties the log, whatever they ask the database for', async ({ world }) => {
	await tenLooks(world);
	for (const statement of [
		`update audit_entry set kind = 'desk.nothing' where number = 5`,
		`delete from audit_entry where number = 5`,
		`delete from audit_entry`,
		`truncate audit_entry`,
		`truncate audit_head`,
		`delete from audit_head`,
		`update audit_head set number = 3`,
	])
		await expect(sql.raw(statement).execute(world.db), statement).rejects.toThrow('stays as it is');

	expect((await verifyAudit(world.db)).whole).toBe(true);
});

test('whoever puts a row in past the product cannot choose its number or its digest', async ({ world }) => {
	await tenLooks(world);
	await sql`insert into audit_entry (number, at, kind, about, facts, digest)
		values (3, now(), 'desk.made-up', 'case:one', '{}', '\\x00')`.execute(world.db);

	expect((await entries(world)).at(-1)).toMatchObject({ number: 12, kind: 'desk.made-up' });
	expect((await verifyAudit(world.db)).whole).toBe(true);
});

test('a log that somebody changed with the triggers out of the way is told from a whole one, and where', async ({
	world,
}) => {
	const ways: [string, object][] = [
		[`update audit_entry set kind = 'desk.case-closed' where number = 4`, { at: 4, because: 'changed' }],
		[`update audit_entry set at = at + interval '1 minute' where number = 4`, { at: 4, because: 'changed' }],
		[`update audit_entry set done_by = null where number = 4`, { at: 4, because: 'changed' }],
		[`update audit_entry set facts = '{"minutes":1}' where number = 4`, { at: 4, because: 'changed' }],
		[`delete from audit_entry where number = 4`, { at: 4, because: 'missing' }],
		[
			`update audit_entry set number = case number when 4 then -5 else -4 end where number in (4, 5);
			 update audit_entry set number = -number where number < 0`,
			{ at: 4, because: 'changed' },
		],
		[
			`update audit_entry set number = -number - 1 where number >= 4;
			 update audit_entry set number = -number where number < 0;
			 insert into audit_entry select 4, at, kind, done_by, about, facts, digest from audit_entry where number = 3`,
			{ at: 4, because: 'changed' },
		],
		[`delete from audit_entry where number > 8`, { at: 9, because: 'end' }],
		[
			`insert into audit_entry select 12, at, kind, done_by, about, facts, digest from audit_entry where number = 3`,
			{ at: 11, because: 'end' },
		],
	];
	await tenLooks(world);
	await sql`create table before as table audit_entry`.execute(world.db);

	for (const [statement, found] of ways) {
		await tamper(world, statement);
		expect(await verifyAudit(world.db), statement).toEqual({ whole: false, ...found });
		await tamper(world, 'delete from audit_entry; insert into audit_entry table before');
		expect((await verifyAudit(world.db)).whole).toBe(true);
	}
});

test('a log that was shortened and ended anew is whole to itself, and not to a head kept elsewhere', async ({
	world,
}) => {
	await tenLooks(world);
	const kept = await headOf(world.db);
	expect(await verifyAudit(world.db, kept)).toEqual({ whole: true, head: kept });
	await tamper(
		world,
		`delete from audit_entry where number > 8;
		 update audit_head set number = 8, digest = (select digest from audit_entry where number = 8)`,
	);

	expect((await verifyAudit(world.db)).whole).toBe(true);
	expect(await verifyAudit(world.db, kept)).toEqual({ whole: false, at: 8, because: 'not-as-kept' });

	const henk = await world.person('Somebody else', { duties: ['steward'] });
	for (let more = 0; more < 5; more++)
		await world.as(henk, async (tx) => {
			await record(tx, { ...looked(henk), at: tx.now });
			return {};
		});
	expect(await verifyAudit(world.db, kept)).toEqual({ whole: false, at: 11, because: 'not-as-kept' });
});

test('erasing somebody leaves the chain whole, and nobody can tell that it was them', async ({ world }) => {
	const henk = await tenLooks(world);
	await world.as(henk, async (tx) => {
		await record(tx, {
			...looked(henk, `person:${henk}`),
			at: tx.now,
			facts: { whom: henk, again: `person:${henk}` },
		});
		return {};
	});
	const said = JSON.stringify(await entries(world));
	expect(said).not.toContain(henk);
	expect(
		JSON.stringify(
			await personal.find(({ feature }) => feature === 'audit')!.export(world.db, world.vault, henk),
		),
	).toContain('desk.case-looked-at');

	await world.as(henk, (tx) => erasePerson(tx, henk, personal));

	expect(await world.db.selectFrom('audit_name').selectAll().execute()).toEqual([]);
	expect(JSON.stringify(await entries(world))).toBe(said);
	expect((await verifyAudit(world.db)).whole).toBe(true);
});

test('a name in the log cannot be passed on to somebody else', async ({ world }) => {
	await tenLooks(world);
	const wren = await world.person('Wren');
	await world.db.updateTable('audit_name').set({ person_id: wren }).execute();

	expect(await verifyAudit(world.db)).toEqual({ whole: false, at: 1, because: 'name' });
});

test('nobody’s words get into the log', async ({ world }) => {
	const henk = await steward(world);
	const saying = world.as(henk, async (tx) => {
		await record(tx, { ...looked(henk), at: tx.now, facts: { because: 'She said she is afraid.' } });
		return {};
	});
	await expect(saying).rejects.toThrow('not words');
});

test('what is in the log can be chosen by where it was done, and by who did it', async ({ world }) => {
	const henk = await tenLooks(world);

	expect(await areasInLog(world.db)).toContain('desk');
	expect(await peopleInLog(world.db)).toContainEqual({ id: henk, nickname: 'Henk' });
});
