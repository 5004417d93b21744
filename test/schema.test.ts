import { expect } from 'vitest';
import { expectFile } from './expect-file.ts';
import { declaredColumns } from './row-types.ts';
import { columnsIn, schemaText, type Column } from './schema.ts';
import { test } from './world.ts';

test('db/schema.sql is what the migrations make', async ({ world }) => {
	expectFile('db/schema.sql', await schemaText(world.db));
});

test('every column is declared as it is, and every declared column is there', async ({ world }) => {
	const there = (await columnsIn(world.db)).filter(({ table }) => table !== 'migration');

	const told = (column: { table: string; name: string; nullable: boolean; kind: string }) =>
		`${column.table}.${column.name}: ${column.kind}${column.nullable ? ' or null' : ''}`;
	const declared = declaredColumns();
	const openToAll = new Set(
		declared.filter(({ kind }) => kind === 'other').map(({ table, name }) => `${table}.${name}`),
	);
	expect(declared.map(told).sort()).toEqual(
		there
			.map((column) => ({ ...column, kind: kindOf(column, openToAll.has(`${column.table}.${column.name}`)) }))
			.map(told)
			.sort(),
	);
});

/** What the driver makes of a type of PostgreSQL. What is JSON can be anything. */
function kindOf({ type }: Column, open: boolean): string {
	if (type.endsWith('[]')) return 'array';
	if (type.startsWith('json')) return open ? 'other' : 'json';
	const kinds: Record<string, string> = {
		uuid: 'string',
		text: 'string',
		date: 'string',
		'time without time zone': 'string',
		integer: 'number',
		smallint: 'number',
		bigint: 'number',
		'double precision': 'number',
		boolean: 'boolean',
		bytea: 'Buffer',
		real: 'number',
		tsvector: 'string',
		point: 'other',
		'timestamp with time zone': 'Date',
		'timestamp without time zone': 'Date',
	};
	return kinds[type] ?? `unknown to this test: ${type}`;
}
