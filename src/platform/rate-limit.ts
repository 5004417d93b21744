import { sql, type Compilable } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from './db.ts';
import { job } from './job.ts';
import { after, hours } from './time.ts';
import type { Vault } from './vault.ts';
import { writtenOnce } from './written-once.ts';

declare module './db.ts' {
	interface Tables {
		rate_limit: { key: Buffer; window_ends: Date; count: number };
	}
}

export interface Limit {
	/** What is being counted: `sign-in`. */
	purpose: string;
	atMost: number;
	/** Milliseconds; an hour at most, because nothing about an address is kept longer. */
	within: number;
}

/**
 * Counts one more and says whether that was too many. Who is asking (a network address, a nickname) is kept only as a
 * digest under a key that changes every hour. It is counted outside any operation: a refusal must not undo it.
 */
export async function overLimit(
	db: Database,
	vault: Vault,
	{ purpose, atMost, within }: Limit,
	who: string,
	now: Date,
) {
	const key = keyOf(vault, purpose, who, now);
	const { count } = await db
		.insertInto('rate_limit')
		.values({ key, window_ends: after(now, within), count: 1 })
		.onConflict((again) => again.column('key').doUpdateSet(oneMore(now)))
		.returning('count')
		.executeTakeFirstOrThrow();
	return count > atMost;
}

/** How often several people were counted so far, each in their window. */
export interface Counted<Who extends string> {
	/** 0 for never. */
	of(who: Who): number;
	/** Counts one more for each of these, if the operation is done. In one order, so that no two wait for each other. */
	oneMore(these: readonly Who[]): Compilable;
}

/** Looks up several counts within an operation, in one query. */
export async function countOf<Who extends string>(
	tx: Tx,
	{ purpose, within }: Limit,
	all: readonly Who[],
): Promise<Counted<Who>> {
	const keys = new Map(all.map((who) => [who, keyOf(tx.vault, purpose, who, tx.now)]));
	const rows = await tx.ask(countsOf({ keys: [...keys.values()], now: tx.now }));
	const counts = new Map(rows.map(({ key, count }) => [key.toString('latin1'), count]));
	return {
		of: (who) => counts.get(keys.get(who)!.toString('latin1')) ?? 0,
		oneMore: (these) =>
			oneMoreOf({
				keys: these.map((who) => keys.get(who)!).sort((a, b) => a.compare(b)),
				now: tx.now,
				ends: after(tx.now, within),
			}),
	};
}

const countsOf = writtenOnce((db, { keys, now }: { keys: readonly Buffer[]; now: Date }) =>
	db
		.selectFrom('rate_limit')
		.select(['key', 'count'])
		.where('key', '=', sql<Buffer>`any(${keys}::bytea[])`)
		.where('window_ends', '>', now),
);

interface Counting {
	keys: readonly Buffer[];
	now: Date;
	/** When a count that begins now is over. */
	ends: Date;
}

const oneMoreOf = writtenOnce((db, { keys, now, ends }: Counting) =>
	db
		.insertInto('rate_limit')
		.columns(['key', 'window_ends', 'count'])
		.expression((from) =>
			from
				.selectFrom(sql<{ key: Buffer }>`unnest(${keys}::bytea[])`.as<'counted'>(sql`counted (key)`))
				.select(['key', sql<Date>`${ends}::timestamptz`.as('window_ends'), sql<number>`1`.as('count')]),
		)
		.onConflict((again) => again.column('key').doUpdateSet(oneMore(now))),
);

/** Takes one back: it turned out to be none of those that are counted. */
export async function countOneLess(db: Database, vault: Vault, { purpose }: Limit, who: string, now: Date) {
	await db
		.updateTable('rate_limit')
		.set({ count: sql`rate_limit.count - 1` })
		.where('key', '=', keyOf(vault, purpose, who, now))
		.where('count', '>', 0)
		.execute();
}

/** How long until counting begins anew, whatever the window: the keys change with the hour. */
export const untilCountedAnew = (now: Date) => hours(1) - (now.getTime() % hours(1));

const oneMore = (now: Date) => ({
	count: sql<number>`case when rate_limit.window_ends <= ${now} then 1 else rate_limit.count + 1 end`,
	window_ends: sql<Date>`case when rate_limit.window_ends <= ${now} then excluded.window_ends else rate_limit.window_ends end`,
});

const keyOf = (vault: Vault, purpose: string, who: string, now: Date) =>
	vault.digest(`rate-limit:${purpose}:${Math.floor(now.getTime() / hours(1))}`, who);

/** Forgets every count whose window is over. */
export const forgetRateLimits = job(
	'platform.forget-rate-limits',
	z.object({}),
	(tx) => tx.db.deleteFrom('rate_limit').where('window_ends', '<', tx.now).execute(),
	{ every: '*/5 * * * *' },
);
