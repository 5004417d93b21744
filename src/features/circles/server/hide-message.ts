import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CircleId } from '../circle.ts';
import { messageHidden, messageShown } from '../events.ts';
import type { HidingReason } from '../message.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { messageAt, nextChange } from './conversation.ts';

/** Hides a message from everyone but its author and the hosts. The author reads the reason. */
export async function hideMessage(
	tx: Tx,
	{ circleId, place, because }: { circleId: CircleId; place: number; because: HidingReason },
) {
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	const change = await nextChange(tx, circleId);
	const message = await messageAt(tx, circleId, place);
	if (message?.state !== 'said') return refuse('no-such-message');

	await tx.db
		.updateTable('message')
		.set({ hidden_at: tx.now, hidden_because: because, change })
		.where('id', '=', message.id)
		.execute();
	await tx.announce(messageHidden({ circleId, messageId: message.id, because }));
	return { place };
}

/** Shows a hidden message again: a host thought better of it. */
export async function showMessage(tx: Tx, { circleId, place }: { circleId: CircleId; place: number }) {
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	const change = await nextChange(tx, circleId);
	const message = await messageAt(tx, circleId, place);
	if (message?.state !== 'hidden') return refuse('no-such-message');

	await tx.db
		.updateTable('message')
		.set({ hidden_at: null, hidden_because: null, change })
		.where('id', '=', message.id)
		.execute();
	await tx.announce(messageShown({ circleId, messageId: message.id }));
	return { place };
}
