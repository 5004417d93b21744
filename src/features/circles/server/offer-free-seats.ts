import { z } from 'zod';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import { after, hours } from '#platform/time.ts';
import { decideOffers, type CircleId } from '../circle.ts';
import { seatOffered } from '../events.ts';
import { holdStill } from './standing.ts';

/** How long a person has to answer before the seat goes to the next. Long enough to sleep over it. */
export const TIME_TO_ANSWER = hours(24);

/** Offers whatever seats are free to whoever has waited longest. Safe at any moment, and twice. */
export async function offerSeats(tx: Tx, circleId: CircleId) {
	const gathering = await holdStill(tx, circleId);
	if (!gathering) return;

	for (const personId of decideOffers(gathering)) {
		await tx.db
			.updateTable('wait')
			.set({ state: 'offered', offered_until: after(tx.now, TIME_TO_ANSWER) })
			.where('circle_id', '=', circleId)
			.where('person_id', '=', personId)
			.execute();
		await tx.announce(seatOffered({ circleId, personId }));
	}
}

/** A reaction to every fact that may free a seat. */
export const offerFreeSeats = job(
	'circles.offer-free-seats',
	z.object({ circleId: z.uuid().transform((id) => id as CircleId) }),
	(tx, { circleId }) => offerSeats(tx, circleId),
);
