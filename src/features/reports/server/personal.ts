import type { Personal } from '#platform/personal.ts';
import { reportsOf } from './queries.ts';

/**
 * What somebody told stewards. With them goes who told, and what they added. What was copied for the case stays sealed for as
 * long as decision 26 says: it is what a decision rests on.
 */
export const personal: Personal = {
	feature: 'reports',

	export: async (db, vault, personId) => ({ reports: await reportsOf(db, vault, personId) }),

	async erase(tx, personId) {
		await tx.db
			.updateTable('report')
			.set({ reporter_id: null, mine: null })
			.where('reporter_id', '=', personId)
			.execute();
	},
};
