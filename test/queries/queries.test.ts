import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { openConnections } from '#platform/db.ts';
import { databaseAt } from '../database.ts';
import { expectFile } from '../expect-file.ts';
import { placesThatSend } from './places.ts';
import { plainSql } from './plain-sql.ts';

const FOLDER = '.cache/queries';

interface Sent {
	file: string;
	line: number;
	sql: string;
}

const sent = globSync(`${FOLDER}/*.jsonl`)
	.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
	.map((line) => JSON.parse(line) as Sent);

const byFile = Map.groupBy(sent, ({ file }) => file);
const queries = [...byFile]
	.sort(([a], [b]) => (a < b ? -1 : 1))
	.map(([file, all]) => [file, [...new Set(all.map(({ sql }) => plainSql(sql)))].sort()] as const);

test('the other tests have run before, and said what they sent', () => {
	expect(existsSync(FOLDER), `Run script/test, or vitest with HEARTEN_RECORD_QUERIES=${FOLDER}.`).toBe(true);
});

test('every place that sends a query has sent it in a test', () => {
	const seen = new Set(sent.map(({ file, line }) => `${file}:${line}`));

	expect(placesThatSend().filter((place) => !seen.has(place))).toEqual([]);
});

test('docs/queries.sql is what is sent', () => {
	const head =
		'-- Every query the product can send, by the file that asks. Written by test/queries/queries.test.ts.\n';
	const body = queries.map(
		([file, all]) => `-- ── ${file}\n\n${all.map((query) => `${query};`).join('\n\n')}`,
	);
	expectFile('docs/queries.sql', `${[head, ...body].join('\n\n')}\n`);
});

test('every query can be prepared against a fresh schema', async () => {
	const { where, template } = inject('postgres');
	const sql = openConnections(databaseAt(where, template), { max: 1 });

	const failed: string[] = [];
	for (const query of queries.flatMap(([, all]) => all)) {
		// What marks a part of a transaction is no query, and cannot be prepared.
		if (/^(rollback to )?savepoint /.test(query)) continue;
		const problem = await sql.unsafe(`prepare query as ${query}; deallocate query`).then(
			() => undefined,
			(error: Error) => error.message,
		);
		if (problem) failed.push(`${problem}\n${query}`);
	}

	await sql.end();
	expect(failed).toEqual([]);
});
