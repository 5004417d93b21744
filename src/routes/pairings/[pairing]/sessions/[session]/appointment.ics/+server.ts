import { error } from '@sveltejs/kit';
import { calendarOf } from '#features/pairings/calendar.ts';
import { appointmentOf } from '#features/pairings/server/index.ts';
import { pairingAt } from '../../../pairing.ts';
import type { RequestHandler } from './$types.js';

/** A session for one’s own calendar. It says only that one is busy. */
export const GET: RequestHandler = async (event) => {
	const { pairing } = await pairingAt(event);
	const { db, now, say } = event.locals;
	const appointment = (await appointmentOf(db, pairing.id, event.params.session)) ?? error(404);
	return new Response(calendarOf(say('pairings.session.appointment'), appointment, now), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="appointment.ics"',
		},
	});
};
