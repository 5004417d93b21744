import type { Tx } from '#platform/db.ts';
import { allowed, type Ruling } from '#platform/ruling.ts';
import { organisationChanged, sentenceChanged } from '../events.ts';
import type { Organisation } from '../organisation.ts';
import { may } from '../policy.ts';
import { viewerById } from './queries.ts';

/** Says anew what the organisation is called, whom it is open to and what it does when somebody is in danger. */
export async function changeOrganisation(
	tx: Tx,
	{ name, ageBands, locale, crisisPolicy }: Organisation,
): Promise<Ruling<'not-a-coordinator'>> {
	const ruling = may.changeOrganisation({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;

	const before = await tx.db
		.selectFrom('organisation')
		.select('crisis_policy')
		.forUpdate()
		.executeTakeFirst();
	await tx.db
		.updateTable('organisation')
		.set({
			name,
			age_bands: [...new Set([...ageBands, 'adult' as const])],
			locale,
			crisis_policy: crisisPolicy,
		})
		.execute();
	await tx.announce(organisationChanged({}));
	if (before && before.crisis_policy !== crisisPolicy)
		await tx.announce(sentenceChanged({ changeId: tx.newId() }));
	return allowed;
}
