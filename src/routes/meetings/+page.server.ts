import { error } from '@sveltejs/kit';
import { filtersIn, queryOf } from '#features/directory/forms.ts';
import { may } from '#features/directory/policy.ts';
import { listings, typesListed } from '#features/directory/server/index.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, now, zone }, url }) => {
	if (may.browse().refused) error(404);
	const filters = filtersIn(url.searchParams);
	const { lines, count, pages } = await listings(db, filters, { now, zone });
	return { filters, lines, count, pages, asked: queryOf(filters) !== '', types: await typesListed(db) };
};
