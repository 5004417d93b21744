import type { Tx } from '#platform/db.ts';
import type { CaseId } from '../case.ts';
import { caseTaken } from '../events.ts';
import { may } from '../policy.ts';
import { countTurn, mayCarry } from './care.ts';
import { pageNext, stopPaging } from './page-on.ts';
import { caseStill } from './standing.ts';
import { stirDesk } from './topic.ts';

/** Takes a case on: one steward has it, and only they and a second person read its words. */
export async function takeCase(tx: Tx, caseId: CaseId) {
	const standing = await caseStill(tx, caseId);
	const ruling = may.take(standing);
	if (ruling.refused) return ruling;
	const it = standing.case!;
	const carrying = await mayCarry(tx.db, { personId: tx.actor, it }, tx.now);
	if (carrying.refused) return carrying;

	// Whoever was the second person and goes on with it is not both.
	const second = it.secondId === tx.actor ? { second_id: null, second_at: null } : {};
	await tx.db
		.updateTable('desk_case')
		.set({ taken_by: tx.actor, taken_at: tx.now, ...second })
		.where('id', '=', caseId)
		.execute();
	await countTurn(tx, it, 'first');
	const hasSecond = it.secondId !== null && it.secondId !== tx.actor;
	// In the nearest danger two come: others are asked at once to be the second person.
	if (it.tier < 3 || hasSecond) await stopPaging(tx, caseId);
	else await pageNext(tx, { ...it, takenBy: tx.actor }, { step: null, dueAt: tx.now });
	await tx.announce(caseTaken({ caseId }));
	await stirDesk(tx, it.ageBand);
	return { caseId };
}
