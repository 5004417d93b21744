import { sql } from 'kysely';
import type { Database } from '#platform/db.ts';

/** Every row of every table of every schema, as text; the worker’s own included. Bytes show as hexadecimal. */
export async function everythingKept(db: Database): Promise<string> {
	const { rows: tables } = await sql<{ schema: string; name: string }>`
		select table_schema as schema, table_name as name from information_schema.tables
		where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
	`.execute(db);
	const parts = [];
	for (const { schema, name } of tables) {
		const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.id(schema, name)} t`.execute(
			db,
		);
		parts.push(`${schema}.${name}`, ...rows.map(({ row }) => row));
	}
	return parts.join('\n');
}
