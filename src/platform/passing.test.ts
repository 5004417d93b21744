import { sql } from 'kysely';
import { expect } from 'vitest';
import { test } from '#test/world.ts';
import { connect, openConnections } from './db.ts';
import { passesByItself } from './passing.ts';

const thrownBy = (work: Promise<unknown>) =>
	work.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);

test('a connection that is cut, and a database that is not there, pass', async ({ world }) => {
	const cut = sql`select pg_terminate_backend(pg_backend_pid()), pg_sleep(1)`.execute(world.db);
	expect(passesByItself(await thrownBy(cut))).toBe(true);

	const nowhere = openConnections({ host: '/nowhere', port: 1, user: 'x', database: 'x' });
	expect(passesByItself(await thrownBy(sql`select 1`.execute(connect(nowhere))))).toBe(true);
	await nowhere.end();
});

test('what is wrong with a statement or with us does not pass', async ({ world }) => {
	expect(passesByItself(await thrownBy(sql`select 1 / 0`.execute(world.db)))).toBe(false);
	expect(passesByItself(await thrownBy(sql`select * from nothing_here`.execute(world.db)))).toBe(false);
	expect(passesByItself(new TypeError('x is not a function'))).toBe(false);
	expect(passesByItself('thrown')).toBe(false);
});

test('a full disk passes', () => {
	const full = Object.assign(new Error('could not extend file'), { code: '53100' });
	expect(passesByItself(full)).toBe(true);
});
