import type { Tx } from '#platform/db.ts';
import { refuse, type Ruling } from '#platform/ruling.ts';
import type { ConversationId } from '../conversation.ts';
import type { Resonance } from '../message.ts';
import { aliasIn } from './aliases.ts';
import { messageAt, nextChange } from './numbering.ts';
import { keepPace } from './pace.ts';

/** Answers quietly, or takes a quiet answer back. It is no fact worth keeping, so nothing is recorded but itself. */
export async function resonate<Reason extends string>(
	tx: Tx,
	conversationId: ConversationId,
	{ place, kind }: { place: number; kind: Resonance },
	mayResonate: () => Promise<Ruling<Reason>>,
) {
	const pace = await keepPace(tx, 'resonate');
	if (pace.refused) return pace;
	// Held still first, so that nothing is answered in a place that has just closed.
	const { change, topic } = await nextChange(tx, conversationId);
	const ruling = await mayResonate();
	if (ruling.refused) return refuse(ruling.refused);
	const message = await messageAt(tx, conversationId, place);
	if (message?.state !== 'said') return refuse('no-such-message');
	const alias = await aliasIn(tx.db, conversationId, tx.actor);
	if (message.aliasId === alias!.id) return refuse('your-own');

	const mine = { message_id: message.id, alias_id: alias!.id, kind };
	const taken = await tx.db
		.deleteFrom('resonance')
		.where('message_id', '=', mine.message_id)
		.where('alias_id', '=', mine.alias_id)
		.where('kind', '=', kind)
		.executeTakeFirst();
	if (taken.numDeletedRows === 0n) await tx.db.insertInto('resonance').values(mine).execute();
	await tx.db.updateTable('message').set({ change }).where('id', '=', message.id).execute();
	await tx.nudge(topic);
	return { place };
}
