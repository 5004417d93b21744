import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbedded, type Embedded, type EmbeddedOptions } from './embedded.ts';
import { emptyFolder, until } from './fixtures/folders.ts';
import { borrowEmbedded } from './running.ts';

test('an empty folder becomes a database that nobody reaches over the network', async () => {
	const folder = join(emptyFolder(), 'not', 'yet', 'there');

	const { sql } = await start(folder);

	expect(await sql`show listen_addresses`).toEqual([{ listen_addresses: '' }]);
	expect(await sql`select current_database(), current_user`).toEqual([
		{ current_database: 'hearten', current_user: 'hearten' },
	]);
	expect(await sql`show server_encoding`).toEqual([{ server_encoding: 'UTF8' }]);
	expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('what was written is there after a stop and a start', async () => {
	const folder = join(emptyFolder(), 'db');
	const first = await start(folder);
	await first.sql`create table said as select 'I am here' as words`;
	await first.sql.end();
	await first.embedded.stop();

	const second = await start(folder);

	expect(await second.sql`select words from said`).toEqual([{ words: 'I am here' }]);
});

test('a database killed in the middle of writing comes back by itself, with every row it had acknowledged', async () => {
	const { embedded, sql } = await start(join(emptyFolder(), 'db'), { durable: true });
	await sql`create table said (place int)`;
	const killed = embedded.pid;
	const deaths: string[] = [];
	embedded.onDeath((reason) => deaths.push(reason));

	let acknowledged = 0;
	const writing = (async () => {
		for (;;) {
			await sql`insert into said values (${acknowledged + 1})`;
			acknowledged++;
		}
	})().catch(() => {});
	await until(() => acknowledged > 200);
	process.kill(killed, 'SIGKILL');
	await writing;

	await untilBack(sql);
	const places = (await sql<{ place: number }[]>`select place from said order by place`).map(
		({ place }) => place,
	);
	expect(places.slice(0, acknowledged)).toEqual(
		Array.from({ length: acknowledged }, (_, index) => index + 1),
	);
	expect(places.length - acknowledged).toBeLessThanOrEqual(1); // the last may have been kept, and not yet acknowledged
	expect(deaths).toEqual(['it ended by SIGKILL']);
	expect(embedded.pid).not.toBe(killed);
});

test('a long statement does not keep a killed database from coming back', async () => {
	const { embedded, sql } = await start(join(emptyFolder(), 'db'));
	const busy = sql`select count(*) from generate_series(1, 1e11::bigint)`.catch(() => 'cut off');
	await sql`select 1`;

	process.kill(embedded.pid, 'SIGKILL');

	expect(await busy).toBe('cut off');
	await untilBack(sql);
});

test('a database that is stopped stays stopped, and asking twice is harmless', async () => {
	const { embedded, sql } = await start(join(emptyFolder(), 'db'));
	const deaths: string[] = [];
	embedded.onDeath((reason) => deaths.push(reason));
	await sql.end();

	await Promise.all([embedded.stop(), embedded.stop()]);

	expect(deaths).toEqual([]);
	expect(() => process.kill(embedded.pid, 0)).toThrow('ESRCH');
});

test('a path too long for a socket, or full of odd characters, is no trouble', async () => {
	const odd = join(emptyFolder(), 'it’s "Ana’s, 50 %', 'x');
	const long = join(emptyFolder(), 'long'.repeat(30), 'db');

	const inOdd = await start(odd);
	const inLong = await start(long);

	expect(inOdd.embedded.host).toBe(odd);
	expect(await inOdd.sql`select 1 as one`).toEqual([{ one: 1 }]);
	expect(await inLong.sql`select 1 as one`).toEqual([{ one: 1 }]);
	expect(statSync(inLong.embedded.host).mode & 0o777).toBe(0o700);

	await inLong.sql.end();
	await inLong.embedded.stop();
	expect(existsSync(inLong.embedded.host)).toBe(false);
});

test('the log keeps no word that people wrote', async () => {
	const folder = join(emptyFolder(), 'db');
	const { sql } = await start(folder);
	await sql`create table person (nickname text unique, age int)`;
	await sql`insert into person values ('wintergreen', 1)`;

	await expect(sql`insert into person values ('wintergreen', 2)`).rejects.toThrow('duplicate');
	await expect(sql.unsafe(`select 'wintergreen'::int`)).rejects.toThrow('wintergreen');

	const log = readFileSync(join(folder, 'server.log'), 'utf8');
	expect(log).toContain('ready to accept connections');
	expect(log).not.toContain('wintergreen');
});

test('a command borrows the database of a running Hearten, and stopping gives it back unharmed', async () => {
	const folder = join(emptyFolder(), 'long'.repeat(30), 'db');
	const { embedded, sql } = await start(folder);

	const borrowed = await borrowEmbedded(folder);
	expect(borrowed.host).toBe(embedded.host);
	await borrowed.stop();

	expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test('a command that finds no database running starts one for itself', async () => {
	const folder = join(emptyFolder(), 'db');
	const { embedded, sql } = await start(folder);
	await sql.end();
	await embedded.stop();

	const borrowed = await borrowEmbedded(folder);
	await borrowed.stop();

	const again = await start(folder);
	expect(again.embedded.host).toBe(borrowed.host);
});

/** Resolves when the same pool of connections is answered again. */
async function untilBack(sql: postgres.Sql) {
	while (!(await sql`select 1`.catch(() => undefined))) await pause(20);
}

/** A database and a connection to it, both closed after the test. */
async function start(
	folder: string,
	options: EmbeddedOptions = {},
): Promise<{ embedded: Embedded; sql: postgres.Sql }> {
	const embedded = await startEmbedded(folder, { durable: false, ...options });
	const { host, port, user, database } = embedded;
	const sql = postgres({ host, port, user, database, max: 2, fetch_types: false, onnotice: () => {} });
	onTestFinished(async () => {
		await sql.end({ timeout: 1 });
		await embedded.stop();
	});
	return { embedded, sql };
}
