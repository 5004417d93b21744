import { justOnce } from '#platform/recurrence/recurrence.ts';
import { calendarText } from '#platform/ical/write-calendar.ts';

/** One entry of a calendar feed. Nothing in it says what it is. */
export interface Appointment {
	/** Unique, and the same for as long as it is the same appointment. */
	uid: string;
	/** Grows with every change. */
	sequence: number;
	/** When it last changed. */
	stamp: Date;
	startsAt: Date;
	endsAt: Date;
	cancelled: boolean;
}

/**
 * The text of a calendar, in UTC throughout, so that every device tells it on its own clock. All entries have the one title,
 * and who made it is not named.
 */
export const calendarOf = (title: string, appointments: readonly Appointment[]): string =>
	calendarText(
		'PUBLISH',
		appointments.map(({ startsAt, endsAt, cancelled, ...named }) => ({
			...named,
			when: justOnce('UTC', startsAt.toISOString().slice(0, 19), {
				days: 0,
				seconds: Math.round((endsAt.getTime() - startsAt.getTime()) / 1_000),
			}),
			status: cancelled ? 'cancelled' : 'confirmed',
			summary: title,
			description: '',
			location: '',
			url: '',
			categories: [],
			private: true,
		})),
	);
