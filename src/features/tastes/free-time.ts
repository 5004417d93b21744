import { minutes } from '#platform/time.ts';
import type { FreeTime } from './answers.ts';
import type { Time } from './taste.ts';

/** The night ends at five; the evening begins at five in the afternoon and ends at eleven. */
const [NIGHT_ENDS, EVENING_BEGINS, EVENING_ENDS] = [5, 17, 23];

/** What begins within half an hour is as good as on. */
const SOON = minutes(30);

/** Whether a moment lies in the time that somebody says they have, on their own clocks. */
export function liesInFreeTime(moment: Date, free: FreeTime, now: Date, zone: string): boolean {
	if (free === 'now') return moment.getTime() - now.getTime() < SOON;
	const then = localOf(moment, zone);
	if (free === 'weekends') return then.dayOfWeek >= 6;
	if (free === 'tonight') return isTonight(then, localOf(now, zone));
	const isWeekday = then.dayOfWeek <= 5;
	return free === 'evenings'
		? isWeekday && then.hour >= EVENING_BEGINS && then.hour < EVENING_ENDS
		: isWeekday && then.hour >= NIGHT_ENDS && then.hour < EVENING_BEGINS;
}

/** For whoever is awake at three, tonight is what is left of this night. */
function isTonight(then: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): boolean {
	const today = now.hour < NIGHT_ENDS ? now.subtract({ days: 1 }) : now;
	const begins = today.withPlainTime({ hour: EVENING_BEGINS });
	const ends = today.add({ days: 1 }).withPlainTime({ hour: NIGHT_ENDS });
	const isWithin = (a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime) =>
		Temporal.ZonedDateTime.compare(a, b) <= 0;
	return isWithin(begins, then) && Temporal.ZonedDateTime.compare(then, ends) < 0;
}

const localOf = (moment: Date, zone: string) =>
	Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);

/** Whether something can be gone to in that time: where a door is open, an hour of it is enough. */
export function fitsFreeTime(
	{ startsAt, minutes: lasts }: Time,
	free: FreeTime,
	{ now, zone, dropIn }: { now: Date; zone: string; dropIn: boolean },
): boolean {
	if (!dropIn) return startsAt >= now && liesInFreeTime(startsAt, free, now, zone);
	const from = Math.max(startsAt.getTime(), now.getTime());
	const until = startsAt.getTime() + minutes(lasts);
	for (let moment = from; moment < until; moment += minutes(60))
		if (liesInFreeTime(new Date(moment), free, now, zone)) return true;
	return false;
}
