import { filtersIn, queryOf } from '#features/directory/forms.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ url }) => {
	const filters = filtersIn(url.searchParams);
	return { filters, rest: queryOf(filters, { near: '', at: undefined }) };
};
