import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { dutyTaken } from '../events.ts';
import type { Duty } from '../person.ts';
import { may } from '../policy.ts';
import { viewerById } from './queries.ts';

/** A coordinator takes a duty back, their own included. The last coordinator stays, or nobody could ever give a duty again. */
export async function takeDuty(
	tx: Tx,
	{ personId, duty }: { personId: PersonId; duty: Duty },
): Promise<object | Refused<'not-a-coordinator' | 'last-coordinator'>> {
	const ruling = may.takeDuty({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;

	// Held still, so that two coordinators cannot each remove the other.
	const holders = await tx.db
		.selectFrom('duty')
		.select('person_id')
		.where('duty', '=', duty)
		.orderBy('person_id')
		.forUpdate()
		.execute();
	if (!holders.some((holder) => holder.person_id === personId)) return {};
	if (duty === 'coordinator' && holders.length === 1) return refuse('last-coordinator');

	await tx.db.deleteFrom('duty').where('person_id', '=', personId).where('duty', '=', duty).execute();
	await tx.announce(dutyTaken({ personId, duty }));
	return {};
}
