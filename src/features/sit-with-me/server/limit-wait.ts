import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { waitLimited } from '../events.ts';
import { may } from '../policy.ts';

/** Says after how many minutes without anybody a wait is over. Who waits already is told by the same. */
export async function limitWait(tx: Tx, { minutes }: { minutes: number }) {
	const ruling = may.limitWait({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	await tx.db
		.insertInto('talks_limits')
		.values({ one: true, wait_minutes: minutes })
		.onConflict((again) => again.column('one').doUpdateSet({ wait_minutes: minutes }))
		.execute();
	await tx.announce(waitLimited({}));
	return { minutes };
}
