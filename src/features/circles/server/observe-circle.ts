import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { observingBegun, observingEnded } from '../events.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { beSomebody } from './aliases.ts';
import { holdStill } from './standing.ts';

/** Sits in without a seat: reads along and never has to speak. */
export async function observeCircle(tx: Tx, circleId: CircleId, invited = false) {
	await holdStill(tx, circleId);
	const ruling = may.observe({ ...(await actorIn(tx, circleId)), invited });
	if (ruling.refused) return ruling;

	await beSomebody(tx, circleId);
	const begun = await tx.db
		.insertInto('observer')
		.values({ circle_id: circleId, person_id: tx.actor, since: tx.now })
		.onConflict((already) => already.doNothing())
		.executeTakeFirstOrThrow();
	if (begun.numInsertedOrUpdatedRows) await tx.announce(observingBegun({ circleId, personId: tx.actor }));
	return { observing: true };
}

export async function stopObserving(tx: Tx, circleId: CircleId) {
	const ended = await tx.db
		.deleteFrom('observer')
		.where('circle_id', '=', circleId)
		.where('person_id', '=', tx.actor)
		.executeTakeFirst();
	if (ended.numDeletedRows > 0n) await tx.announce(observingEnded({ circleId, personId: tx.actor }));
	return { observing: false };
}
