import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from './db.ts';
import { job } from './job.ts';
import { after, hours } from './time.ts';
import type { Vault } from './vault.ts';

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

/** How often each of them was counted so far in their window, 0 for never. Within an operation, in one query. */
export async function countOf<Who extends string>(
	tx: Tx,
	{ purpose }: Limit,
	all: readonly Who[],
): Promise<Map<Who, number>> {
	const keys = all.map((who) => keyOf(tx.vault, purpose, who, tx.now));
	const rows = await tx.ask(
		tx.db
			.selectFrom('rate_limit')
			.select(['key', 'count'])
			.where('key', '=', sql<Buffer>`any(${keys}::bytea[])`)
			.where('window_ends', '>', tx.now),
	);
	const counts = new Map(rows.map(({ key, count }) => [key.toString('latin1'), count]));
	return new Map(all.map((who, n) => [who, counts.get(keys[n]!.toString('latin1')) ?? 0]));
}

/** Counts one more for each of them, if the operation is done. In one order, so that no two wait for each other. */
export function countMore(tx: Tx, { purpose, within }: Limit, all: readonly string[]) {
	const keys = all.map((who) => keyOf(tx.vault, purpose, who, tx.now)).sort((a, b) => a.compare(b));
	const rows = sql<{ key: Buffer }>`unnest(${keys}::bytea[])`.as<'counted'>(sql`counted (key)`);
	return tx.db
		.insertInto('rate_limit')
		.columns(['key', 'window_ends', 'count'])
		.expression((from) =>
			from
				.selectFrom(rows)
				.select([
					'key',
					sql<Date>`${after(tx.now, within)}::timestamptz`.as('window_ends'),
					sql<number>`1`.as('count'),
				]),
		)
		.onConflict((again) => again.column('key').doUpdateSet(oneMore(tx.now)));
}

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
