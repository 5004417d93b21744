import { nextOccurrence, ruleOf, weekdays, type Recurrence } from '#platform/recurrence.ts';
import type { TypeCode } from './types.ts';

/** A day of the week as meeting lists count it: 0 is Sunday. */
export type Day = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const days = [0, 1, 2, 3, 4, 5, 6] as const satisfies readonly Day[];

/**
 * A meeting elsewhere, as somebody else's list tells it. Facts of the meeting only: no names, numbers or accounts of the
 * people who hold it. `null` means that the list does not say.
 */
export interface Meeting {
	/** Names it within its list, for as long as the list does. */
	slug: string;
	name: string;
	/** In order, each once. None: it meets by appointment, or the list forgot the day. */
	days: readonly Day[];
	/** Local time of the start, `19:00`. Null: to be asked. */
	time: string | null;
	minutes: number | null;
	/** IANA name. Null: the clocks are those of the place. */
	zone: string | null;
	types: readonly TypeCode[];
	group: string | null;
	/** What the place is called, and how to find one's way in. */
	place: string | null;
	placeNotes: string | null;
	/** One line to write on an envelope, or a neighbourhood when the list keeps the address to itself. */
	address: string | null;
	region: string | null;
	/** Whether one can go there; a place closed for now is not one. */
	inPerson: boolean;
	onlineUrl: string | null;
	onlineNotes: string | null;
	phone: string | null;
	phoneNotes: string | null;
	notes: string | null;
	website: string | null;
	/** When the list last changed it. */
	updated: Date | null;
}

/** How one can take part. */
export type Attendance = 'in-person' | 'online' | 'both' | 'to-be-asked';

export function attendanceOf({
	inPerson,
	onlineUrl,
	phone,
}: Pick<Meeting, 'inPerson' | 'onlineUrl' | 'phone'>): Attendance {
	const online = onlineUrl !== null || phone !== null;
	if (inPerson) return online ? 'both' : 'in-person';
	return online ? 'online' : 'to-be-asked';
}

/** What is known of when it meets. */
export type Known = 'day-and-time' | 'day' | 'time' | 'nothing';

export function knownOf({ days: some, time }: Pick<Meeting, 'days' | 'time'>): Known {
	if (some.length > 0) return time ? 'day-and-time' : 'day';
	return time ? 'time' : 'nothing';
}

type When = Pick<Meeting, 'days' | 'time' | 'minutes' | 'zone'>;

/** Lists say nothing of a first day; this Monday lies before all of them. */
const LONG_AGO = '1970-01-05';

/** When it meets, every week; undefined where the list leaves a part of that to be asked. */
export function recurrenceOf({ days: some, time, minutes, zone }: When): Recurrence | undefined {
	if (some.length === 0 || time === null || zone === null) return undefined;
	const rule = ruleOf({ every: 'weeks', n: 1, weekdays: some.map((day) => weekdays[(day + 6) % 7]!) });
	return { rule, since: LONG_AGO, at: time, minutes: minutes ?? 60, zone, except: [], also: [] };
}

/** The next time it begins, if that can be told from here. */
export function nextMeeting(when: When, now: Date): Date | undefined {
	const recurrence = recurrenceOf(when);
	return recurrence && nextOccurrence(recurrence, now);
}

/** Parts of the day as people plan by them; the night goes on past midnight. Hours are whole, the last one not included. */
export const partsOfDay = {
	morning: { from: 5, to: 12 },
	afternoon: { from: 12, to: 17 },
	evening: { from: 17, to: 22 },
	night: { from: 22, to: 5 },
} as const;

export type PartOfDay = keyof typeof partsOfDay;

/** How far the week has come on the clocks of a zone, in seconds since Sunday began. */
export function secondOfWeek(now: Date, zone: string): number {
	const { dayOfWeek, hour, minute, second } = Temporal.Instant.fromEpochMilliseconds(
		now.getTime(),
	).toZonedDateTimeISO(zone);
	return (dayOfWeek % 7) * 86_400 + hour * 3_600 + minute * 60 + second;
}
