import { randomBytes } from 'node:crypto';
import type { Tx } from '#platform/db.ts';
import { organisationFounded } from '../events.ts';
import { digestOf } from './sessions.ts';

/**
 * Makes the one organisation, if there is none. While nobody has claimed it, returns a fresh token for the link that
 * makes its opener the first coordinator; links given before stop working, since only the latest digest is kept.
 */
export async function foundOrganisation(
	tx: Tx,
	{ name, locale }: { name: string; locale: string },
): Promise<{ claimToken: string | null }> {
	const claimToken = randomBytes(24).toString('base64url');
	const { numInsertedOrUpdatedRows: founded } = await tx.db
		.insertInto('organisation')
		.values({
			one: true,
			name,
			age_bands: ['adult'],
			locale,
			crisis_policy: '',
			claim_digest: digestOf(claimToken),
			made_at: tx.now,
		})
		.onConflict((already) => already.column('one').doNothing())
		.executeTakeFirstOrThrow();
	if (founded) {
		await tx.announce(organisationFounded({}));
		return { claimToken };
	}

	const unclaimed = await tx.db
		.updateTable('organisation')
		.set({ claim_digest: digestOf(claimToken) })
		.where('claim_digest', 'is not', null)
		.returning('one')
		.executeTakeFirst();
	return { claimToken: unclaimed ? claimToken : null };
}
