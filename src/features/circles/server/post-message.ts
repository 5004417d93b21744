import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { seal } from '#platform/seal.ts';
import type { AliasId, CircleId } from '../circle.ts';
import { messagePosted } from '../events.ts';
import type { MessageId } from '../message.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { aliasIn, keyOf } from './aliases.ts';
import { bodyOf, nextPlace, noteOf } from './conversation.ts';
import { keepPace } from './pace.ts';

export interface Saying {
	circleId: CircleId;
	body: string;
	contentNote: string;
	replyTo: number | undefined;
	clientId: string;
}

/** Says something in a circle. Sent again with the same client id, it is the same message, not another. */
export async function postMessage(tx: Tx, { circleId, body, contentNote, replyTo, clientId }: Saying) {
	const pace = await keepPace(tx, 'say');
	if (pace.refused) return pace;
	// Two sends of one message wait for each other here, so the second finds the first.
	await tx.db.selectFrom('circle').select('id').where('id', '=', circleId).forUpdate().execute();
	const alias = await aliasIn(tx.db, circleId, tx.actor);
	const already = alias && (await sentBefore(tx, alias.id, clientId));
	if (already) return already;
	const ruling = may.speak(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;

	const id: MessageId = tx.newId();
	const key = await keyOf(tx, alias!.id);
	const { place, change } = await nextPlace(tx, circleId);
	if (replyTo !== undefined && replyTo >= place) return refuse('no-such-message');
	await tx.db
		.insertInto('message')
		.values({
			id,
			circle_id: circleId,
			place,
			change,
			alias_id: alias!.id,
			client_id: clientId,
			body: seal(key, body, bodyOf(id)),
			content_note: contentNote ? seal(key, contentNote, noteOf(id)) : null,
			reply_to: replyTo ?? null,
			posted_at: tx.now,
			edited_at: null,
			removed_at: null,
			hidden_at: null,
			hidden_because: null,
		})
		.execute();
	await tx.announce(messagePosted({ circleId, messageId: id }));
	return { id, place };
}

const sentBefore = (tx: Tx, aliasId: AliasId, clientId: string) =>
	tx.db
		.selectFrom('message')
		.select(['id', 'place'])
		.where('alias_id', '=', aliasId)
		.where('client_id', '=', clientId)
		.executeTakeFirst();
