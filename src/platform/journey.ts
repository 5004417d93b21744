import pg, { type Connection, type FieldDef, type PoolClient, type QueryResult, type Submittable } from 'pg';
import { statementName } from './statement-name.ts';

/** One statement of several, and whoever waits for its answer. */
interface Asked {
	text: string;
	values: readonly unknown[];
	tell: (result: QueryResult) => void;
	fail: (error: unknown) => void;
}

/**
 * The questions put to one connection, in the order of asking. Those that are put in one go make one journey: they leave
 * in one piece and are answered in one piece (extended query protocol, one Sync). When one fails, those behind it in the
 * same journey are not done at all.
 */
export class Asking {
	readonly #client: PoolClient;
	#waiting: Asked[] = [];
	/** One journey at a time: what is asked meanwhile goes together with the next. */
	#underway = false;
	/**
	 * What the answers to statements look like, by their names, as this connection was told when it was asked first. It
	 * stays so: PostgreSQL fails when a table has changed meanwhile.
	 */
	readonly #shapes = new Map<string, Shape>();

	private constructor(client: PoolClient) {
		this.#client = client;
	}

	/** Each connection has one. */
	static of(client: PoolClient): Asking {
		const known = askings.get(client);
		if (known) return known;
		const asking = new Asking(client);
		askings.set(client, asking);
		return asking;
	}

	ask(text: string, values: readonly unknown[] = []): Promise<QueryResult> {
		return new Promise((tell, fail) => {
			if (this.#waiting.length === 0 && !this.#underway) process.nextTick(() => this.#leave());
			this.#waiting.push({ text, values, tell, fail });
		});
	}

	#leave() {
		const asked = this.#waiting;
		this.#waiting = [];
		this.#underway = true;
		this.#client.query(new Journey(this.#client, asked, this.#shapes, () => this.#comeBack()));
	}

	#comeBack() {
		this.#underway = false;
		if (this.#waiting.length > 0) this.#leave();
	}
}

const askings = new WeakMap<PoolClient, Asking>();

/** What `pg` calls back while several statements are answered, as its own cursors do. */
class Journey implements Submittable {
	readonly #client: PoolClient;
	readonly #asked: readonly Asked[];
	/** Statements that this connection is to remember, oldest first. */
	readonly #learning: { name: string; text: string }[] = [];
	readonly #names: readonly string[];
	readonly #results: Result[];
	readonly #shapes: Map<string, Shape>;
	#answered = 0;
	#trouble: unknown;

	readonly #back: () => void;

	constructor(client: PoolClient, asked: readonly Asked[], shapes: Map<string, Shape>, back: () => void) {
		this.#client = client;
		this.#asked = asked;
		this.#shapes = shapes;
		this.#back = back;
		this.#names = asked.map(({ text }) => statementName(text));
		this.#results = this.#names.map((name) => Object.assign(new Result(undefined, client), shapes.get(name)));
	}

	submit(connection: Connection) {
		const { parsedStatements, stream } = connection as Knowing;
		const learning = new Set<string>();
		stream.cork();
		try {
			for (const [n, { text, values }] of this.#asked.entries()) {
				const name = this.#names[n]!;
				if (parsedStatements[name] === undefined && !learning.has(name)) {
					connection.parse({ name, text, types: [] }, true);
					learning.add(name);
					this.#learning.push({ name, text });
				}
				connection.bind({ statement: name, values: values as [], valueMapper: prepareValue }, true);
				if (!this.#shapes.has(name)) connection.describe({ type: 'P', name: '' }, true);
				connection.execute({}, true);
			}
			if (learning.size > 0) connection.on('parseComplete', this.#learn);
			connection.sync();
		} finally {
			stream.uncork();
		}
	}

	#learn = () => {
		const { name, text } = this.#learning.shift()!;
		(this.#client.connection as Knowing).parsedStatements[name] = text;
		if (this.#learning.length === 0) this.#client.connection.off('parseComplete', this.#learn);
	};

	handleRowDescription({ fields }: { fields: FieldDef[] }) {
		this.#results[this.#answered]!.addFields(fields);
	}

	handleDataRow({ fields }: { fields: unknown[] }) {
		const result = this.#results[this.#answered]!;
		try {
			result.addRow(result.parseRow(fields));
		} catch (error) {
			// What cannot be read fails for whoever asked, instead of ending the process.
			this.#asked[this.#answered]!.fail(error);
		}
	}

	handleCommandComplete(message: unknown) {
		const result = this.#results[this.#answered]!;
		const { fields, _parsers, _prebuiltEmptyResultObject } = result;
		const name = this.#names[this.#answered++]!;
		if (!this.#shapes.has(name)) this.#shapes.set(name, { fields, _parsers, _prebuiltEmptyResultObject });
		result.addCommandComplete(message);
	}

	/** The answers to all of them are here, and PostgreSQL waits for the next. */
	handleReadyForQuery() {
		this.#end();
	}

	/** After a failure, or when the connection is lost: then nothing more is heard. */
	handleError(error: unknown) {
		this.#trouble = error;
		this.#end();
	}

	#end() {
		this.#client.connection.off('parseComplete', this.#learn);
		this.#asked.forEach(({ tell, fail }, n) => {
			if (n < this.#answered) tell(this.#results[n]!);
			else fail(this.#trouble ?? new Error('PostgreSQL did not answer.'));
		});
		this.#back();
	}
}

/** What `pg` makes of the description of an answer. */
interface Shape {
	fields: FieldDef[];
	_parsers: unknown;
	_prebuiltEmptyResultObject: unknown;
}
/** What it brings along for its own queries, and its types do not mention. */
interface Result extends QueryResult, Shape {
	addFields(fields: FieldDef[]): void;
	parseRow(fields: unknown[]): unknown;
	addRow(row: unknown): void;
	addCommandComplete(message: unknown): void;
}
type Knowing = Connection & { parsedStatements: Record<string, string> };
const { Result, utils } = pg as unknown as {
	Result: new (mode: undefined, types: Pick<PoolClient, 'getTypeParser'>) => Result;
	utils: { prepareValue: (value: unknown) => unknown };
};
const prepareValue = (value: unknown) => utils.prepareValue(value);
