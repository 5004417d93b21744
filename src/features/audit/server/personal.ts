import type { Personal } from '#platform/personal.ts';
import { nameOf } from './names.ts';

/** What somebody did with power, and what was done to them. */
export const personal: Personal = {
	feature: 'audit',

	async export(db, _vault, personId) {
		const name = await nameOf(db, personId);
		if (!name) return { did: [], wasDone: [] };
		const did = await db
			.selectFrom('audit_entry')
			.select(['number', 'at', 'kind'])
			.where('done_by', '=', name)
			.orderBy('number')
			.execute();
		const wasDone = await db
			.selectFrom('audit_entry')
			.select(['number', 'at', 'kind'])
			.where('about', '=', `person:${name}`)
			.orderBy('number')
			.execute();
		return { did, wasDone };
	},

	/** That it was done stays, and the chain with it; that it was them is gone with the opening of their name. */
	async erase(tx, personId) {
		await tx.db.deleteFrom('audit_name').where('person_id', '=', personId).execute();
	},
};
