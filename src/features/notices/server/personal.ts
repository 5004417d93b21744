import type { Personal } from '#platform/personal.ts';

/** What a person was told, and what they do not want to be told. */
export const personal: Personal = {
	feature: 'notices',

	async export(db, _vault, personId) {
		const notices = await db
			.selectFrom('notice')
			.select(['kind', 'at', 'path', 'made_at as madeAt', 'unread'])
			.where('person_id', '=', personId)
			.orderBy('made_at')
			.execute();
		const off = await db.selectFrom('notice_off').select('kind').where('person_id', '=', personId).execute();
		return { notices, notWanted: off.map(({ kind }) => kind) };
	},

	async erase(tx, personId) {
		for (const table of ['notice', 'notice_off'] as const)
			await tx.db.deleteFrom(table).where('person_id', '=', personId).execute();
	},
};
