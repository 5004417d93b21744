import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import type { CircleId } from '../circle.ts';
import { seatDeclined } from '../events.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { personBehind } from '#features/conversations/server/index.ts';
import { offerSeats } from './offer-free-seats.ts';
import { holdStill } from './standing.ts';

/** A host answers somebody who asked for a seat: yes puts them in the line, where a free seat is offered at once. */
export async function answerRequest(
	tx: Tx,
	{ circleId, waiter, answer }: { circleId: CircleId; waiter: AliasId; answer: 'yes' | 'no' },
) {
	await holdStill(tx, circleId);
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	const personId = await personBehind(tx, circleId, waiter);
	if (!personId) return refuse('not-waiting');

	if (answer === 'no') {
		const declined = await tx.db
			.deleteFrom('wait')
			.where('circle_id', '=', circleId)
			.where('person_id', '=', personId)
			.where('state', '=', 'asked')
			.executeTakeFirst();
		if (declined.numDeletedRows === 0n) return refuse('not-waiting');
		await tx.announce(seatDeclined({ circleId, personId }));
		return { answered: answer };
	}

	const agreed = await tx.db
		.updateTable('wait')
		.set({ state: 'waiting' })
		.where('circle_id', '=', circleId)
		.where('person_id', '=', personId)
		.where('state', '=', 'asked')
		.executeTakeFirst();
	if (agreed.numUpdatedRows === 0n) return refuse('not-waiting');
	await offerSeats(tx, circleId);
	return { answered: answer };
}
