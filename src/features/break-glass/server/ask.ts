import { record } from '#features/audit/server/index.ts';
import type { CaseId } from '#features/desk/case.ts';
import { caseAsRulesSee } from '#features/desk/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { after } from '#platform/time.ts';
import { lookAsked } from '../events.ts';
import { ASKED_FOR, type Length, type What } from '../look.ts';
import { may } from '../policy.ts';
import { sealReason } from './reason.ts';
import { standingOf } from './standing.ts';
import { talkOf } from './talk-of.ts';
import { tellWhoCanAnswer } from './tell.ts';

export interface Asking {
	caseId: CaseId;
	what: What;
	minutes: Length;
	/** For the other steward, and for those whom it concerns. */
	reason: string;
	later: boolean;
}

/** A steward asks to see a talk that is not theirs, or who is behind a name in it. Nothing is seen until another says yes. */
export async function askToLook(tx: Tx, { caseId, what, minutes, reason, later }: Asking) {
	const viewer = (await viewerById(tx.db, tx.actor)) ?? null;
	const about = await caseAsRulesSee(tx.db, caseId);
	const talk = about && (await talkOf(tx.db, about));
	const ruling = may.ask(await standingOf(tx.db, caseId, talk?.conversationId, viewer, tx.now));
	if (ruling.refused) return ruling;
	if (!talk || (what === 'alias' && !talk.aliasId)) return refuse('names-no-talk');
	if (await isAsked(tx, caseId, what)) return refuse('asked-already');

	const lookId = tx.newId<'look'>();
	await tx.db
		.insertInto('look')
		.values({
			...{ id: lookId, what, case_id: caseId, conversation_id: talk.conversationId },
			...{ alias_id: what === 'alias' ? talk.aliasId : null, minutes, told_later: later },
			...(await sealReason(tx, lookId, reason)),
			...{ asked_by: tx.actor, asked_at: tx.now },
			...{ answer: null, answered_by: null, answered_at: null, until: null, ended_at: null },
		})
		.execute();
	await tellWhoCanAnswer(tx, { lookId, conversationId: talk.conversationId, about: about! });
	await record(tx, {
		...{ kind: 'break-glass.asked', by: tx.actor, about: `look:${lookId}`, at: tx.now },
		facts: { what, case: caseId, talk: talk.conversationId, minutes, told: later ? 'later' : 'at-once' },
	});
	await tx.announce(lookAsked({ lookId, caseId }));
	return { lookId };
}

/** Whether the same waits for an answer already, or is open. */
async function isAsked(tx: Tx, caseId: CaseId, what: What): Promise<boolean> {
	const row = await tx.db
		.selectFrom('look')
		.select('id')
		.where('case_id', '=', caseId)
		.where('what', '=', what)
		.where('asked_by', '=', tx.actor)
		.where('ended_at', 'is', null)
		.where((waits) =>
			waits.or([
				waits.and([waits('answer', 'is', null), waits('asked_at', '>', after(tx.now, -ASKED_FOR))]),
				waits('until', '>', tx.now),
			]),
		)
		.executeTakeFirst();
	return row !== undefined;
}
