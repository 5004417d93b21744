import type { Tx } from '#platform/db.ts';
import { seal } from '#platform/seal.ts';
import type { CircleId } from '../circle.ts';
import { messageEdited } from '../events.ts';
import { decideChange } from '../message.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { aliasIn, keyOf } from './aliases.ts';
import { bodyOf, messageAt, nextChange, noteOf } from './conversation.ts';
import { keepPace } from './pace.ts';

/** Says it differently. That it was edited shows; what it said before is kept nowhere. */
export async function editMessage(
	tx: Tx,
	{
		circleId,
		place,
		body,
		contentNote,
	}: { circleId: CircleId; place: number; body: string; contentNote: string },
) {
	const pace = await keepPace(tx, 'say');
	if (pace.refused) return pace;
	const change = await nextChange(tx, circleId);
	const message = await messageAt(tx, circleId, place);
	const alias = await aliasIn(tx.db, circleId, tx.actor);

	const decision = decideChange(message, alias?.id);
	if ('refused' in decision) return decision;
	const ruling = may.speak(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;

	const { id } = message!;
	const key = await keyOf(tx, alias!.id);
	await tx.db
		.updateTable('message')
		.set({
			body: seal(key, body, bodyOf(id)),
			content_note: contentNote ? seal(key, contentNote, noteOf(id)) : null,
			edited_at: tx.now,
			change,
		})
		.where('id', '=', id)
		.execute();
	await tx.announce(messageEdited({ circleId, messageId: id }));
	return { place };
}
