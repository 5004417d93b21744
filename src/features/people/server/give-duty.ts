import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { dutyGiven } from '../events.ts';
import type { Duty } from '../person.ts';

/** Gives somebody a duty. Giving it twice is giving it once. Whether one may is asked of `may.giveDuty` before. */
export async function giveDuty(tx: Tx, { personId, duty }: { personId: PersonId; duty: Duty }) {
	const { numInsertedOrUpdatedRows: given } = await tx.db
		.insertInto('duty')
		.values({ person_id: personId, duty, given_by: null, given_at: tx.now })
		.onConflict((already) => already.columns(['person_id', 'duty']).doNothing())
		.executeTakeFirstOrThrow();
	if (given) await tx.announce(dutyGiven({ personId, duty }));
	return {};
}
