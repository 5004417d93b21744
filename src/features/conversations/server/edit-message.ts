import { hear } from '#features/attention/hear.ts';
import { dealCard, readBeforeDelivery } from '#features/attention/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse, type Ruling } from '#platform/ruling.ts';
import { seal } from '#platform/seal.ts';
import type { ConversationId } from '../conversation.ts';
import { messageEdited } from '../events.ts';
import { decideChange } from '../message.ts';
import { aliasIn, keyOf } from './aliases.ts';
import { frankColumns, frankKey } from './frank.ts';
import { bodyOf, messageAt, nextChange, noteOf } from './numbering.ts';
import { keepPace } from './pace.ts';

export interface Editing {
	place: number;
	body: string;
	contentNote: string;
	/** As for what is said. */
	sure?: boolean | undefined;
}

/** Says it differently. That it was edited shows; what it said before is kept nowhere. */
export async function editMessage<Reason extends string>(
	tx: Tx,
	conversationId: ConversationId,
	{ place, body, contentNote, sure }: Editing,
	maySpeak: () => Promise<Ruling<Reason>>,
) {
	const pace = await keepPace(tx, 'say');
	if (pace.refused) return pace;
	const heard = hear(contentNote ? `${contentNote}\n${body}` : body);
	const [becomes] = await readBeforeDelivery(tx, [{ authorId: tx.actor, heard, sure }]);
	const { change, topic } = await nextChange(tx, conversationId);
	const message = await messageAt(tx, conversationId, place);
	const alias = await aliasIn(tx.db, conversationId, tx.actor);

	const decision = decideChange(message, alias?.id);
	if ('refused' in decision) return decision;
	const ruling = await maySpeak();
	if (ruling.refused) return refuse(ruling.refused);
	if (typeof becomes === 'object') return becomes;
	// What was said already is not taken back for it; what is new in it can be said by itself, and is read then.
	if (becomes === 'hold') return refuse('say-it-anew');

	const { id } = message!;
	const key = await keyOf(tx, alias!.id);
	const said = { conversationId, messageId: id, aliasId: alias!.id, at: tx.now, body, contentNote };
	await tx.db
		.updateTable('message')
		.set({
			body: seal(key, body, bodyOf(id)),
			content_note: contentNote ? seal(key, contentNote, noteOf(id)) : null,
			...frankColumns(await frankKey(tx), key, said),
			edited_at: tx.now,
			change,
		})
		.where('id', '=', id)
		.execute();
	await tx.announce(messageEdited({ topic, messageId: id }));
	const kind = heard.card;
	const card = kind && (await dealCard(tx, { authorId: tx.actor, aliasId: alias!.id, messageId: id, kind }));
	return { place, card };
}
