import { error } from '@sveltejs/kit';
import { may } from '#features/directory/policy.ts';
import { listingBySlug } from '#features/directory/server/index.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, now }, params }) => {
	if (may.browse().refused) error(404);
	return { listing: (await listingBySlug(db, params.listing, now)) ?? error(404) };
};
