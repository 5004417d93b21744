import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { after, hours as lasting } from '#platform/time.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import type { CircleId } from '../circle.ts';
import { askedToPause } from '../events.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { personBehind } from '#features/conversations/server/index.ts';

/** Asks somebody to listen for a while. They keep their seat, and read until when. A host cannot be asked. */
export async function askToPause(
	tx: Tx,
	{ circleId, alias, hours }: { circleId: CircleId; alias: AliasId; hours: number },
) {
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	const personId = await personBehind(tx, circleId, alias);
	if (!personId) return refuse('not-seated');

	const asked = await tx.db
		.updateTable('seat')
		.set({ quiet_until: after(tx.now, lasting(hours)) })
		.where('circle_id', '=', circleId)
		.where('person_id', '=', personId)
		.where('role', '=', 'member')
		.executeTakeFirst();
	if (asked.numUpdatedRows === 0n) return refuse('not-seated');
	await tx.announce(askedToPause({ circleId, personId }));
	return { hours };
}
