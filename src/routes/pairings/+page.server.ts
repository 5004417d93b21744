import { redirect } from '@sveltejs/kit';
import { leaveLine, pairingsOf, waitingFor } from '#features/pairings/server/index.ts';
import { sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const { db, now } = locals;
	return {
		waiting: await waitingFor(db, me.id, now),
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
};
