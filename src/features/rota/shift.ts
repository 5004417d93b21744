import { weekdays, type Weekday } from '#platform/recurrence/calendar-days.ts';
import { patternOf, ruleOf, type Nth } from '#platform/recurrence/pattern.ts';
import { occurrences, type Schedule } from '#platform/recurrence/schedule.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { after, days, isZone } from '#platform/time.ts';
import type { RotaDetails } from './rota.ts';

/** Shifts are written down this far ahead, so that people can sign up for each. */
export const WEEKS_AHEAD = 8;

/** Gaps are told this far ahead. */
export const FORECAST = days(14);

/** Shifts that come again: a rule, and local times on the clocks of the rota’s zone. */
export interface ShiftPattern extends Pick<Schedule, 'rule' | 'since' | 'at'> {
	/** Local time of the end; on the next day where it is not after the start. */
	until: string;
	/** How many people are expected; null where nobody knows. */
	expected: number | null;
}

/** A pattern as the form asks about it. Without a weekday, and for once a month, it is that of the first day. */
export interface PatternForm extends Omit<ShiftPattern, 'rule'> {
	every: 'weeks' | 'month';
	n: number;
	weekdays: readonly Weekday[];
	nth: string;
}

export function patternFrom({ every, n, weekdays: ticked, nth, ...pattern }: PatternForm): ShiftPattern {
	const weekday = weekdays[(new Date(`${pattern.since}T00:00Z`).getUTCDay() + 6) % 7]!;
	const rule =
		every === 'weeks'
			? ruleOf({ every, n, weekdays: ticked.length > 0 ? ticked : [weekday] })
			: ruleOf({ every, nth: Number(nth) as Nth, weekday });
	return { ...pattern, rule };
}

export type CannotRepeat = 'no-such-zone' | 'no-such-rule' | 'never-comes';

/** Refuses a pattern that nobody could keep: one that names no day, or none that is still to come. */
export function decidePattern(
	pattern: ShiftPattern,
	zone: string,
	now: Date,
): { kept: true } | Refused<CannotRepeat> {
	if (!isZone(zone)) return refuse('no-such-zone');
	if (!patternOf(pattern.rule)) return refuse('no-such-rule');
	return timesOf(pattern, zone, { now, limit: 1 }).length > 0 ? { kept: true } : refuse('never-comes');
}

/** The shifts that should be written down by now: all of the next weeks, and the very next one however far. */
export function timesToWrite(pattern: ShiftPattern, zone: string, now: Date) {
	const horizon = after(now, days(7 * WEEKS_AHEAD));
	const times = timesOf(pattern, zone, { now, limit: 7 * WEEKS_AHEAD });
	return times.filter(({ startsAt }, index) => index === 0 || startsAt <= horizon);
}

function timesOf(pattern: ShiftPattern, zone: string, { now, limit }: { now: Date; limit: number }) {
	const schedule = { ...pattern, zone, minutes: 0, except: [], also: [] };
	return occurrences(schedule, { after: now, limit }).flatMap((startsAt) => {
		const endsAt = endOf(startsAt, pattern, zone);
		return endsAt ? [{ startsAt, endsAt }] : [];
	});
}

/**
 * When a shift that began then ends: the wall clock counts, so a night is an hour shorter or longer when the clocks
 * change. Undefined where they skip all of it.
 */
export function endOf(
	startsAt: Date,
	{ at, until }: Pick<ShiftPattern, 'at' | 'until'>,
	zone: string,
): Date | undefined {
	const [from, to] = [at.slice(0, 5), until.slice(0, 5)];
	const day = localDay(startsAt, zone);
	const endsAt = onTheWall(to > from ? day : day.add({ days: 1 }), to, zone);
	return endsAt > startsAt ? endsAt : undefined;
}

/** Whether any of it lies in the night, on the clocks of its zone. */
export function isNight(
	{ startsAt, endsAt }: { startsAt: Date; endsAt: Date },
	{ zone, nightFrom, nightUntil }: Pick<RotaDetails, 'zone' | 'nightFrom' | 'nightUntil'>,
): boolean {
	const [from, until] = [nightFrom.slice(0, 5), nightUntil.slice(0, 5)];
	if (from === until) return false;
	const last = localDay(endsAt, zone);
	for (
		let day = localDay(startsAt, zone).subtract({ days: 1 });
		Temporal.PlainDate.compare(day, last) <= 0;
		day = day.add({ days: 1 })
	) {
		const begins = onTheWall(day, from, zone);
		const ends = onTheWall(until > from ? day : day.add({ days: 1 }), until, zone);
		if (startsAt < ends && begins < endsAt) return true;
	}
	return false;
}

const localDay = (moment: Date, zone: string) =>
	Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate();

/** The first moment at which the clocks there show this, or would have shown it (RFC 5545, 3.3.5). */
const onTheWall = (day: Temporal.PlainDate, time: string, zone: string) =>
	new Date(day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);

/** The Monday of the week in which a moment falls on somebody’s own clock, `2026-11-16`. */
export function weekOf(moment: Date, zone: string): string {
	const day = localDay(moment, zone);
	return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}
