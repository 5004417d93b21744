import { error } from '@sveltejs/kit';
import { freshnessOf } from '#features/directory/freshness.ts';
import { may } from '#features/directory/policy.ts';
import { listingBySlug } from '#features/directory/server/index.ts';
import { shiftFor } from '#features/directory/shift.ts';
import { dayOf } from '#platform/time.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, viewer, now, zone }, params }) => {
	if (may.browse().refused) error(404);
	const listing = (await listingBySlug(db, params.listing, viewer, now)) ?? error(404);
	return {
		listing,
		today: dayOf(now),
		shift: shiftFor(listing, { zone, now }),
		freshness: freshnessOf({ ours: false, ...listing }, now),
	};
};
