import { error } from '@sveltejs/kit';
import { listingBySlug } from '#features/directory/server/index.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, now }, params }) => ({
	listing: (await listingBySlug(db, params.listing, now)) ?? error(404),
});
