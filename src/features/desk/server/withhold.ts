import type { Tx } from '#platform/db.ts';
import type { Case, CaseId } from '../case.ts';
import { caseStill } from './standing.ts';
import { thingNamed } from './things.ts';

/** Hides the thing a case is about until somebody has looked at it and settled the case. */
export async function withholdUntilSettled(tx: Tx, caseId: CaseId) {
	const { case: it } = await caseStill(tx, caseId, null);
	const thing = it?.state === 'open' ? thingNamed(it.about) : undefined;
	if (!thing || !(await thing.reportable.hide?.(tx, thing.id, tx.now))) return;
	await tx.db.updateTable('desk_case').set({ withheld_at: tx.now }).where('id', '=', caseId).execute();
}

/** Gives it back where it was. What was hidden for another reason stays so. */
export async function giveBack(tx: Tx, it: Case) {
	const given = await tx.db
		.updateTable('desk_case')
		.set({ withheld_at: null })
		.where('id', '=', it.id)
		.where('withheld_at', 'is not', null)
		.executeTakeFirst();
	if (given.numUpdatedRows === 0n) return;
	const thing = thingNamed(it.about);
	await thing?.reportable.restore?.(tx, thing.id, tx.now);
}
