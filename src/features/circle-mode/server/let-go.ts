import { sql } from 'kysely';
import { z } from 'zod';
import { job } from '#platform/job.ts';
import { after, hours } from '#platform/time.ts';
import { end } from '../guiding.ts';
import { settle } from '../presence.ts';
import { goingOn, holdMeeting, keep } from './going-on.ts';

/** Without a sign from anybody for this long a meeting is over, or a lobby was never opened. */
const DESERTED_AFTER = hours(2);

/** How long people may still say how it was, and the private line can still be read. */
const KEPT_FOR = hours(24);

/** Ends meetings that everybody has left without ending them. Safe at any moment, and twice. */
export const endDeserted = job(
	'circle-mode.end-deserted',
	z.object({}),
	async (tx) => {
		const circles = await tx.db
			.selectFrom('sitting')
			.select('circle_id')
			.where('ended_at', 'is', null)
			.orderBy('circle_id')
			.execute();
		for (const { circle_id: circleId } of circles) {
			const looked = await goingOn(tx.db, circleId);
			if (!looked || !isDeserted(looked.state.people, tx.now)) continue;
			const going = await holdMeeting(tx, circleId);
			if (!going || !isDeserted(going.state.people, tx.now)) continue;
			const state = settle(going.state, tx.now);
			end(state);
			await keep(tx, going, state);
		}
	},
	{ every: '*/10 * * * *' },
);

const isDeserted = (people: readonly { sign: number }[], now: Date) =>
	people.every(({ sign }) => sign < now.getTime() - DESERTED_AFTER);

/** A day after a meeting nothing is left of it but the day and how many came. */
export const forgetEnded = job(
	'circle-mode.forget-ended',
	z.object({}),
	async (tx) => {
		const past = after(tx.now, -KEPT_FOR);
		await tx.db
			.deleteFrom('aside_line')
			.where('sitting_id', 'in', tx.db.selectFrom('sitting').select('id').where('ended_at', '<', past))
			.execute();
		await tx.db
			.updateTable('sitting')
			.set({ state: sql`null` })
			.where('ended_at', '<', past)
			.where('state', 'is not', null)
			.execute();
	},
	{ every: '20 * * * *' },
);
