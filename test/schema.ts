import { sql, type RawBuilder } from 'kysely';
import type { Database } from '#platform/db.ts';

/** A column as PostgreSQL has it. */
export interface Column {
	table: string;
	name: string;
	/** As `format_type` says it: `timestamp with time zone`. */
	type: string;
	nullable: boolean;
	/** An expression, or how it makes itself. */
	otherwise: string | null;
	generated: boolean;
}

/** Our own tables: not those of the worker, which lie in a schema of their own. */
export const columnsIn = (db: Database) =>
	rows(
		db,
		sql<Column>`
	select class.relname as table, attribute.attname as name,
		format_type(attribute.atttypid, attribute.atttypmod) as type,
		not attribute.attnotnull as nullable,
		case attribute.attidentity when 'a' then 'generated always as identity'
			else pg_get_expr(initial.adbin, initial.adrelid) end as otherwise,
		attribute.attgenerated <> '' as generated
	from pg_attribute attribute
	join pg_class class on class.oid = attribute.attrelid
	left join pg_attrdef initial on initial.adrelid = class.oid and initial.adnum = attribute.attnum
	where class.relnamespace = 'public'::regnamespace and class.relkind = 'r'
		and attribute.attnum > 0 and not attribute.attisdropped
	order by class.relname collate "C", attribute.attnum`,
	);

const rows = async <Row>(db: Database, query: RawBuilder<Row>) => (await query.execute(db)).rows;

/**
 * The whole schema as text that every supported PostgreSQL writes the same: extensions, functions, then each table with
 * its columns, constraints and indexes, by name.
 */
export async function schemaText(db: Database): Promise<string> {
	const columns = await columnsIn(db);
	const extensions = await rows(
		db,
		sql<{ name: string }>`
		select extname as name from pg_extension where extname <> 'plpgsql' order by extname collate "C"`,
	);
	const functions = await rows(
		db,
		sql<{ name: string; text: string }>`
		select proname as name, pg_get_functiondef(oid) as text from pg_proc
		where pronamespace = 'public'::regnamespace
			and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
		order by proname collate "C"`,
	);
	// PostgreSQL 18 keeps “not null” as constraints too; the columns have said it already.
	const constraints = await rows(
		db,
		sql<{ table: string; name: string; text: string }>`
		select class.relname as table, constraints.conname as name, pg_get_constraintdef(constraints.oid) as text
		from pg_constraint constraints join pg_class class on class.oid = constraints.conrelid
		where class.relnamespace = 'public'::regnamespace and constraints.contype <> 'n'
		order by constraints.conname collate "C"`,
	);
	const indexes = await rows(
		db,
		sql<{ table: string; text: string }>`
		select class.relname as table, pg_get_indexdef(index.indexrelid) as text
		from pg_index index
		join pg_class class on class.oid = index.indrelid
		join pg_class own on own.oid = index.indexrelid
		where class.relnamespace = 'public'::regnamespace
			and not exists (select from pg_constraint where conindid = index.indexrelid)
		order by own.relname collate "C"`,
	);

	const tables = [...new Set(columns.map(({ table }) => table))].map((table) => {
		const of = <Part extends { table: string }>(parts: readonly Part[]) =>
			parts.filter((part) => part.table === table);
		const lines = [
			...of(columns).map(columnText),
			...of(constraints).map(({ name, text }) => `constraint ${name} ${text}`),
		];
		const body = lines.map((line) => `\t${line}`).join(',\n');
		return [`create table ${table} (\n${body}\n);`, ...of(indexes).map(({ text }) => `${text};`)].join('\n');
	});
	return [
		'-- The schema as the migrations leave it. Written by test/schema.test.ts; changed by a new migration only.',
		extensions.map(({ name }) => `create extension ${name};`).join('\n'),
		...functions.map(({ text }) => `${text.trim()};`),
		...tables,
	]
		.join('\n\n')
		.concat('\n');
}

function columnText({ name, type, nullable, otherwise, generated }: Column): string {
	const value = generated ? `generated always as (${otherwise}) stored` : initial(otherwise);
	return [name, type, nullable ? '' : 'not null', value].filter(Boolean).join(' ');
}

const initial = (otherwise: string | null) =>
	otherwise?.startsWith('generated') ? otherwise : otherwise && `default ${otherwise}`;
