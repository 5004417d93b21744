import {
	DummyDriver,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type Compilable,
	type CompiledQuery,
} from 'kysely';
import type { Database, Reader, Tables } from './db.ts';

/**
 * Writes a query out only once, however often it is asked: making one anew costs more than PostgreSQL takes to answer it. For
 * what every message and every page asks. `values` may only be put into the query as they are; what is worked out from them
 * is given as a value of its own.
 */
export function writtenOnce<Values extends object, Row>(
	write: (db: Database, values: Values) => Compilable<Row>,
): (values: Values) => Written<Row> {
	let text: Text<Row> | undefined;
	return (values) => new Written((text ??= new Text(write(onPaper, blanks as Values).compile())), values);
}

/** A query with its values, to be asked by itself or together with others. */
export class Written<Row> implements Compilable<Row> {
	readonly #text: Text<Row>;
	readonly #values: object;

	constructor(text: Text<Row>, values: object) {
		this.#text = text;
		this.#values = values;
	}

	compile(): CompiledQuery<Row> {
		return this.#text.with(this.#values);
	}

	async execute(db: Reader): Promise<Row[]> {
		return rowsOf(db, this.compile());
	}

	async executeTakeFirst(db: Reader): Promise<Row | undefined> {
		return (await rowsOf(db, this.compile()))[0];
	}
}

const rowsOf = async <Row>(db: Reader, query: CompiledQuery<Row>): Promise<Row[]> =>
	(await db.getExecutor().executeQuery<Row>(query)).rows;

/** Stands where a value goes. */
class Blank {
	readonly name: string;

	constructor(name: string) {
		this.name = name;
	}
}

/** A blank under every name there is. */
const blanks = new Proxy({}, { get: (_, name) => new Blank(String(name)) });

/** Makes queries, and sends none. */
const onPaper: Database = new Kysely<Tables>({
	dialect: {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new DummyDriver(),
		createIntrospector: (db) => new PostgresIntrospector(db),
		createQueryCompiler: () => new PostgresQueryCompiler(),
	},
});

class Text<Row> {
	readonly #query: CompiledQuery<Row>;

	constructor(query: CompiledQuery<Row>) {
		this.#query = query;
	}

	with(values: object): CompiledQuery<Row> {
		const known = values as Readonly<Record<string, unknown>>;
		const parameters = this.#query.parameters.map((parameter) =>
			parameter instanceof Blank ? known[parameter.name] : parameter,
		);
		return { ...this.#query, parameters };
	}
}
