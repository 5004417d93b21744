import type { Personal } from '#platform/personal.ts';

/** What a person let programs do in their name. The tokens themselves are known to nobody. */
export const personal: Personal = {
	feature: 'access',

	async export(db, _vault, personId) {
		const tokens = await db
			.selectFrom('token')
			.select(['name', 'scopes', 'made_on as madeOn', 'ends_at as endsAt'])
			.where('person_id', '=', personId)
			.orderBy('made_on')
			.execute();
		return { tokens };
	},

	async erase(tx, personId) {
		await tx.db.deleteFrom('token').where('person_id', '=', personId).execute();
	},
};
