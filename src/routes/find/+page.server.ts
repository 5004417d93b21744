import { error } from '@sveltejs/kit';
import { filtersIn, queryOf } from '#features/directory/forms.ts';
import { may } from '#features/directory/policy.ts';
import { choicesListed, find } from '#features/directory/server/index.ts';
import { roomsHeldNow } from '#features/rooms/server/index.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, viewer, now, zone, locale, discreet }, url }) => {
	if (may.browse().refused) error(404);
	const filters = filtersIn(url.searchParams);
	const [held, choices] = await Promise.all([roomsHeldNow(db, now), choicesListed(db)]);
	const found = await find(db, filters, { viewer, now, zone, locale, held });
	const { lines, count, more, all, pages, near, nowhere, understood } = found;
	return {
		filters,
		lines,
		count,
		more,
		all,
		pages,
		km: near?.km,
		nowhere,
		corrected: understood.corrected,
		asked: queryOf(filters) !== '',
		choices,
		mayKeep: viewer !== null && queryOf(filters) !== '',
		kept: url.searchParams.has('kept'),
		/** Whether the page says to programs where lists are; it would say to others what it is. */
		announced: !discreet,
	};
};
