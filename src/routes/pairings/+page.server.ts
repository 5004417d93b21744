import { redirect } from '@sveltejs/kit';
import { BendForm } from '#features/asking/forms.ts';
import { bendsIn } from '#features/asking/fit.ts';
import { fitOf, leaveLine, letBend, waitingFor } from '#features/asking/server/index.ts';
import { nextRoundAfter } from '#features/asking/ask.ts';
import { pairingsOf } from '#features/pairings/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const { db, vault, now } = locals;
	const waiting = await waitingFor(db, me.id, now);
	const fit = waiting?.mayBend ? await fitOf(db, vault, me.id) : undefined;
	return {
		waiting,
		bends: fit ? bendsIn(fit) : [],
		nextRound: nextRoundAfter(now),
		pairings: await pairingsOf(db, me.id, now),
	};
};

export const actions: Actions = {
	async leave(event) {
		signedIn(event);
		const left = await event.locals.transact(leaveLine);
		if ('refused' in left) return sayNo(left);
		redirect(303, '/pairings');
	},

	async bend(event) {
		signedIn(event);
		const form = await readForm(event.request, BendForm);
		if (!form.ok) return form.again;
		const done = await event.locals.transact((tx) => letBend(tx, form.data));
		if ('refused' in done) return sayNo(done, form.values);
		redirect(303, '/pairings');
	},
};
