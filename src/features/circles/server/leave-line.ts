import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CircleId } from '../circle.ts';
import { seatOfferEnded } from '../events.ts';
import { holdStill } from './standing.ts';

/** Stops waiting, or says no to an offered seat. The next in line is offered it. */
export async function leaveLine(tx: Tx, circleId: CircleId) {
	await holdStill(tx, circleId);

	const gone = await tx.db
		.deleteFrom('wait')
		.where('circle_id', '=', circleId)
		.where('person_id', '=', tx.actor)
		.executeTakeFirst();
	if (gone.numDeletedRows === 0n) return refuse('not-waiting');

	await tx.announce(seatOfferEnded({ circleId, personId: tx.actor }));
	return { left: true };
}
