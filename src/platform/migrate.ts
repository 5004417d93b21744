import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Pool } from 'pg';
import type { Whereabouts } from './db.ts';

/** One forward-only file of plain SQL. */
export interface Migration {
	name: string;
	sql: string;
}

export async function migrationsIn(folder: string): Promise<Migration[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
	return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(folder, name), 'utf8') })));
}

/** A database this version cannot work with. Its message says what to do. */
export class MigrationProblem extends Error {}

/** Any number; the same for every process, so that only one migrates at a time. */
const LOCK = 7_105_011;

/**
 * Brings the schema up to date. Each file is one transaction, so a process killed half way leaves whole steps, and the
 * next start goes on. Returns the names of the files it ran.
 */
export async function migrate(where: Whereabouts, migrations: readonly Migration[]): Promise<string[]> {
	const pool = new Pool({ ...('url' in where ? { connectionString: where.url } : where), max: 2 });
	// A database that stops half way is told by the query that failed, not by ending the process.
	pool.on('error', () => {});
	pool.on('connect', (connected) => connected.on('error', () => {}));
	const client = await pool.connect();
	try {
		await client.query('set client_min_messages to warning');
		await client.query('select pg_advisory_lock($1)', [LOCK]);
		await client.query(
			'create table if not exists migration (name text primary key, digest bytea not null, at timestamptz not null default now())',
		);
		const { rows } = await client.query<{ name: string; digest: Buffer }>(
			'select name, digest from migration',
		);
		const done = new Map(rows.map(({ name, digest }) => [name, digest]));
		refuseStrangers(done, migrations);

		const ran: string[] = [];
		for (const { name, sql } of migrations) {
			if (done.has(name)) continue;
			await client.query('begin');
			await client.query(sql);
			await client.query('insert into migration (name, digest) values ($1, $2)', [name, digestOf(sql)]);
			await client.query('commit');
			ran.push(name);
		}
		await runMigrations({ pgPool: pool });
		return ran;
	} finally {
		client.release(true);
		await pool.end();
	}
}

function refuseStrangers(done: Map<string, Buffer>, migrations: readonly Migration[]) {
	const known = new Map(migrations.map(({ name, sql }) => [name, sql]));
	for (const [name, digest] of done) {
		const sql = known.get(name);
		if (sql === undefined)
			throw new MigrationProblem(
				`This data was written by a newer Hearten (it knows “${name}”). Start that version, or a newer one.`,
			);
		if (!digestOf(sql).equals(digest))
			throw new MigrationProblem(
				`The migration “${name}” is not the file that was run here. Put it back as it was, and add a new one.`,
			);
	}
}

const digestOf = (sql: string) => createHash('sha256').update(sql).digest();
