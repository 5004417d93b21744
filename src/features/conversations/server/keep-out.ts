import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { ConversationId } from '../conversation.ts';

interface Kept {
	id: ConversationId;
	personId: PersonId;
}

/** Keeps somebody out of a place, as stewards have decided; without an end, until it is taken back. */
export async function keepOut(tx: Tx, { id, personId, until }: Kept & { until: Date | null }) {
	await tx.db
		.insertInto('kept_out')
		.values({ conversation_id: id, person_id: personId, until })
		.onConflict((already) => already.columns(['conversation_id', 'person_id']).doUpdateSet({ until }))
		.execute();
}

export async function letBackIn(tx: Tx, { id, personId }: Kept) {
	await tx.db
		.deleteFrom('kept_out')
		.where('conversation_id', '=', id)
		.where('person_id', '=', personId)
		.execute();
}

/** Whether stewards keep somebody out of this place now. */
export async function isKeptOut(db: Reader, { id, personId }: Kept, now: Date): Promise<boolean> {
	const kept = await db
		.selectFrom('kept_out')
		.select('person_id')
		.where('conversation_id', '=', id)
		.where('person_id', '=', personId)
		.where((still) => still.or([still('until', 'is', null), still('until', '>', now)]))
		.executeTakeFirst();
	return kept !== undefined;
}
