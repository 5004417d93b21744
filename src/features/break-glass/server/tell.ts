import { z } from 'zod';
import { record } from '#features/audit/server/index.ts';
import type { ConversationId } from '#features/conversations/conversation.ts';
import type { Case } from '#features/desk/case.ts';
import { notify } from '#features/notices/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { job } from '#platform/job.ts';
import type { Look, LookId } from '../look.ts';
import { lookById } from './standing.ts';

/** Tells every steward who could answer that somebody asks: of the case’s age band, without a part in it or in the talk. */
export async function tellWhoCanAnswer(
	tx: Tx,
	{ lookId, conversationId, about }: { lookId: LookId; conversationId: ConversationId; about: Case },
) {
	const apart = [tx.actor, about.subjectId, ...about.reporterIds, ...about.apartIds].filter(
		(id) => id !== null,
	);
	const stewards = await tx.db
		.selectFrom('duty')
		.innerJoin('person', 'person.id', 'duty.person_id')
		.select('person.id')
		.where('duty.duty', '=', 'steward')
		.where('person.age_band', '=', about.ageBand)
		.where('person.id', 'not in', apart)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('alias')
						.select('alias.id')
						.whereRef('alias.person_id', '=', 'person.id')
						.where('alias.conversation_id', '=', conversationId),
				),
			),
		)
		.orderBy('person.id')
		.execute();
	for (const { id } of stewards)
		await notify(tx, { to: id, kind: 'look-asked', about: lookId, at: null, path: `/glass/${lookId}` });
}

/**
 * Tells those whom it concerns: whoever goes by the name; or of a talk, everybody who could say something there, whether or
 * not they still can. Once for each, however often it is run.
 */
export async function tellNow(tx: Tx, { id: lookId, conversationId, aliasId }: Look) {
	const query = tx.db
		.selectFrom('alias')
		.innerJoin('conversation', 'conversation.id', 'alias.conversation_id')
		.select('alias.person_id as personId')
		.where('alias.person_id', 'is not', null)
		.where('alias.conversation_id', '=', conversationId);
	const concerned = await (
		aliasId
			? query.where('alias.id', '=', aliasId)
			: query.where((either) =>
					either.or([
						either('conversation.kind', 'in', ['pairing', 'aside', 'backup']),
						either('alias.accepted_version', '>', 0),
						either.exists(
							either.selectFrom('message').select('message.id').whereRef('message.alias_id', '=', 'alias.id'),
						),
					]),
				)
	)
		.orderBy('alias.person_id')
		.execute();
	for (const { personId } of concerned) await tellOne(tx, lookId, personId!);
}

async function tellOne(tx: Tx, lookId: LookId, personId: PersonId) {
	const fresh = await tx.db
		.insertInto('look_told')
		.values({ look_id: lookId, person_id: personId, told_at: tx.now })
		.onConflict((already) => already.columns(['look_id', 'person_id']).doNothing())
		.returning('look_id')
		.executeTakeFirst();
	if (fresh)
		await notify(tx, { to: personId, kind: 'looked-at', about: lookId, at: tx.now, path: '/me/looks' });
}

/** What was kept back for a day is told now. */
export const tellLater = job(
	'break-glass.tell',
	z.object({ lookId: z.string().transform((id) => id as LookId) }),
	async (tx, { lookId }) => {
		const look = await lookById(tx.db, lookId);
		if (!look) return;
		await tellNow(tx, look);
		await record(tx, {
			...{ kind: 'break-glass.told', by: null, about: `look:${lookId}`, at: tx.now },
			facts: { case: look.caseId },
		});
	},
);
