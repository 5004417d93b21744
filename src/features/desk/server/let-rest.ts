import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CaseId } from '../case.ts';
import { caseSettled } from '../events.ts';
import { stopPaging } from './page-on.ts';
import { stirDesk } from './topic.ts';

/**
 * Ends a case that nobody has come to yet, because whoever it is about has said that it was not meant so. Danger that seemed
 * near is still looked at, and so is whatever somebody has begun to work on.
 */
export async function letRest(tx: Tx, { caseId }: { caseId: CaseId }) {
	const resting = await tx.db
		.selectFrom('desk_case')
		.select('age_band as ageBand')
		.where('id', '=', caseId)
		.where('state', '=', 'open')
		.where('kind', '=', 'words')
		.where('tier', '<', 3)
		.where('subject_id', '=', tx.actor)
		.where('taken_by', 'is', null)
		.forUpdate()
		.executeTakeFirst();
	if (!resting) return refuse('somebody-looks');

	await stopPaging(tx, caseId);
	await tx.db
		.updateTable('desk_case')
		.set({ state: 'closed', settled_at: tx.now, settled_by: null })
		.where('id', '=', caseId)
		.execute();
	await tx.announce(caseSettled({ caseId, outcome: 'closed' }));
	await stirDesk(tx, resting.ageBand);
	return { caseId };
}
