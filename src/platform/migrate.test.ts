import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, inject, test as base } from 'vitest';
import { databaseAt } from '#test/database.ts';
import { connect, openConnections, type Database, type Whereabouts } from './db.ts';
import { migrate, migrationsIn, MigrationProblem } from './migrate.ts';

/** An empty database of one’s own. */
const test = base.extend<{ empty: { where: Whereabouts; db: Database } }>({
	empty: async ({}, use) => {
		const { where: server } = inject('postgres');
		const name = `test_${randomBytes(6).toString('hex')}`;
		const admin = openConnections(server, { max: 1 });
		await admin.unsafe(`create database ${name}`);
		const where = databaseAt(server, name);
		const connections = openConnections(where, { max: 1 });
		await use({ where, db: connect(connections) });
		await connections.end();
		await admin.unsafe(`drop database ${name} with (force)`);
		await admin.end();
	},
});

const first = {
	name: '0001_lamp.sql',
	sql: 'create table lamp (lit boolean); insert into lamp values (true);',
};
const second = {
	name: '0002_chair.sql',
	sql: 'create table chair (taken boolean); insert into chair values (false);',
};

const rows = async (db: Database, query: string) => (await sql.raw<object>(query).execute(db)).rows;
const done = (db: Database) => rows(db, 'select name from migration order by name');

test('each file runs once, in order', async ({ empty: { where, db } }) => {
	expect(await migrate(where, [first])).toEqual([first.name]);
	expect(await migrate(where, [first, second])).toEqual([second.name]);
	expect(await migrate(where, [first, second])).toEqual([]);
	expect(await rows(db, 'select count(*) from lamp')).toEqual([{ count: 1 }]);
});

test('two processes at once share the work, and neither does it twice', async ({ empty: { where, db } }) => {
	const ran = await Promise.all([migrate(where, [first, second]), migrate(where, [first, second])]);

	expect(ran.flat().sort()).toEqual([first.name, second.name]);
	expect(await rows(db, 'select count(*) from lamp')).toEqual([{ count: 1 }]);
});

test('a file that fails leaves nothing of itself, and what ran before it stays', async ({
	empty: { where, db },
}) => {
	const broken = { ...second, sql: `${second.sql} select 1 / 0;` };

	await expect(migrate(where, [first, broken])).rejects.toThrow('division by zero');
	expect(await done(db)).toEqual([{ name: first.name }]);
	expect(await rows(db, "select to_regclass('chair') as chair")).toEqual([{ chair: null }]);

	expect(await migrate(where, [first, second])).toEqual([second.name]);
});

test('a process killed in the middle of a file leaves whole files, and the next one goes on', async ({
	empty: { where, db },
}) => {
	const slow = { ...second, sql: `${second.sql} select pg_sleep(1.5);` };
	const program = `
		const { migrate } = await import('#platform/migrate.ts');
		await migrate(${JSON.stringify(where)}, ${JSON.stringify([first, slow])});`;
	const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' });
	const busy = () =>
		rows(db, "select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'");
	while ((await busy()).length === 0) await pause(20);

	child.kill('SIGKILL');
	await once(child, 'exit');

	expect(await migrate(where, [first, second])).toEqual([second.name]);
	expect(await rows(db, 'select count(*) from chair')).toEqual([{ count: 1 }]);
});

test('a file that was changed after it ran stops the start', async ({ empty: { where } }) => {
	await migrate(where, [first]);

	const changed = migrate(where, [{ ...first, sql: `${first.sql} -- better` }, second]);
	await expect(changed).rejects.toThrow(MigrationProblem);
	await expect(changed).rejects.toThrow('“0001_lamp.sql” is not the file that was run here');
});

test('data of a newer version stops the start, and is left alone', async ({ empty: { where, db } }) => {
	await migrate(where, [first, second]);

	await expect(migrate(where, [first])).rejects.toThrow('a newer Hearten (it knows “0002_chair.sql”)');
	expect(await done(db)).toEqual([{ name: first.name }, { name: second.name }]);
});

test('the real ones run on an empty database, and are numbered', async ({ empty: { where } }) => {
	const migrations = await migrationsIn('db/migrations');

	expect(await migrate(where, migrations)).toEqual(migrations.map(({ name }) => name));
	for (const { name } of migrations) expect(name).toMatch(/^\d{4}_[a-z0-9_]+\.sql$/);
});
