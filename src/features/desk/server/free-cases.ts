import { z } from 'zod';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import type { PersonId } from '#platform/ids.ts';
import { pageNext } from './page-on.ts';
import { caseAsRulesSee } from './standing.ts';
import { stirDesk } from './topic.ts';

/** Whoever is no steward any more has no case: each waits again, and where danger is near people are asked to come. */
export const freeCases = job(
	'desk.free-cases',
	z.object({ personId: z.string(), duty: z.string() }),
	async (tx, { personId, duty }) => {
		if (duty === 'steward') await letGoOfAll(tx, personId as PersonId);
	},
);

/** Lets go of everything that somebody has on the desk. */
export async function letGoOfAll(tx: Tx, personId: PersonId) {
	await tx.db
		.updateTable('desk_case')
		.set({ second_id: null, second_at: null })
		.where('second_id', '=', personId)
		.where('state', '=', 'open')
		.execute();
	const freed = await tx.db
		.updateTable('desk_case')
		.set({ taken_by: null, taken_at: null, second_asked_at: null })
		.where('taken_by', '=', personId)
		.where('state', '=', 'open')
		.returning('id')
		.execute();
	for (const { id } of freed) {
		const it = (await caseAsRulesSee(tx.db, id))!;
		await pageNext(tx, { ...it, apartIds: [...it.apartIds, personId] }, { step: null, dueAt: tx.now });
		await stirDesk(tx, it.ageBand);
	}
}
