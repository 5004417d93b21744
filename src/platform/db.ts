import {
	Kysely,
	PostgresDialect,
	sql,
	type Compilable,
	type CompiledQuery,
	type Generated,
	type RawBuilder,
} from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Event } from './event.ts';
import { newId, type Id, type PersonId } from './ids.ts';
import type { Job, Reaction } from './job.ts';
import { Asking } from './journey.ts';
import { sharedEars, type Listening } from './listen.ts';
import { onOneClient } from './one-client.ts';
import { configOf, openPool } from './pool.ts';
import type { Sealed } from './seal.ts';
import type { Change } from './topic.ts';
import type { KeyId, Vault } from './vault.ts';
import { writtenOnce } from './written-once.ts';

/** Every table. Each feature adds its own from `server/tables.ts`, by declaration merging. */
export interface Tables {
	event: {
		seq: Generated<number>;
		id: Id<'event'>;
		name: string;
		subject: string;
		actor_id: PersonId | null;
		data: Event['data'];
		at: Date;
	};
	sealing_key: { id: KeyId; master: string; wrapped: Sealed; made_at: Date };
}

export type Database = Kysely<Tables>;

/** What pages are handed. It can read, and the compiler knows it. */
export type Reader = Pick<Database, 'selectFrom' | 'fn' | 'with' | 'getExecutor'>;

/** How to reach PostgreSQL: a URL, or the folder of an embedded server’s socket. */
export type Whereabouts = { url: string } | { host: string; port: number; user: string; database: string };

/** A way to one database: a pool for queries, and connections apart for listening. */
export interface Connections {
	pool: Pool;
	/** Plain SQL from our own code, such as `create database`. */
	unsafe<Row>(statement: string): Promise<Row[]>;
	/** Whoever listens on one channel shares a connection: each that is woken costs PostgreSQL and this process. */
	listen(channel: string, hear: (payload: string) => void, again?: () => void): Promise<Listening>;
	/** Waits for what is running, for `timeout` seconds at most. */
	end(patience?: { timeout?: number }): Promise<void>;
}

/** Opens connections, `max` at most beside those that listen. None is made before it is needed. */
export function openConnections(where: Whereabouts, { max = 10 } = {}): Connections {
	const pool = openPool(where, { max });
	const ears = sharedEars(configOf(where));
	let ended: Promise<unknown> | undefined;
	return {
		pool,
		async unsafe(statement) {
			const client = await pool.connect();
			try {
				return (await client.query(statement)).rows;
			} finally {
				client.release();
			}
		},
		listen: ears.listen,
		async end({ timeout = 30 } = {}) {
			ended ??= Promise.all([pool.end(), ears.end()]);
			await Promise.race([ended, pause(timeout * 1000, undefined, { ref: false })]);
		},
	};
}

export function connect({ pool }: Connections): Database {
	const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
	pools.set(db, pool);
	return db;
}

/** Where the connections of a database come from, for transactions. */
const pools = new WeakMap<Database, Pool>();

/** Whether the database answers at all; throws when it does not. */
export const askAnything = (db: Database) => sql`select 1`.execute(db);

/** What every operation stands on, made once when a process starts. */
export interface Spine {
	db: Database;
	vault: Vault;
	reactions: readonly Reaction[];
	/** Gives lines that were just committed to whoever watches in this same process; others read them. */
	handOver?: ((topic: string, lines: readonly Change[]) => void) | undefined;
	/** Hears what was just nudged, before it has come around by the database. */
	hear?: ((topic: string) => void) | undefined;
}

/** Who is acting, and when. The whole operation shares one moment; a job or a newcomer acts as nobody. */
export interface Occasion {
	actor: PersonId | null;
	now: Date;
}

/** A fact, by whom it came about, and when. */
export type Announced = Event & { by: PersonId | null; at: Date };

/** What operations are handed: one transaction, one moment, one actor. */
export class Tx {
	readonly db: Database;
	readonly vault: Vault;
	readonly now: Date;
	readonly #actor: PersonId | null;
	readonly #spine: Spine;
	readonly #client: PoolClient;
	readonly #asking: Asking;
	/** What was sent and is not waited for before the end. */
	readonly #last: Promise<unknown>[];
	readonly #nudged: string[];

	constructor(
		client: PoolClient,
		spine: Spine,
		{ actor, now }: Occasion,
		{ last, nudged }: { last: Promise<unknown>[]; nudged: string[] } = { last: [], nudged: [] },
	) {
		this.db = onOneClient<Tables>(client);
		this.vault = spine.vault;
		this.now = now;
		this.#actor = actor;
		this.#spine = spine;
		this.#client = client;
		this.#asking = Asking.of(client);
		this.#last = last;
		this.#nudged = nudged;
	}

