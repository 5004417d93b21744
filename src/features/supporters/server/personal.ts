import type { Personal } from '#platform/personal.ts';
import { mySupporting } from './queries.ts';

/** The page somebody offers themselves with, their hours and how much they carry. */
export const personal: Personal = {
	feature: 'supporters',

	async export(db, vault, personId) {
		const mine = await mySupporting(db, vault, personId);
		if (!mine) return {};
		const { page, open, resting, coolingUntil, caps, availability, offHours } = mine;
		return { page, open, resting, coolingUntil, caps, availability, offHours };
	},

	async erase(tx, personId) {
		await tx.db.deleteFrom('supporter').where('person_id', '=', personId).execute();
	},
};
