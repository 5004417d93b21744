import { z } from 'zod';
import { job } from '#platform/job.ts';
import { seatOfferEnded } from '../events.ts';
import { offerSeats } from './offer-free-seats.ts';
import { holdStill } from './standing.ts';

/** Takes back offers that nobody answered in time, and offers those seats to the next. */
export const lapseOffers = job(
	'circles.lapse-offers',
	z.object({}),
	async (tx) => {
		const due = await tx.db
			.selectFrom('wait')
			.select('circle_id')
			.distinct()
			.where('state', '=', 'offered')
			.where('offered_until', '<=', tx.now)
			.orderBy('circle_id')
			.execute();
		for (const { circle_id: circleId } of due) {
			// Before anything of it is changed, so that nobody answers while their offer lapses.
			await holdStill(tx, circleId);
			const lapsed = await tx.db
				.deleteFrom('wait')
				.where('circle_id', '=', circleId)
				.where('state', '=', 'offered')
				.where('offered_until', '<=', tx.now)
				.returning('person_id')
				.execute();
			for (const { person_id: personId } of lapsed) await tx.announce(seatOfferEnded({ circleId, personId }));
			await offerSeats(tx, circleId);
		}
	},
	{ every: '* * * * *' },
);
