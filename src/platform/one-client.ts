import {
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type CompiledQuery,
	type DatabaseConnection,
	type Driver,
	type QueryResult,
} from 'kysely';
import type { PoolClient } from 'pg';
import { Asking } from './journey.ts';

/** A database that is one connection, for the queries of a transaction. Whoever holds it begins and ends that. */
export function onOneClient<Tables>(client: PoolClient): Kysely<Tables> {
	const known = databases.get(client);
	if (known) return known as Kysely<Tables>;
	const database = new Kysely<Tables>({
		dialect: {
			createAdapter: () => new PostgresAdapter(),
			createDriver: () => new OneClient(client),
			createIntrospector: (db) => new PostgresIntrospector(db),
			createQueryCompiler: () => new PostgresQueryCompiler(),
		},
	});
	databases.set(client, database);
	return database;
}

/** Each connection is made ready once, and used for many transactions. */
const databases = new WeakMap<PoolClient, unknown>();

class OneClient implements Driver {
	readonly #connection: DatabaseConnection;

	constructor(client: PoolClient) {
		const asking = Asking.of(client);
		this.#connection = {
			async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
				const { command, rowCount, rows } = await asking.ask(sql, parameters);
				const affects = changing.has(command);
				return { rows: rows as Row[], ...(affects && { numAffectedRows: BigInt(rowCount ?? 0) }) };
			},
			streamQuery() {
				throw new Error('Nothing is read as a stream within a transaction.');
			},
		};
	}

	init = async () => {};
	acquireConnection = async () => this.#connection;
	releaseConnection = async () => {};
	destroy = async () => {};
	beginTransaction = notHere;
	commitTransaction = notHere;
	rollbackTransaction = notHere;
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function notHere(): Promise<void> {
	throw new Error('A transaction has no transaction within it.');
}
