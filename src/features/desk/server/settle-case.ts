import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { CaseId, Outcome } from '../case.ts';
import { caseSettled } from '../events.ts';
import { may } from '../policy.ts';
import { stopPaging } from './page-on.ts';
import { caseStill } from './standing.ts';
import { stirDesk } from './topic.ts';
import { giveBack } from './withhold.ts';

/**
 * Ends a case, by whoever has it. What was handed over with it goes: no note outlives a case. What was hidden until somebody
 * had looked at it is given back, but where something is done about it and it is to stay hidden.
 */
export async function settleCase(
	tx: Tx,
	{
		caseId,
		by,
		outcome,
		staysHidden = outcome === 'measured',
	}: { caseId: CaseId; by: PersonId; outcome: Outcome; staysHidden?: boolean },
) {
	const standing = await caseStill(tx, caseId, by);
	const ruling = may.settle(standing);
	if (ruling.refused) return ruling;

	await stopPaging(tx, caseId);
	await tx.db
		.updateTable('desk_case')
		.set({ state: outcome, settled_at: tx.now, settled_by: by })
		.where('id', '=', caseId)
		.execute();
	if (!staysHidden) await giveBack(tx, standing.case!);
	await tx.db.deleteFrom('case_hand_over').where('case_id', '=', caseId).execute();
	await tx.announce(caseSettled({ caseId, outcome }));
	await stirDesk(tx, standing.case!.ageBand);
	return { caseId, outcome };
}
