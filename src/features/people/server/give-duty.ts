import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { dutyGiven } from '../events.ts';
import type { Duty } from '../person.ts';

/** Gives somebody a duty; twice is once. For whatever has decided already that they shall have it: see `appoint`. */
export async function giveDuty(
	tx: Tx,
	{ personId, duty, givenBy = null }: { personId: PersonId; duty: Duty; givenBy?: PersonId | null },
) {
	const { numInsertedOrUpdatedRows: given } = await tx.db
		.insertInto('duty')
		.values({ person_id: personId, duty, given_by: givenBy, given_at: tx.now })
		.onConflict((already) => already.columns(['person_id', 'duty']).doNothing())
		.executeTakeFirstOrThrow();
	if (given) await tx.announce(dutyGiven({ personId, duty }));
	return {};
}