	/** The same transaction, with somebody else acting, or at another moment. */
	as(occasion: Occasion): Tx {
		return new Tx(this.#client, this.#spine, occasion, { last: this.#last, nudged: this.#nudged });
	}

	/** Who acts. An operation that needs somebody and is run by nobody is a bug, so this throws. */
	get actor(): PersonId {
		if (!this.#actor) throw new Error('This operation needs somebody to act.');
		return this.#actor;
	}

	/** Who acts, for whatever is noted the same when nobody does. */
	get somebody(): PersonId | null {
		return this.#actor;
	}

	newId<Of extends string>() {
		return newId<Of>(this.now);
	}

	/**
	 * Sends a query at once. What is asked before the first answer is there travels together, and is done in the order of
	 * asking: so several questions make one journey.
	 */
	async ask<Row>(query: Compilable<Row>): Promise<Row[]> {
		return (await this.#send(query.compile())).rows as Row[];
	}

	/** Sends something whose answer nobody waits for, along with the commit. When it fails, so does the transaction. */
	lastly(query: Compilable) {
		this.#sent(this.#send(query.compile()));
	}

	#send({ sql: text, parameters }: CompiledQuery) {
		return this.#asking.ask(text, parameters);
	}

	#sent(answer: Promise<unknown>) {
		answer.catch(() => {}); // told when the transaction ends
		this.#last.push(answer);
	}

	/** Goes out together with the first query: nothing waits for this answer alone. */
	begin() {
		this.#sent(this.#asking.ask('begin'));
		// Operations look things up by their ids. For lists of ids PostgreSQL would else plan anew each time, which costs more
		// than the looking up.
		this.#sent(this.#asking.ask('set local plan_cache_mode = force_generic_plan'));
	}

	/** Ends the transaction; throws, and has changed nothing, when something that was sent along has failed. */
	async end(how: 'commit' | 'rollback') {
		await Promise.all([...this.#last, this.#asking.ask(how)]);
		if (how === 'commit') for (const topic of this.#nudged) this.#spine.hear?.(topic);
	}

	/** Records a fact, leaves work for its reactions, nudges whoever watches. All happen on commit, or none. */
	async announce(event: Event) {
		return this.announceAll([{ ...event, by: this.#actor, at: this.now }]);
	}

	/**
	 * The same for several, of different people. `change` is the number that the last of them has in what they happened to:
	 * whoever has been told of it already need not look.
	 */
	async announceAll(events: readonly Announced[], { change }: { change?: number } = {}) {
		this.lastly(
			factsHappened({
				ids: events.map(({ at }) => newId<'event'>(at)),
				moments: events.map(({ at }) => at),
				actors: events.map(({ by }) => by),
				names: events.map(({ name }) => name),
				subjects: events.map(({ subject }) => subject),
				data: events.map(({ data }) => JSON.stringify(data)),
			}),
		);
		for (const { name, data } of events)
			for (const reaction of this.#spine.reactions.filter(({ factName }) => factName === name))
				if ('job' in reaction) this.lastly(this.#adding(reaction.job, data, {}));
				else await reaction.atOnce(this, data);
		for (const subject of new Set(events.map((event) => event.subject)))
			this.#nudge(change === undefined ? subject : `${subject} ${change}`);
		for (const { subject } of events.filter(({ changesAdmission }) => changesAdmission))
			this.#nudge(`!${subject}`);
	}

	/** Tells every process, on commit, to look at this topic again. It carries no words. */
	async nudge(topic: string) {
		this.#nudge(topic);
	}

	#nudge(topic: string) {
		this.lastly(nudging({ topic }));
		this.#nudged.push(topic);
	}

	/** Leaves work for the worker. It exists only if this operation commits. A `key` keeps only the latest. */
	async enqueue<Data>(job: Job<Data>, data: Data, how: { at?: Date; key?: string } = {}) {
		this.lastly(this.#adding(job, data, how));
	}

	#adding<Data>({ name }: Job<Data>, data: Data, { at = this.now, key }: { at?: Date; key?: string }) {
		return bind(
			this.db,
			sql`select graphile_worker.add_job(${name}, ${JSON.stringify(data)}::text::json, run_at => ${at}, job_key => ${key ?? null})`,
		);
	}
}

interface Facts {
	ids: readonly Id<'event'>[];
	moments: readonly Date[];
	actors: readonly (PersonId | null)[];
	names: readonly string[];
	subjects: readonly string[];
	data: readonly string[];
}

const columns = ['id', 'at', 'actor_id', 'name', 'subject', 'data'] as const;

const factsHappened = writtenOnce((db, { ids, moments, actors, names, subjects, data }: Facts) =>
	db
		.insertInto('event')
		.columns(columns)
		.expression((from) =>
			from
				.selectFrom(
					sql<Tables['event']>`unnest(${ids}::uuid[], ${moments}::timestamptz[], ${actors}::uuid[],
						${names}::text[], ${subjects}::text[], ${data}::jsonb[])`.as<'happened'>(
						sql`happened (id, at, actor_id, name, subject, data)`,
					),
				)
				.select(columns),
		),
);

const nudging = writtenOnce((db, { topic }: { topic: string }) =>
	bind(db, sql`select pg_notify('nudge', ${topic})`),
);

/** Plain SQL, as something that can be sent. */
const bind = (db: Database, query: RawBuilder<unknown>): Compilable => ({
	compile: () => query.compile(db),
});

/** Runs one operation in one transaction. A refusal rolls back, so a half-done “no” cannot exist. */
export async function transact<Outcome extends object>(
	spine: Spine,
	occasion: Occasion,
	operation: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome> {
	const pool = pools.get(spine.db);
	if (!pool) throw new Error('Transactions need a database that was opened by `connect`.');
	const client = await pool.connect();
	const tx = new Tx(client, spine, occasion);
	let lost = false;
	try {
		tx.begin();
		const outcome = await operation(tx);
		await tx.end('refused' in outcome && outcome.refused ? 'rollback' : 'commit');
		return outcome;
	} catch (error) {
		lost = !(await isRolledBack(client, tx));
		// Whatever else went wrong on the way back, the first error is the one to tell.
		throw error;
	} finally {
		client.release(lost);
	}
}

/**
 * Takes everything back, first of all behind whatever was still to be sent, which else would be done on its own. A connection
 * that died cannot roll back; PostgreSQL already has.
 */
const isRolledBack = (client: PoolClient, tx: Tx): Promise<boolean> =>
	tx
		.end('rollback')
		.catch(() => client.query('rollback'))
		.then(
			() => true,
			() => false,
		);
