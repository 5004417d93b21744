import { z } from 'zod';
import type { CircleId } from '#features/circles/circle.ts';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import { end } from '../guiding.ts';
import { settle } from '../presence.ts';
import { holdMeeting, keep } from './going-on.ts';

/** Ends whatever meeting is going on, lobby included, without anybody having pressed anything. */
export async function endMeeting(tx: Tx, circleId: CircleId) {
	const going = await holdMeeting(tx, circleId);
	if (!going) return;
	const state = settle(going.state, tx.now);
	end(state);
	await keep(tx, going, state);
}

/** A circle that rests or closes has no meeting: everybody at it comes to what follows one, and the floor is free again. */
export const endAtRest = job(
	'circle-mode.end-at-rest',
	z.object({ circleId: z.uuid().transform((id) => id as CircleId) }),
	async (tx, { circleId }) => {
		const circle = await tx.db
			.selectFrom('circle')
			.select('state')
			.where('id', '=', circleId)
			.executeTakeFirst();
		// A host may have resumed it before this was done.
		if (circle && circle.state !== 'gathering') await endMeeting(tx, circleId);
	},
);
