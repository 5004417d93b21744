import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CircleId } from '../circle.ts';
import type { Resonance } from '../message.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { aliasIn } from './aliases.ts';
import { messageAt, nextChange } from './conversation.ts';
import { keepPace } from './pace.ts';

/** Answers quietly, or takes a quiet answer back. It is no fact worth keeping, so nothing is recorded but itself. */
export async function resonate(
	tx: Tx,
	{ circleId, place, kind }: { circleId: CircleId; place: number; kind: Resonance },
) {
	const pace = await keepPace(tx, 'resonate');
	if (pace.refused) return pace;
	const ruling = may.resonate(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	const change = await nextChange(tx, circleId);
	const message = await messageAt(tx, circleId, place);
	if (message?.state !== 'said') return refuse('no-such-message');
	const alias = await aliasIn(tx.db, circleId, tx.actor);
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
	await tx.nudge(`circle:${circleId}`);
	return { place };
}
