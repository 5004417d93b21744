import type { Id } from '#platform/ids.ts';
import { isZone, after, days } from '#platform/time.ts';
import { weekdays } from '#platform/recurrence/calendar-days.ts';
import { patternOf, ruleOf, type Nth, type Pattern } from '#platform/recurrence/pattern.ts';
import { occurrences, type Schedule } from '#platform/recurrence/schedule.ts';
import { refuse, type Refused } from '#platform/ruling.ts';

export type MeetingId = Id<'meeting'>;
export type ScheduleId = Id<'schedule'>;

/** Meetings are written down this far ahead, so that each can be called off and reminded of. */
export const WEEKS_AHEAD = 8;

/** Those who are seated are reminded this many minutes before. */
export const REMIND_BEFORE = 60;

/** The door to a meeting’s lobby opens this many minutes before. */
export const DOOR_OPENS_BEFORE = 30;

/** When a circle meets, as a host says it. */
export type Calling = Pick<Schedule, 'rule' | 'since' | 'at' | 'minutes' | 'zone'>;

/** Meetings as the form asks about them. They fall on the weekday of their first day. */
export interface CallingForm {
	every: 'once' | 'weeks' | 'month';
	since: string;
	at: string;
	minutes: number;
	zone: string;
	n: number;
	nth: string;
}

export function callingOf({ every, since, at, minutes, zone, n, nth }: CallingForm): Calling {
	const weekday = weekdays[(new Date(`${since}T00:00Z`).getUTCDay() + 6) % 7]!;
	const patterns: Record<CallingForm['every'], Pattern> = {
		once: { every: 'once', on: since },
		weeks: { every: 'weeks', n, weekdays: [weekday] },
		month: { every: 'month', nth: Number(nth) as Nth, weekday },
	};
	return { rule: ruleOf(patterns[every]), since, at, minutes, zone };
}

export type CannotCall = 'no-such-zone' | 'no-such-rule' | 'never-comes';

/** Refuses a rule that nobody could keep: one that names no day, or none that is still to come. */
export function decideCall(calling: Calling, now: Date): { called: true } | Refused<CannotCall> {
	if (!isZone(calling.zone)) return refuse('no-such-zone');
	if (!patternOf(calling.rule)) return refuse('no-such-rule');
	const next = occurrences({ ...calling, except: [], also: [] }, { after: now, limit: 1 });
	return next.length > 0 ? { called: true } : refuse('never-comes');
}

/** The starts that should be written down by now: all of the next weeks, and the very next one however far. */
export function startsToWrite(schedule: Schedule, now: Date): Date[] {
	const horizon = after(now, days(7 * WEEKS_AHEAD));
	const starts = occurrences(schedule, { after: now, limit: 7 * WEEKS_AHEAD });
	return starts.filter((start, index) => index === 0 || start <= horizon);
}
