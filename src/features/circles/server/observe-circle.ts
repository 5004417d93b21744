import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CircleId } from '../circle.ts';
import { observingBegun, observingEnded } from '../events.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { beSomebody, isKeptOut, mayBeNew } from '#features/conversations/server/index.ts';
import { useInvitation } from './invitations.ts';
import { holdStill } from './standing.ts';

/** Sits in without a seat: reads along and never has to speak. */
export async function observeCircle(
	tx: Tx,
	circleId: CircleId,
	{ invitation }: { invitation?: string | undefined } = {},
) {
	const gathering = await holdStill(tx, circleId);
	const standing = await actorIn(tx, circleId);
	// An invitation is for one person, so whoever comes in by it uses it up. Elsewhere it is not needed.
	const invited =
		gathering?.circle.joining === 'by-invitation' &&
		!standing.observing &&
		invitation !== undefined &&
		(await useInvitation(tx, circleId, invitation));
	const ruling = may.observe({ ...standing, invited });
	if (ruling.refused) return ruling;
	if (await isKeptOut(tx.db, { id: circleId, personId: tx.actor }, tx.now)) return refuse('kept-out');
	const newHere = await mayBeNew(tx, circleId);
	if (newHere.refused) return newHere;

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
