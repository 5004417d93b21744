import type { Personal } from '#platform/personal.ts';
import { searchesOf } from './saved-searches.ts';

/** What somebody looks for again. Listings themselves are of groups, not of people. */
export const personal: Personal = {
	feature: 'directory',

	export: async (db, vault, personId) => ({
		searches: (await searchesOf(db, vault, personId)).map(({ query, savedAt }) => ({ query, savedAt })),
	}),

	async erase(tx, personId) {
		await tx.db.deleteFrom('saved_search').where('person_id', '=', personId).execute();
	},
};
