import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { freeSeats, type Circle, type CircleDetails, type CircleId } from '../circle.ts';
import { agreementsChanged, circleClosed, circleRested, circleResumed, detailsChanged } from '../events.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { columnsOf } from './open-circle.ts';
import { holdStill } from './standing.ts';

/** Changes what is said about a circle, but not whom it is for by age. New agreements are shown to everyone before their next word. */
export async function changeDetails(
	tx: Tx,
	{ circleId, ...details }: CircleDetails & { circleId: CircleId },
) {
	const gathering = await holdStill(tx, circleId);
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	const { circle, seats } = gathering!;
	if (details.capacity < seats.length) return refuse('more-are-seated');
	if (details.ageBand !== circle.ageBand) return refuse('band-is-set');

	const { agreements } = await tx.db
		.selectFrom('circle')
		.select('agreements')
		.where('id', '=', circleId)
		.executeTakeFirstOrThrow();
	const version = circle.agreementsVersion + (agreements === details.agreements ? 0 : 1);
	await tx.db
		.updateTable('circle')
		.set({ ...columnsOf(details), agreements_version: version })
		.where('id', '=', circleId)
		.execute();
	if (version > circle.agreementsVersion) await tx.announce(agreementsChanged({ circleId, version }));
	await tx.announce(detailsChanged({ circleId }));
	return { seatsFree: freeSeats({ ...gathering!, circle: { ...circle, capacity: details.capacity } }) };
}

/** Rests a circle, resumes it, or closes it for good. */
export async function changeState(
	tx: Tx,
	{ circleId, state }: { circleId: CircleId; state: Circle['state'] },
) {
	const gathering = await holdStill(tx, circleId);
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	if (gathering!.circle.state === 'closed') return refuse('circle-closed');

	await tx.db.updateTable('circle').set({ state }).where('id', '=', circleId).execute();
	if (state === 'closed') await tx.db.deleteFrom('wait').where('circle_id', '=', circleId).execute();
	await tx.announce(
		{ gathering: circleResumed, resting: circleRested, closed: circleClosed }[state]({ circleId }),
	);
	return { state };
}
