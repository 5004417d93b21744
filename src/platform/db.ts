import { Kysely, PostgresDialect, sql, type Generated, type Transaction } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Event } from './event.ts';
import { newId, type Id, type PersonId } from './ids.ts';
import type { Job, Reaction } from './job.ts';
import { listenOn, type Listening } from './listen.ts';
import { configOf, openPool } from './pool.ts';
import type { Sealed } from './seal.ts';
import type { KeyId, Vault } from './vault.ts';

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
	listen(channel: string, hear: (payload: string) => void, again?: () => void): Promise<Listening>;
	/** Waits for what is running, for `timeout` seconds at most. */
	end(patience?: { timeout?: number }): Promise<void>;
}

/** Opens connections, `max` at most beside those that listen. None is made before it is needed. */
export function openConnections(where: Whereabouts, { max = 10 } = {}): Connections {
	const pool = openPool(where, { max });
	const listenings: Listening[] = [];
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
		async listen(channel, hear, again) {
			const listening = await listenOn(configOf(where), channel, hear, again);
			listenings.push(listening);
			return listening;
		},
		async end({ timeout = 30 } = {}) {
			ended ??= Promise.all([pool.end(), ...listenings.map((listening) => listening.unlisten())]);
			await Promise.race([ended, pause(timeout * 1000, undefined, { ref: false })]);
		},
	};
}

export const connect = ({ pool }: Connections): Database =>
	new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

/** Whether the database answers at all; throws when it does not. */
export const askAnything = (db: Database) => sql`select 1`.execute(db);

/** What every operation stands on, made once when a process starts. */
export interface Spine {
	db: Database;
	vault: Vault;
	reactions: readonly Reaction[];
}

/** Who is acting, and when. The whole operation shares one moment; a job or a newcomer acts as nobody. */
export interface Occasion {
	actor: PersonId | null;
	now: Date;
}

/** What operations are handed: one transaction, one moment, one actor. */
export class Tx {
	readonly db: Transaction<Tables>;
	readonly vault: Vault;
	readonly now: Date;
	readonly #actor: PersonId | null;
	readonly #reactions: readonly Reaction[];

	constructor(db: Transaction<Tables>, { vault, reactions }: Spine, { actor, now }: Occasion) {
		this.db = db;
		this.vault = vault;
		this.now = now;
		this.#actor = actor;
		this.#reactions = reactions;
	}

	/** Who acts. An operation that needs somebody and is run by nobody is a bug, so this throws. */
	get actor(): PersonId {
		if (!this.#actor) throw new Error('This operation needs somebody to act.');
		return this.#actor;
	}

	newId<Of extends string>() {
		return newId<Of>(this.now);
	}

	/** Records a fact, leaves work for its reactions, nudges whoever watches. All happen on commit, or none. */
	async announce({ name, subject, data, changesAdmission }: Event) {
		await this.db
			.insertInto('event')
			.values({
				id: this.newId<'event'>(),
				at: this.now,
				actor_id: this.#actor,
				name,
				subject,
				// The driver would turn text meant for `jsonb` into JSON once more.
				data: sql<Event['data']>`${JSON.stringify(data)}::text::jsonb`,
			})
			.execute();
		for (const { factName, job } of this.#reactions) if (factName === name) await this.enqueue(job, data);
		await this.nudge(subject);
		if (changesAdmission) await this.nudge(`!${subject}`);
	}

	/** Tells every process, on commit, to look at this topic again. It carries no words. */
	async nudge(topic: string) {
		await sql`select pg_notify('nudge', ${topic})`.execute(this.db);
	}

	/** Leaves work for the worker. It exists only if this operation commits. A `key` keeps only the latest. */
	async enqueue<Data>(
		{ name }: Job<Data>,
		data: Data,
		{ at = this.now, key }: { at?: Date; key?: string } = {},
	) {
		await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(data)}::text::json, run_at => ${at}, job_key => ${key ?? null})`.execute(
			this.db,
		);
	}
}

/** Runs one operation in one transaction. A refusal rolls back, so a half-done “no” cannot exist. */
export async function transact<Outcome extends object>(
	spine: Spine,
	occasion: Occasion,
	operation: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome> {
	const transaction = await spine.db.startTransaction().execute();
	let outcome: Outcome;
	try {
		outcome = await operation(new Tx(transaction, spine, occasion));
	} catch (error) {
		// A connection that died cannot roll back; PostgreSQL already has, and the first error is the one to tell.
		await transaction
			.rollback()
			.execute()
			.catch(() => {});
		throw error;
	}
	await ('refused' in outcome && outcome.refused ? transaction.rollback() : transaction.commit()).execute();
	return outcome;
}
