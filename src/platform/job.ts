import type { z } from 'zod';
import type { Reader, Tx } from './db.ts';
import type { Event, Fact } from './event.ts';

/** Work left for later. It runs at least once, so it must be harmless twice. */
export interface Job<Data = never> {
	name: string;
	schema: z.ZodType<Data>;
	/** What is fetched from outside first, while no transaction is open. */
	fetch?(db: Reader, data: Data): Promise<unknown>;
	run(tx: Tx, data: Data, fetched?: unknown): Promise<unknown>;
	/** Five fields in UTC, as in crontab(5), for work that comes back by itself. */
	every?: string;
}

export const job = <Data>(
	name: string,
	schema: z.ZodType<Data>,
	run: (tx: Tx, data: Data) => Promise<unknown>,
	{ every }: { every?: string } = {},
): Job<Data> => ({ name, schema, run, ...(every && { every }) });

/**
 * A job that needs something from outside: it is fetched first, and then there is one transaction as ever. Both may run
 * again, so fetching must change nothing out there.
 */
export const fetchingJob = <Data, Fetched>(
	name: string,
	schema: z.ZodType<Data>,
	{
		fetch,
		run,
	}: {
		fetch(db: Reader, data: Data): Promise<Fetched>;
		run(tx: Tx, data: Data, fetched: Fetched): Promise<unknown>;
	},
): Job<Data> => ({ name, schema, fetch, run: (tx, data, fetched) => run(tx, data, fetched as Fetched) });

/** A job of any data, as registries hold them. `Data` is checked by the job’s own schema before it runs. */
export type AnyJob = Job<any>; // oxlint-disable-line typescript/no-explicit-any -- a registry of many kinds

/**
 * “When this has happened, do that”: listed in `composition.ts`. A job is enqueued in the transaction of the fact; what is
 * done at once is done in that transaction, and so is true as soon as the fact is.
 */
export type Reaction = { factName: string } & (
	{ job: AnyJob } | { atOnce: (tx: Tx, data: Event['data']) => Promise<unknown> }
);

export const on = <Wanted, Data extends Event['data'] & Wanted>(
	fact: Fact<Data>,
	job: Job<Wanted>,
): Reaction => ({
	factName: fact.factName,
	job,
});
