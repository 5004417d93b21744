import type { Personal } from '#platform/personal.ts';
import { openReasons } from './reason.ts';
import { toldTo } from './queries.ts';

/** What somebody asked to see and why, what they answered, and what they were told that others saw of theirs. */
export const personal: Personal = {
	feature: 'break-glass',

	async export(db, vault, personId) {
		const rows = await db
			.selectFrom('look')
			.select(['id', 'what', 'minutes', 'asked_at as askedAt', 'answer', 'reason', 'key_id'])
			.where('asked_by', '=', personId)
			.orderBy('asked_at')
			.execute();
		const reasons = await openReasons(db, vault, rows);
		const answered = await db
			.selectFrom('look')
			.select(['what', 'answer', 'answered_at as answeredAt'])
			.where('answered_by', '=', personId)
			.orderBy('answered_at')
			.execute();
		const told = await toldTo(db, vault, personId);
		return {
			asked: rows.map(({ id, key_id: _, reason: __, ...row }) => ({
				...row,
				reason: reasons.get(id) ?? null,
			})),
			answered,
			told: told.map(({ what, at, reason }) => ({ what, at, reason: reason ?? null })),
		};
	},

	/** Their words go, and who they were; that it was asked and answered stays, for those whom it concerned. */
	async erase(tx, personId) {
		const asked = await tx.db
			.updateTable('look')
			.set({ reason: null, asked_by: null })
			.where('asked_by', '=', personId)
			.returning('key_id')
			.execute();
		const keys = asked.flatMap(({ key_id }) => key_id ?? []);
		if (keys.length > 0) await tx.db.deleteFrom('sealing_key').where('id', 'in', keys).execute();
		await tx.db.updateTable('look').set({ answered_by: null }).where('answered_by', '=', personId).execute();
		await tx.db.deleteFrom('look_told').where('person_id', '=', personId).execute();
	},
};
