import { record } from '#features/audit/server/index.ts';
import { notify, takeBack } from '#features/notices/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { after } from '#platform/time.ts';
import { lookGranted, lookRefused } from '../events.ts';
import { TOLD_AFTER, untilFor, type LookId } from '../look.ts';
import { may } from '../policy.ts';
import { actorStill } from './standing.ts';
import { tellLater, tellNow } from './tell.ts';

/**
 * Another steward says yes or no. With the yes the time begins, and in the same transaction those whom it concerns are told:
 * or a day later, where both stewards hold that being told now would put somebody in danger.
 */
export async function answerLook(tx: Tx, { lookId, answer }: { lookId: LookId; answer: 'yes' | 'no' }) {
	const standing = await actorStill(tx, lookId);
	const ruling = may.answer(standing);
	if (ruling.refused) return ruling;

	const { what, caseId, conversationId, minutes, toldLater, askedBy } = standing.look!;
	const until = answer === 'yes' ? untilFor({ minutes }, tx.now) : null;
	await tx.db
		.updateTable('look')
		.set({ answer, answered_by: tx.actor, answered_at: tx.now, until })
		.where('id', '=', lookId)
		.execute();
	await record(tx, {
		...{ kind: until ? 'break-glass.granted' : 'break-glass.refused', by: tx.actor, about: `look:${lookId}` },
		at: tx.now,
		facts: {
			...{ what, case: caseId, talk: conversationId, minutes, told: toldLater ? 'later' : 'at-once' },
			for: askedBy,
		},
	});
	await takeBack(tx, { about: lookId, kinds: ['look-asked'] });
	if (askedBy)
		await notify(tx, {
			to: askedBy,
			kind: 'look-answered',
			about: lookId,
			at: null,
			path: `/glass/${lookId}`,
		});
	if (until)
		if (toldLater) await tx.enqueue(tellLater, { lookId }, { at: after(tx.now, TOLD_AFTER) });
		else await tellNow(tx, standing.look!);
	await tx.announce((until ? lookGranted : lookRefused)({ lookId, caseId }));
	return { until };
}
