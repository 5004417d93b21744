import { redirect } from '@sveltejs/kit';
import { LIMITS } from '#features/desk/care.ts';
import { carriedBy, mayAskDebrief, turnsOf } from '#features/desk/server/index.ts';
import { callForDebrief } from '#features/sessions/server/index.ts';
import { sayNo } from '#web/form.ts';
import { steward } from '../desk.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const me = steward(event);
	const { db, now } = event.locals;
	return {
		load: await carriedBy(db, me.id, now),
		limits: { ...LIMITS, pauseMinutes: LIMITS.pause / 60_000 },
		turns: await turnsOf(db, me.id),
		debrief: !(await mayAskDebrief(db, me.id, now)).refused,
	};
};

export const actions: Actions = {
	/** A coordinator, or a supporter on shift, comes: the same way as after a heavy session. */
	async debrief(event) {
		const me = steward(event);
		const asked = await event.locals.transact(async (tx) => {
			const ruling = await mayAskDebrief(tx.db, me.id, tx.now);
			return ruling.refused ? ruling : callForDebrief(tx, { ageBand: me.ageBand });
		});
		if ('refused' in asked && asked.refused) return sayNo({ refused: asked.refused });
		redirect(303, '/beside');
	},
};
