import { keptListing } from '#features/directory/server/index.ts';
import { confirmByLink, listingOfLink } from '#features/keeping/server/confirm.ts';
import { dayOf } from '#platform/time.ts';
import { sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Looking at it changes nothing: programs that look at links in messages confirm nothing. */
export const load: PageServerLoad = async ({ locals: { db, now }, params }) => {
	const found = await listingOfLink(db, params.token, now);
	const kept = found && (await keptListing(db, found.bodyId, found.slug));
	return {
		today: dayOf(now),
		listing: kept && { ...kept.says, body: found.body, bodyName: found.bodyName },
	};
};

export const actions: Actions = {
	async default({ locals, params }) {
		const confirmed = await locals.transact((tx) => confirmByLink(tx, params.token));
		return 'refused' in confirmed ? sayNo(confirmed) : { confirmed: true };
	},
};
