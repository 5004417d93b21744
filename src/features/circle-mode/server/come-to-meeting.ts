import type { CircleId } from '#features/circles/circle.ts';
import { meetingNear } from '#features/circles/server/index.ts';
import { beSomebody } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { dayOf } from '#platform/time.ts';
import { decide } from '../decide.ts';
import { may } from '../policy.ts';
import { newSitting, type SittingId, type Way } from '../sitting.ts';
import { asJson, goingOn, holdMeeting, keep, standingOfActor, whoIs } from './going-on.ts';
import { planOf, scriptForTonight } from './plan.ts';

export interface Coming {
	circleId: CircleId;
	way: Way;
	/** Says that nobody can overhear them. */
	private: boolean;
	/** Would carry on if no host were here. */
	wishes: boolean;
}

/**
 * Comes to a meeting: to its lobby, or straight in where the door is open. The lobby is there from half an hour before a
 * meeting that was called, and whenever a host wants one. Coming first gives nobody anything.
 */
export async function comeToMeeting(tx: Tx, { circleId, way, ...told }: Coming) {
	const already = await holdMeeting(tx, circleId);
	const standing = await standingOfActor(tx, circleId, already);
	const ruling = may.come(standing);
	if (ruling.refused) return ruling;
	const going = already ?? (await openLobby(tx, circleId, { host: standing.seat?.role === 'host' }));
	if (!going) return refuse('no-meeting');
	await beSomebody(tx, circleId);
	const who = await whoIs(tx.db, circleId, standing);

	// Whoever has been asked to listen for a while listens here as well.
	const pausing = standing.seat?.quietUntil && standing.seat.quietUntil > tx.now;
	const knock = { do: 'knock', way: pausing ? 'listening' : way, ...told } as const;
	return keep(tx, going, decide(going.state, knock, who!, tx.now));
}

async function openLobby(tx: Tx, circleId: CircleId, { host }: { host: boolean }) {
	const meeting = await meetingNear(tx.db, circleId, tx.now);
	if (!meeting && !host) return undefined;
	const { script, settings } = await planOf(tx.db, circleId);
	const tonight = await scriptForTonight(tx.db, circleId, script);
	const id: SittingId = tx.newId();
	await tx.db
		.insertInto('sitting')
		.values({
			id,
			circle_id: circleId,
			meeting_id: meeting?.id ?? null,
			state: asJson(newSitting(tonight, settings, tx.now)),
			begun_on: dayOf(tx.now),
			ended_at: null,
			attended: null,
			version: 1,
		})
		.execute();
	await tx.nudge(`circle:${circleId}`);
	return goingOn(tx.db, circleId);
}
