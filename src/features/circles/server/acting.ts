import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { standingIn } from './standing.ts';

/** The standing of whoever acts, as an operation’s rules need it. */
export async function actorIn(tx: Tx, circleId: CircleId) {
	return standingIn(tx.db, circleId, (await viewerById(tx.db, tx.actor)) ?? null, tx.now);
}
