import type { Tx } from '#platform/db.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { organisationClaimed } from '../events.ts';
import { giveDuty } from './give-duty.ts';
import { digestOf } from './sessions.ts';

/** Whoever opens the one-time link becomes the first coordinator. The link works once, for one person. */
export async function claim(tx: Tx, token: string): Promise<{ claimed: true } | Refused<'claim-gone'>> {
	const claimed = await tx.db
		.updateTable('organisation')
		.set({ claim_digest: null })
		.where('claim_digest', '=', digestOf(token))
		.returning('one')
		.executeTakeFirst();
	if (!claimed) return refuse('claim-gone');

	await giveDuty(tx, { personId: tx.actor, duty: 'coordinator' });
	await tx.announce(organisationClaimed({ personId: tx.actor }));
	return { claimed: true };
}
