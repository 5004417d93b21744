import type { Personal } from '#platform/personal.ts';

export const personal: Personal = {
	feature: 'people',
	async export() {
		return {};
	},
	async erase(tx, personId) {
		await tx.db.deleteFrom('person').where('id', '=', personId).execute();
	},
};
