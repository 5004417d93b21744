import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import { wordsIn } from '../words.ts';
import { seedSynonyms } from './synonyms.ts';

const GAZETTEER = 'db/gazetteer.tsv.gz';
const AT_ONCE = 5_000;

/** Brings in what finding comes with, where nobody has yet: names of places, and words that mean the same. */
export const fillTables = job(
	'directory.fill-tables',
	z.object({}),
	async (tx) => {
		await sql`select pg_advisory_xact_lock(hashtext('directory.fill-tables'))`.execute(tx.db);
		await seedSynonyms(tx);
		const there = await tx.db.selectFrom('populated_place').select('name').limit(1).executeTakeFirst();
		if (!there) await fillGazetteer(tx);
	},
	{ every: '37 4 * * *' },
);

async function fillGazetteer(tx: Tx) {
	const text = (await promisify(gunzip)(await readFile(resolve(GAZETTEER)))).toString('utf8');
	const rows = text
		.trimEnd()
		.split('\n')
		.map((line) => line.split('\t'));
	const column = (some: readonly string[][], at: number) => some.map((row) => row[at]!);
	for (let start = 0; start < rows.length; start += AT_ONCE) {
		const some = rows.slice(start, start + AT_ONCE);
		const folded = some.map(([name]) => wordsIn(name!).join(' '));
		await sql`insert into populated_place (name, folded, country, division, inhabitants, latitude, longitude)
			select * from unnest(
				${column(some, 0)}::text[], ${folded}::text[], ${column(some, 1)}::text[], ${column(some, 2)}::text[],
				${column(some, 3)}::int[], ${column(some, 4)}::real[], ${column(some, 5)}::real[]
			)`.execute(tx.db);
	}
}
