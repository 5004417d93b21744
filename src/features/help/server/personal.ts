import type { Personal } from '#platform/personal.ts';

/** Which help lines somebody has looked up for the organisation. */
export const personal: Personal = {
	feature: 'help',

	async export(db, _vault, personId) {
		const linesChecked = await db
			.selectFrom('help_line')
			.select(['id as line', 'checked_on as on'])
			.where('checked_by', '=', personId)
			.orderBy('id')
			.execute();
		return { linesChecked };
	},

	/** That a line was looked up stays; that it was this person does not. */
	async erase(tx, personId) {
		await tx.db
			.updateTable('help_line')
			.set({ checked_by: null })
			.where('checked_by', '=', personId)
			.execute();
	},
};
