import { calendarText } from '#platform/ical/write-calendar.ts';
import { justOnce } from '#platform/recurrence/recurrence.ts';

/** A session, as a calendar keeps it. */
export interface Appointment {
	id: string;
	startsAt: Date;
	endsAt: Date;
	/** Grows with every move; the one that calls it off is the highest. */
	sequence: number;
	cancelled: boolean;
}

/**
 * A session for one’s own calendar: REQUEST puts it in or moves it, CANCEL strikes it out (RFC 5546, 3.2). It has a title
 * that says nothing, and nobody’s name.
 */
export const calendarOf = (
	title: string,
	{ id, cancelled, ...appointment }: Appointment,
	now: Date,
): string =>
	calendarText(cancelled ? 'CANCEL' : 'REQUEST', [
		{
			uid: id,
			sequence: appointment.sequence,
			stamp: now,
			when: justOnce('UTC', appointment.startsAt.toISOString().slice(0, 19), {
				days: 0,
				seconds: Math.round((appointment.endsAt.getTime() - appointment.startsAt.getTime()) / 1_000),
			}),
			status: cancelled ? 'cancelled' : 'confirmed',
			summary: title,
			description: '',
			location: '',
			url: '',
			categories: [],
			private: true,
		},
	]);
