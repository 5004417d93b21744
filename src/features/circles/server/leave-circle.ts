import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { decideLeave, type CircleId } from '../circle.ts';
import { seatLeft } from '../events.ts';
import { restWithoutHost } from './hand-over-hosting.ts';
import { holdStill } from './standing.ts';

/** Gives up one’s seat, without explaining. What was said stays; the next in line is offered the seat. */
export async function leaveCircle(tx: Tx, circleId: CircleId) {
	const gathering = await holdStill(tx, circleId);

	const decision = gathering ? decideLeave(gathering, tx.actor) : refuse('not-seated');
	if ('refused' in decision) return decision;

	await tx.db
		.deleteFrom('seat')
		.where('circle_id', '=', circleId)
		.where('person_id', '=', tx.actor)
		.execute();
	await restWithoutHost(tx, circleId);
	await tx.announce(seatLeft({ circleId, personId: tx.actor }));
	return decision;
}
