import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { messageRemoved } from '../events.ts';
import { decideChange } from '../message.ts';
import { aliasIn } from './aliases.ts';
import { messageAt, nextChange } from './conversation.ts';

/** Takes one’s own words back. Nobody has to be seated for that, nor gives up the right by leaving. */
export async function removeMessage(tx: Tx, { circleId, place }: { circleId: CircleId; place: number }) {
	const alias = await aliasIn(tx.db, circleId, tx.actor);
	const change = alias && (await nextChange(tx, circleId));
	const message = await messageAt(tx, circleId, place);

	const decision = decideChange(message, alias?.id);
	if ('refused' in decision) return decision;

	const { id } = message!;
	await tx.db
		.updateTable('message')
		.set({ body: null, content_note: null, removed_at: tx.now, change: change! })
		.where('id', '=', id)
		.execute();
	await tx.db.deleteFrom('resonance').where('message_id', '=', id).execute();
	await tx.announce(messageRemoved({ circleId, messageId: id }));
	return { place };
}
