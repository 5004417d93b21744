import type { Personal } from '#platform/personal.ts';

/** The cards somebody was dealt, and with whom they began to talk alone. What was read in their words is kept nowhere. */
export const personal: Personal = {
	feature: 'attention',

	async export(db, _vault, personId) {
		const cards = await db
			.selectFrom('card')
			.innerJoin('alias', 'alias.id', 'card.alias_id')
			.select(['card.kind', 'card.answer', 'card.made_at as at'])
			.where('alias.person_id', '=', personId)
			.orderBy('card.made_at')
			.execute();
		const contacts = await db
			.selectFrom('contact')
			.select(['begun_at as begunAt', 'answered_at as answeredAt'])
			.where('person_id', '=', personId)
			.orderBy('begun_at')
			.execute();
		return { cards, contacts };
	},

	async erase(tx, personId) {
		await tx.db
			.deleteFrom('card')
			.where('alias_id', 'in', (of) =>
				of.selectFrom('alias').select('alias.id').where('alias.person_id', '=', personId),
			)
			.execute();
		await tx.db
			.deleteFrom('contact')
			.where((is) => is.or([is('person_id', '=', personId), is('with_id', '=', personId)]))
			.execute();
		await tx.db.deleteFrom('arrival').where('person_id', '=', personId).execute();
	},
};
