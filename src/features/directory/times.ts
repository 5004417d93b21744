import { readRecurrence } from '#platform/ical/recurrence-text.ts';
import { weekdays } from '#platform/recurrence/calendar-days.ts';
import { nextFrom } from '#platform/recurrence/occurrences.ts';
import { ruleOf } from '#platform/recurrence/pattern.ts';
import { nextOccurrence, type Schedule } from '#platform/recurrence/schedule.ts';
import { after } from '#platform/time.ts';
import type { Listing } from './listing.ts';

/** A day of the week as meeting lists count it: 0 is Sunday. */
export type Day = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const days = [0, 1, 2, 3, 4, 5, 6] as const satisfies readonly Day[];

/** What is known of when it meets. */
export type Known = 'day-and-time' | 'day' | 'time' | 'nothing';

export function knownOf({ days: some, time }: Pick<Listing, 'days' | 'time'>): Known {
	if (some.length > 0) return time ? 'day-and-time' : 'day';
	return time ? 'time' : 'nothing';
}

type When = Pick<Listing, 'days' | 'time' | 'minutes' | 'zone'>;

/** Lists say nothing of a first day; this Monday lies before all of them. */
const LONG_AGO = '1970-01-05';

/** When it meets, every week; undefined where the list leaves a part of that to be asked. */
export function scheduleOf({ days: some, time, minutes, zone }: When): Schedule | undefined {
	if (some.length === 0 || time === null || zone === null) return undefined;
	const rule = ruleOf({ every: 'weeks', n: 1, weekdays: some.map((day) => weekdays[(day + 6) % 7]!) });
	return { rule, since: LONG_AGO, at: time, minutes: minutes ?? 60, zone, except: [], also: [] };
}

/** The next time it begins, if that can be told from here. Other times than weeks count instead of them. */
export function nextMeeting(
	{ times = [], ...when }: When & Partial<Pick<Listing, 'times'>>,
	now: Date,
): Date | undefined {
	if (times.length > 0) return nextOf(times, when.zone, now);
	const schedule = scheduleOf(when);
	return schedule && nextOccurrence(schedule, now);
}

/** The earliest of what these come to after now. One that cannot be read says nothing. */
function nextOf(times: Listing['times'], zone: string | null, now: Date): Date | undefined {
	const starts = times.flatMap((text) => {
		const recurrence = readRecurrence(text, { zone: zone ?? 'UTC' });
		if ('refused' in recurrence) return [];
		return nextFrom(recurrence, after(now, 1))?.start ?? [];
	});
	return starts.sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Parts of the day as people plan by them; the night goes on past midnight. Hours are whole, the last one not included. */
export const partsOfDay = {
	morning: { from: 5, to: 12 },
	afternoon: { from: 12, to: 17 },
	evening: { from: 17, to: 22 },
	night: { from: 22, to: 5 },
} as const;

export type PartOfDay = keyof typeof partsOfDay;

/** Which part of the day an hour lies in. */
export const partOf = (hour: number): PartOfDay =>
	hour < 5 || hour >= 22 ? 'night' : hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
