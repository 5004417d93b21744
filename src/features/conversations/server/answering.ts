import { sql } from 'kysely';
import { betweenSql } from '#features/blocks/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { writtenOnce } from '#platform/written-once.ts';
import type { ConversationId } from '../conversation.ts';

interface Answering {
	by: PersonId;
	replyTo: number | undefined;
}

/**
 * Whether what somebody answers to is there, for them: what is not said yet, and what somebody said whom a block stands
 * between, look the same.
 */
export async function answerableIn(tx: Tx, id: ConversationId, group: readonly Answering[]) {
	const asked = await Promise.all(
		group.map(async ({ by, replyTo }) =>
			replyTo === undefined ? [] : tx.ask(apartAt({ id, by, place: replyTo })),
		),
	);
	const apart = new Set(group.filter((_, n) => asked[n]!.length > 0));
	return (answering: Answering, said: number) =>
		answering.replyTo === undefined || (answering.replyTo <= said && !apart.has(answering));
}

const apartAt = writtenOnce((db, { id, by, place }: { id: ConversationId; by: PersonId; place: number }) =>
	db
		.selectFrom('message')
		.innerJoin('alias', 'alias.id', 'message.alias_id')
		.select('message.id')
		.where('message.conversation_id', '=', id)
		.where('message.place', '=', place)
		.where(betweenSql(by, sql.ref('alias.person_id'))),
);
