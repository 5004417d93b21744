import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from './db.ts';
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
		.onConflict((again) =>
			again.column('key').doUpdateSet({
				count: sql`case when rate_limit.window_ends <= ${now} then 1 else rate_limit.count + 1 end`,
				window_ends: sql`case when rate_limit.window_ends <= ${now} then excluded.window_ends else rate_limit.window_ends end`,
			}),
		)
		.returning('count')
		.executeTakeFirstOrThrow();
	return count > atMost;
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

const keyOf = (vault: Vault, purpose: string, who: string, now: Date) =>
	vault.digest(`rate-limit:${purpose}:${Math.floor(now.getTime() / hours(1))}`, who);

/** Forgets every count whose window is over. */
export const forgetRateLimits = job(
	'platform.forget-rate-limits',
	z.object({}),
	(tx) => tx.db.deleteFrom('rate_limit').where('window_ends', '<', tx.now).execute(),
	{ every: '*/5 * * * *' },
);
