import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { limitsChanged } from '../events.ts';
import { may } from '../policy.ts';

/** Says for all rooms how long messages are kept at most. What is older goes with the next night. */
export async function limitKeeping(tx: Tx, { keepDays }: { keepDays: number }) {
	const ruling = may.arrange({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	await tx.db
		.insertInto('room_limits')
		.values({ one: true, keep_days: keepDays })
		.onConflict((again) => again.column('one').doUpdateSet({ keep_days: keepDays }))
		.execute();
	await tx.announce(limitsChanged({}));
	return { keepDays };
}

/** The longest that any room keeps anything, in days. */
export async function keptAtMost(db: Reader): Promise<number> {
	const row = await db.selectFrom('room_limits').select('keep_days').executeTakeFirst();
	return row?.keep_days ?? 365;
}
