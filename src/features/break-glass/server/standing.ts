import type { ConversationId } from '#features/conversations/conversation.ts';
import type { CaseId } from '#features/desk/case.ts';
import { caseAsRulesSee } from '#features/desk/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Look, LookId } from '../look.ts';
import type { Standing } from '../policy.ts';

/** The columns of a look, as rules know it. */
export const lookColumns = [
	'look.id',
	'look.what',
	'look.case_id as caseId',
	'look.conversation_id as conversationId',
	'look.alias_id as aliasId',
	'look.minutes',
	'look.told_later as toldLater',
	'look.asked_by as askedBy',
	'look.asked_at as askedAt',
	'look.answer',
	'look.answered_by as answeredBy',
	'look.until',
	'look.ended_at as endedAt',
] as const;

export const lookById = (db: Reader, id: string): Promise<Look | undefined> =>
	db
		.selectFrom('look')
		.select(lookColumns)
		.where('look.id', '=', id as LookId)
		.executeTakeFirst();

/** What the rules need to know of an asking. */
export async function standingIn(
	db: Reader,
	id: string,
	viewer: Viewer | null,
	now: Date,
): Promise<Standing> {
	const look = await lookById(db, id);
	if (!look) return { viewer, case: undefined, look, inTalk: false, now };
	return { ...(await standingOf(db, look.caseId, look.conversationId, viewer, now)), look };
}

/** The same before anything was asked, of a case and the talk it is about. */
export async function standingOf(
	db: Reader,
	caseId: CaseId,
	conversationId: ConversationId | undefined,
	viewer: Viewer | null,
	now: Date,
): Promise<Standing> {
	return {
		viewer,
		case: await caseAsRulesSee(db, caseId),
		look: undefined,
		inTalk: viewer && conversationId ? await isSomebodyIn(db, conversationId, viewer.id) : false,
		now,
	};
}

async function isSomebodyIn(db: Reader, id: ConversationId, personId: PersonId): Promise<boolean> {
	const row = await db
		.selectFrom('alias')
		.select('id')
		.where('conversation_id', '=', id)
		.where('person_id', '=', personId)
		.executeTakeFirst();
	return row !== undefined;
}

/** What whoever acts may do about an asking, which is held still until the transaction ends. */
export async function actorStill(tx: Tx, lookId: LookId): Promise<Standing> {
	await tx.db.selectFrom('look').select('id').where('id', '=', lookId).forUpdate().execute();
	return standingIn(tx.db, lookId, (await viewerById(tx.db, tx.actor)) ?? null, tx.now);
}
