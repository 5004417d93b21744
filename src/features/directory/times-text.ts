import { recurrenceText } from '#platform/ical/recurrence-text.ts';
import { recurrenceOf, type Schedule } from '#platform/recurrence/schedule.ts';

/** When something is, as `times` of a listing keep it: lines of RFC 5545. Undefined where it never is. */
export function timesText(schedule: Schedule): string | undefined {
	const recurrence = recurrenceOf(schedule);
	return recurrence && recurrenceText(recurrence);
}

/** How many minutes from one time of the clock to another; to the next day where that is not later. */
export function minutesFrom(at: string, until: string): number {
	const [from, to] = [at, until].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)));
	return to! > from! ? to! - from! : to! - from! + 24 * 60;
}
