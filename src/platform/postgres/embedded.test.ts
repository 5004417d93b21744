import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbedded, type Embedded, type EmbeddedOptions } from './embedded.ts';
import { emptyFolder, until } from './fixtures/folders.ts';
import { borrowEmbedded } from './running.ts';

test('an empty folder becomes a database that nobody reaches over the network', async () => {
	const folder = join(emptyFolder(), 'not', 'yet', 'there');

	const { ask } = await start(folder);

	expect(await ask('show listen_addresses')).toEqual([{ listen_addresses: '' }]);
	expect(await ask('select current_database(), current_user')).toEqual([
		{ current_database: 'hearten', current_user: 'hearten' },
	]);
	expect(await ask('show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
	expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('what was written is there after a stop and a start', async () => {
	const folder = join(emptyFolder(), 'db');
	const first = await start(folder);
	await first.ask("create table said as select 'I am here' as words");
	await first.close();
	await first.embedded.stop();

	const second = await start(folder);

	expect(await second.ask('select words from said')).toEqual([{ words: 'I am here' }]);
});

test('a database killed in the middle of writing comes back by itself, with every row it had acknowledged', async () => {
	const { embedded, ask } = await start(join(emptyFolder(), 'db'), { durable: true });
	await ask('create table said (place int)');
	const killed = embedded.pid;
	const deaths: string[] = [];
	embedded.onDeath((reason) => deaths.push(reason));

	let acknowledged = 0;
	const writing = (async () => {
		for (;;) {
			await ask('insert into said values ($1)', acknowledged + 1);
			acknowledged++;
		}
	})().catch(() => {});
	await until(() => acknowledged > 200);
	process.kill(killed, 'SIGKILL');
	await writing;

	await untilBack(ask);
	const places = (await ask('select place from said order by place')).map(({ place }) => place);
	expect(places.slice(0, acknowledged)).toEqual(
		Array.from({ length: acknowledged }, (_, index) => index + 1),
	);
	expect(places.length - acknowledged).toBeLessThanOrEqual(1); // the last may have been kept, and not yet acknowledged
	expect(deaths).toEqual(['it ended by SIGKILL']);
	expect(embedded.pid).not.toBe(killed);
});

test('a long statement does not keep a killed database from coming back', async () => {
	const { embedded, ask } = await start(join(emptyFolder(), 'db'));
	const busy = ask('select count(*) from generate_series(1, 1e11::bigint)').catch(() => 'cut off');
	await ask('select 1');

	process.kill(embedded.pid, 'SIGKILL');

	expect(await busy).toBe('cut off');
	await untilBack(ask);
});

test('a database that is stopped stays stopped, and asking twice is harmless', async () => {
	const { embedded, close } = await start(join(emptyFolder(), 'db'));
	const deaths: string[] = [];
	embedded.onDeath((reason) => deaths.push(reason));
	await close();

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
	expect(await inOdd.ask('select 1 as one')).toEqual([{ one: 1 }]);
	expect(await inLong.ask('select 1 as one')).toEqual([{ one: 1 }]);
	expect(statSync(inLong.embedded.host).mode & 0o777).toBe(0o700);

	await inLong.close();
	await inLong.embedded.stop();
	expect(existsSync(inLong.embedded.host)).toBe(false);
});

test('the log keeps no word that people wrote', async () => {
	const folder = join(emptyFolder(), 'db');
	const { ask } = await start(folder);
	await ask('create table person (nickname text unique, age int)');
	await ask("insert into person values ('wintergreen', 1)");

	await expect(ask("insert into person values ('wintergreen', 2)")).rejects.toThrow('duplicate');
	await expect(ask("select 'wintergreen'::int")).rejects.toThrow('wintergreen');

	const log = readFileSync(join(folder, 'server.log'), 'utf8');
	expect(log).toContain('ready to accept connections');
	expect(log).not.toContain('wintergreen');
});

test('a command borrows the database of a running Hearten, and stopping gives it back unharmed', async () => {
	const folder = join(emptyFolder(), 'long'.repeat(30), 'db');
	const { embedded, ask } = await start(folder);

	const borrowed = await borrowEmbedded(folder);
	expect(borrowed.host).toBe(embedded.host);
	await borrowed.stop();

	expect(await ask('select 1 as one')).toEqual([{ one: 1 }]);
});

test('a command that finds no database running starts one for itself', async () => {
	const folder = join(emptyFolder(), 'db');
	const { embedded, close } = await start(folder);
	await close();
	await embedded.stop();

	const borrowed = await borrowEmbedded(folder);
	await borrowed.stop();

	const again = await start(folder);
	expect(again.embedded.host).toBe(borrowed.host);
});

type Ask = (statement: string, ...values: unknown[]) => Promise<Record<string, unknown>[]>;

/** Resolves when the same pool of connections is answered again. */
async function untilBack(ask: Ask) {
	while (!(await ask('select 1').catch(() => undefined))) await pause(20);
}

/** A database and connections to it, closed after the test at the latest. */
async function start(
	folder: string,
	options: EmbeddedOptions = {},
): Promise<{ embedded: Embedded; ask: Ask; close: () => Promise<void> }> {
	const embedded = await startEmbedded(folder, { durable: false, ...options });
	const { host, port, user, database } = embedded;
	const pool = new Pool({ host, port, user, database, max: 2 });
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));

	let closed: Promise<void> | undefined;
	const close = () => (closed ??= pool.end());
	onTestFinished(async () => {
		await close();
		await embedded.stop();
	});
	return { embedded, ask: async (statement, ...values) => (await pool.query(statement, values)).rows, close };
}
