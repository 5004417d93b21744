import type { Personal } from '#platform/personal.ts';
import { keyFor, openWords } from './words.ts';

/** Whose listings a person keeps, what they proposed and answered, and which versions of listings are by their hand. */
export const personal: Personal = {
	feature: 'keeping',

	async export(db, vault, personId) {
		const roles = await db
			.selectFrom('body_role')
			.innerJoin('service_body', 'service_body.id', 'body_role.service_body_id')
			.select(['service_body.name', 'body_role.role', 'body_role.given_at'])
			.where('person_id', '=', personId)
			.execute();
		const proposals = await db
			.selectFrom('proposal')
			.selectAll()
			.where((mine) => mine.or([mine('made_by', '=', personId), mine('answered_by', '=', personId)]))
			.orderBy('made_at')
			.execute();
		const current = await db
			.selectFrom('listing')
			.select(['name', 'changed_at as since', 'changed_how as how'])
			.where('changed_by', '=', personId)
			.execute();
		const before = await db
			.selectFrom('listing_version')
			.select(['says', 'since', 'until', 'how'])
			.where('by_id', '=', personId)
			.execute();
		const off = await db
			.selectFrom('listing_off')
			.select(['says', 'off_at'])
			.where('off_by', '=', personId)
			.execute();
		const links = await db
			.selectFrom('confirmation_link')
			.innerJoin('listing', 'listing.id', 'confirmation_link.listing_id')
			.select(['listing.name', 'made_at', 'ends_at'])
			.where('made_by', '=', personId)
			.execute();
		return {
			roles,
			proposals: await Promise.all(
				proposals.map(async ({ word, because, made_by, answered_by, service_body_id, ...proposal }) => {
					const key = await keyFor(db, vault, service_body_id);
					return {
						...proposal,
						word: made_by === personId ? openWords(key, word, 'proposal', proposal.id) : undefined,
						because: answered_by === personId ? openWords(key, because, 'answer', proposal.id) : undefined,
					};
				}),
			),
			listings: current,
			versions: before,
			takenOff: off,
			links,
		};
	},

	/**
	 * Their words go, and so do their roles and what waits for an answer. What they wrote into listings are facts that others
	 * look after now: those stay, and are by nobody.
	 */
	async erase(tx, personId) {
		await tx.db.deleteFrom('body_role').where('person_id', '=', personId).execute();
		await tx.db.deleteFrom('proposal').where('made_by', '=', personId).where('answer', 'is', null).execute();
		await tx.db
			.updateTable('proposal')
			.set({ made_by: null, word: null })
			.where('made_by', '=', personId)
			.execute();
		await tx.db
			.updateTable('proposal')
			.set({ answered_by: null, because: null })
			.where('answered_by', '=', personId)
			.execute();
		await tx.db.updateTable('listing').set({ changed_by: null }).where('changed_by', '=', personId).execute();
		await tx.db.updateTable('listing_version').set({ by_id: null }).where('by_id', '=', personId).execute();
		await tx.db.updateTable('listing_off').set({ off_by: null }).where('off_by', '=', personId).execute();
		await tx.db.deleteFrom('confirmation_link').where('made_by', '=', personId).execute();
	},
};
