import { error } from '@sveltejs/kit';
import { calendarOf } from '#features/rota/calendar.ts';
import { calendarBehind } from '#features/rota/server/calendar-link.ts';
import { sayIn } from '../../../../words.ts';
import type { RequestHandler } from './$types.js';

/** One’s own shifts, for a calendar to follow. Whoever holds the link may read it; it says only that one is busy. */
export const GET: RequestHandler = async ({ locals: { db, now }, params }) => {
	const { locale, appointments } = (await calendarBehind(db, params.token, now)) ?? error(404);
	return new Response(calendarOf(sayIn(locale, 'UTC')('rota.calendar.appointment'), appointments), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="calendar.ics"',
		},
	});
};
