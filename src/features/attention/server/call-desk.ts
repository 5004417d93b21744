import { z } from 'zod';
import { openCase } from '#features/desk/server/index.ts';
import type { MessageId } from '#features/conversations/message.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { job } from '#platform/job.ts';
import { tierOf } from '../card.ts';

const id = <Of extends string>() => z.uuid().transform((text) => text as Of);

/**
 * Tells stewards of words that carry danger. They work on one case for one talk at a time: what is said `after` words that
 * they look at already joins those. Whoever wrote them may have said meanwhile that it was not meant so.
 */
export const callDesk = job(
	'attention.call-desk',
	z.object({
		authorId: id<PersonId>(),
		kind: z.enum(['choices', 'number-first']),
		messageId: id<MessageId>(),
		after: id<MessageId>().nullable(),
	}),
	async (tx, { authorId, kind, messageId, after }) => {
		const author = await viewerById(tx.db, authorId);
		const card = await tx.db
			.selectFrom('card')
			.select(['id', 'answer', 'case_id'])
			.where('message_id', '=', after ?? messageId)
			.executeTakeFirst();
		if (!author || (card?.answer === 'not-meant' && kind === 'choices')) return;

		const open = (about: MessageId) =>
			openCase(tx, {
				about: `message:${about}`,
				subjectId: authorId,
				ageBand: author.ageBand,
				kind: 'words',
				tier: tierOf(kind),
				because: `attention.case.${kind}`,
			});
		const joined = after ? await open(after) : undefined;
		const { caseId } = !joined || joined.kept ? await open(messageId) : joined;
		if (card && !card.case_id)
			await tx.db.updateTable('card').set({ case_id: caseId }).where('id', '=', card.id).execute();
	},
);
