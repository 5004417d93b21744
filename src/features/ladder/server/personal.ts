import type { Personal } from '#platform/personal.ts';
import { keyOf, openWords } from './words.ts';

/** What was decided about somebody, with every word to them and from them; and, for stewards, that they decided. */
export const personal: Personal = {
	feature: 'ladder',

	async export(db, vault, personId) {
		const key = await keyOf(db, vault, personId);
		const rows = await db
			.selectFrom('measure')
			.selectAll()
			.where('subject_id', '=', personId)
			.where('state', 'not in', ['proposed', 'dropped'])
			.orderBy('decided_at')
			.execute();
		const decided = await db
			.selectFrom('measure')
			.select(['step', 'rule', 'decided_at as decidedAt', 'state'])
			.where((mine) =>
				mine.or([
					mine('decided_by', '=', personId),
					mine('seconded_by', '=', personId),
					mine('judged_by', '=', personId),
				]),
			)
			.orderBy('decided_at')
			.execute();
		const again = await db
			.selectFrom('second_judgement')
			.select(['step', 'judged_at as judgedAt'])
			.where('judge_id', '=', personId)
			.orderBy('judged_at')
			.execute();
		return {
			aboutMe: rows.map((row) => ({
				step: row.step,
				rule: row.rule,
				about: row.about,
				state: row.state,
				decidedAt: row.decided_at,
				endsAt: row.ends_at,
				overAt: row.over_at,
				reason: openWords(key, row.reason, 'reason', row.id),
				appealedAt: row.appealed_at,
				appeal: openWords(key, row.appeal, 'appeal', row.id),
				verdict: row.verdict,
				answer: openWords(key, row.answer, 'answer', row.id),
			})),
			decidedByMe: decided,
			judgedAgain: again,
		};
	},

	/** That something was decided stays for the sums, about nobody and by nobody; every word goes. */
	async erase(tx, personId) {
		await tx.db
			.deleteFrom('measure_effect')
			.where('measure_id', 'in', (of) =>
				of.selectFrom('measure').select('id').where('subject_id', '=', personId),
			)
			.execute();
		await tx.db
			.updateTable('measure')
			.set({ subject_id: null, about: '', reason: null, appeal: null, answer: null })
			.where('subject_id', '=', personId)
			.execute();
		for (const part of ['decided_by', 'seconded_by', 'judged_by'] as const)
			await tx.db
				.updateTable('measure')
				.set({ [part]: null })
				.where(part, '=', personId)
				.execute();
		await tx.db
			.updateTable('second_judgement')
			.set({ judge_id: null })
			.where('judge_id', '=', personId)
			.execute();
	},
};
