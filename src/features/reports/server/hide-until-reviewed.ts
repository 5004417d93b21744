import { z } from 'zod';
import type { CaseId } from '#features/desk/case.ts';
import { caseAsRulesSee, isDutyHeld, withholdUntilSettled } from '#features/desk/server/index.ts';
import type { AgeBand } from '#features/people/person.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import type { Reportable } from '#platform/reportable.ts';
import { HIDE_AT, isInGoodStanding } from '../report.ts';
import { reporterOf, reportersOf } from './reporters.ts';

/**
 * Hides a thing until a steward has looked at it, while none is on shift and enough people in good standing have told of it:
 * the thing, never the person. In a transaction of its own, so that nothing is held still in two orders.
 */
export const hideUntilReviewed = job(
	'reports.hide-until-reviewed',
	z.object({ caseId: z.uuid() }),
	async (tx, given) => {
		const caseId = given.caseId as CaseId;
		const it = await caseAsRulesSee(tx.db, caseId);
		if (it?.state !== 'open' || it.takenBy || !(await hasEnough(tx.db, caseId, tx.now))) return;
		await withholdUntilSettled(tx, caseId);
	},
);

/** Leaves it to be hidden, where that is so. */
export async function hideWhileNobodyIsThere(
	tx: Tx,
	{ caseId, ageBand, reportable }: { caseId: CaseId; ageBand: AgeBand; reportable: Reportable },
) {
	if (!reportable.hide || (await isDutyHeld(tx.db, ageBand, tx.now))) return;
	if (await hasEnough(tx.db, caseId, tx.now)) await tx.enqueue(hideUntilReviewed, { caseId });
}

async function hasEnough(db: Reader, caseId: CaseId, now: Date): Promise<boolean> {
	const people = await reportersOf(db, caseId);
	if (people.length < HIDE_AT) return false;
	let good = 0;
	for (const person of people) {
		const reporter = await reporterOf(db, person, now);
		if (reporter && isInGoodStanding(reporter, now)) good++;
		if (good === HIDE_AT) return true;
	}
	return false;
}
