import { error } from '@sveltejs/kit';
import { asCalendar } from '#features/directory/server/index.ts';
import { openly } from '#web/open.ts';
import type { RequestHandler } from './$types.js';

/** One listing, for a calendar to follow. */
export const GET: RequestHandler = async (event) => {
	const { locals, params, url } = event;
	if (!params.listing.includes('~')) error(404);
	const { text, count } = await asCalendar(locals.db, {
		origin: url.origin,
		now: locals.now,
		slug: params.listing,
	});
	if (count === 0) error(404);
	return openly(event, text, {
		'content-type': 'text/calendar; charset=utf-8',
		'content-disposition': 'inline; filename="appointment.ics"',
	});
};
