import { Client, Pool, types, type ClientConfig } from 'pg';
import type { Whereabouts } from './db.ts';
import { PLANNED_EACH_TIME, statementName } from './statement-name.ts';

/** How long something waits for a connection when all are busy, in milliseconds. */
const PATIENCE = 30_000;

/**
 * The connections that queries and transactions run on. A connection that is lost takes its transaction with it and is
 * replaced by the next: nothing runs on half of one, and nothing ends the process.
 */
export function openPool(where: Whereabouts, { max }: { max: number }): Pool {
	const pool = new Pool({
		...configOf(where),
		max,
		Client: PreparingClient,
		connectionTimeoutMillis: PATIENCE,
		idleTimeoutMillis: 0,
	});
	// What is lost is told by the query that needed it; without listeners, Node would end the process.
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	return pool;
}

export const configOf = (where: Whereabouts): ClientConfig => ({
	...('url' in where ? { connectionString: where.url } : where),
	types: { getTypeParser },
	application_name: 'hearten',
	// What an organisation keeps fits into memory, where looking something up by its id costs no more than reading on. Told
	// otherwise, PostgreSQL reads whole tables of people instead of the one who asks.
	options: '-c TimeZone=UTC -c random_page_cost=1',
});

/**
 * Prepares each statement with values once for each connection, which saves PostgreSQL reading it again; but for those
 * that want to be planned each time.
 */
class PreparingClient extends Client {
	// The types of `query` are eight overloads. Kysely calls it with text and values; whatever else is passed on.
	override query = ((text: unknown, values: unknown, ...more: unknown[]) => {
		const withValues = typeof text === 'string' && Array.isArray(values) && values.length > 0;
		const query = !withValues
			? text
			: text.startsWith(PLANNED_EACH_TIME)
				? { text, values }
				: { name: statementName(text), text, values };
		return (super.query as (...all: unknown[]) => unknown).call(
			this,
			query,
			...(withValues ? more : [values, ...more]),
		);
	}) as Client['query'];
}

const plainText = types.getTypeParser(25);
const texts = types.getTypeParser(1009 as 25);

/** By the numbers PostgreSQL gives its types. */
const parsers = new Map<number, (text: string) => unknown>([
	// No number of 64 bits here ever grows past 2^53.
	[20, Number],
	// A local date (`2026-11-22`) is no moment, so it stays text; so do several.
	[1082, plainText],
	[1182, texts],
]);

const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
	parsers.get(oid) ?? types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser;
