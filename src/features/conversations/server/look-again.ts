import { z } from 'zod';
import { hear } from '#features/attention/hear.ts';
import { openPattern, patternsOf } from '#features/attention/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { job } from '#platform/job.ts';
import { unseal } from '#platform/seal.ts';
import type { ConversationId } from '../conversation.ts';
import { bodyOf } from './numbering.ts';

/**
 * Somebody has just said something that draws others away: elsewhere, out of sight, into a secret. Their last messages here
 * are read again, and when several do so stewards look. Nothing is counted up anywhere: the words themselves are asked anew.
 */
export const lookAgain = job(
	'conversations.look-again',
	z.object({
		conversationId: z.uuid().transform((id) => id as ConversationId),
		personId: z.uuid().transform((id) => id as PersonId),
	}),
	async (tx, { conversationId, personId }) => {
		const patterns = await patternsOf(tx.db);
		const alias = await tx.db
			.selectFrom('alias')
			.select(['id', 'key_id'])
			.where('conversation_id', '=', conversationId)
			.where('person_id', '=', personId)
			.executeTakeFirst();
		const key = alias?.key_id && (await tx.vault.key(tx.db, alias.key_id));
		if (!alias || !key) return;
		const latest = await tx.db
			.selectFrom('message')
			.select(['id', 'body'])
			.where('alias_id', '=', alias.id)
			.orderBy('place', 'desc')
			.limit(patterns.signalsWithin)
			.execute();
		const drawing = latest.filter(
			({ id, body }) => body && hear(unseal(key, body, bodyOf(id))).signals.size > 0,
		);
		if (drawing.length < patterns.signals) return;
		await openPattern(tx, {
			about: `message:${drawing[0]!.id}`,
			personId,
			because: 'attention.case.draws-away',
		});
	},
);
