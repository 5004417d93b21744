import type { Personal } from '#platform/personal.ts';
import { letGoOfAll } from './free-cases.ts';

/**
 * What somebody did at the desk, and what was done about what is theirs. Not who told stewards of it, and nothing that is
 * still looked at: either could lead somebody to whoever told.
 */
export const personal: Personal = {
	feature: 'desk',

	async export(db, _vault, personId) {
		const about = await db
			.selectFrom('desk_case')
			.select(['kind', 'because', 'settled_at as settledAt'])
			.where('subject_id', '=', personId)
			.where('state', '=', 'measured')
			.orderBy('settled_at')
			.execute();
		const turns = await db
			.selectFrom('case_turn')
			.select(['role', 'tier', 'at'])
			.where('person_id', '=', personId)
			.orderBy('at')
			.execute();
		const asked = await db
			.selectFrom('case_hop')
			.select(['step', 'paged_at as at'])
			.where('person_id', '=', personId)
			.orderBy('paged_at')
			.execute();
		return { about, turns, asked };
	},

	/** A case stays, and so does that somebody was asked; not who. What they had goes to whoever comes next. */
	async erase(tx, personId) {
		await letGoOfAll(tx, personId);
		await tx.db.deleteFrom('case_turn').where('person_id', '=', personId).execute();
		await tx.db.deleteFrom('case_apart').where('person_id', '=', personId).execute();
		await tx.db.updateTable('case_hop').set({ person_id: null }).where('person_id', '=', personId).execute();
		for (const part of ['from_id', 'to_id'] as const)
			await tx.db
				.updateTable('case_hand_over')
				.set({ [part]: null })
				.where(part, '=', personId)
				.execute();
		for (const part of ['subject_id', 'taken_by', 'second_id', 'settled_by'] as const)
			await tx.db
				.updateTable('desk_case')
				.set({ [part]: null })
				.where(part, '=', personId)
				.execute();
	},
};
