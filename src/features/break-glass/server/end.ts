import { record } from '#features/audit/server/index.ts';
import { takeBack } from '#features/notices/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { lookEnded } from '../events.ts';
import type { LookId } from '../look.ts';
import { may } from '../policy.ts';
import { actorStill } from './standing.ts';

/** Ends it before its time: from now on nothing more is seen. Whoever was to be told later is told all the same. */
export async function endLook(tx: Tx, lookId: LookId) {
	const standing = await actorStill(tx, lookId);
	const ruling = may.end(standing);
	if (ruling.refused) return ruling;

	const { what, caseId } = standing.look!;
	await tx.db.updateTable('look').set({ ended_at: tx.now }).where('id', '=', lookId).execute();
	await takeBack(tx, { about: lookId, kinds: ['look-asked'] });
	await record(tx, {
		...{ kind: 'break-glass.ended', by: tx.actor, about: `look:${lookId}`, at: tx.now },
		facts: { what, case: caseId },
	});
	await tx.announce(lookEnded({ lookId, caseId }));
	return { ended: lookId };
}
