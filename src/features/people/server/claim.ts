import type { Tx } from '#platform/db.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { organisationClaimed } from '../events.ts';
import { giveDuty } from './give-duty.ts';
import { digestOf } from './sessions.ts';

/**
 * Whoever opens the one-time link becomes the first coordinator. The link works once, for one person, and only together with
 * the sentence that says what the organisation really does when somebody is in danger: nobody comes in here before it stands.
 */
export async function claim(
	tx: Tx,
	{ token, crisisPolicy }: { token: string; crisisPolicy: string },
): Promise<{ claimed: true } | Refused<'claim-gone' | 'sentence-needed'>> {
	if (crisisPolicy.trim() === '') return refuse('sentence-needed');

	const claimed = await tx.db
		.updateTable('organisation')
		.set({ claim_digest: null, crisis_policy: crisisPolicy })
		.where('claim_digest', '=', digestOf(token))
		.returning('one')
		.executeTakeFirst();
	if (!claimed) return refuse('claim-gone');

	await giveDuty(tx, { personId: tx.actor, duty: 'coordinator' });
	await tx.announce(organisationClaimed({ personId: tx.actor }));
	return { claimed: true };
}
