import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CaseId } from '../case.ts';
import { secondAsked, secondCame } from '../events.ts';
import { may } from '../policy.ts';
import { countTurn, mayCarry } from './care.ts';
import { pageNext, stopPaging } from './page-on.ts';
import { caseStill } from './standing.ts';
import { stirDesk } from './topic.ts';

/** “I need a second person.” Those on shift are asked now, whatever the danger, and then whoever is next. Twice is once. */
export async function askSecond(tx: Tx, caseId: CaseId) {
	const standing = await caseStill(tx, caseId);
	const ruling = may.hold(standing);
	if (ruling.refused) return ruling;
	const it = standing.case!;
	if (it.secondId) return refuse('second-already');

	const asked = await tx.db
		.updateTable('desk_case')
		.set({ second_asked_at: tx.now })
		.where('id', '=', caseId)
		.where('second_asked_at', 'is', null)
		.executeTakeFirst();
	if (asked.numUpdatedRows === 0n) return { caseId };
	// Somebody stands there and waits: no slower than for danger that is near.
	await pageNext(tx, { ...it, tier: 3 }, { step: null, dueAt: tx.now });
	await tx.announce(secondAsked({ caseId }));
	await stirDesk(tx, it.ageBand);
	return { caseId };
}

/** Comes as the second person. From then on both read it, and either can settle it. */
export async function joinCase(tx: Tx, caseId: CaseId) {
	const standing = await caseStill(tx, caseId);
	const ruling = may.join(standing);
	if (ruling.refused) return ruling;
	const it = standing.case!;
	const carrying = await mayCarry(tx.db, { personId: tx.actor, it }, tx.now);
	if (carrying.refused) return carrying;

	await tx.db
		.updateTable('desk_case')
		.set({ second_id: tx.actor, second_at: tx.now })
		.where('id', '=', caseId)
		.execute();
	await countTurn(tx, it, 'second');
	await stopPaging(tx, caseId);
	await tx.announce(secondCame({ caseId }));
	await stirDesk(tx, it.ageBand);
	return { caseId };
}
