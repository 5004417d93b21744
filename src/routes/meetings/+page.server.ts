import { filtersIn, queryOf } from '#features/directory/forms.ts';
import { listings, typesListed } from '#features/directory/server/index.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, now, zone }, url }) => {
	const filters = filtersIn(url.searchParams);
	const { lines, count, pages } = await listings(db, filters, { now, zone });
	const query = queryOf(filters);
	return { filters, lines, count, pages, asked: query !== '', types: await typesListed(db) };
};
