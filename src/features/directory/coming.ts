import { occurrencesBetween } from '#platform/recurrence/occurrences.ts';
import type { Recurrence } from '#platform/recurrence/recurrence.ts';
import { occurrences } from '#platform/recurrence/schedule.ts';
import { after, days as daysOf, hours } from '#platform/time.ts';
import type { Listing } from './listing.ts';
import type { Held } from './said.ts';
import { partOf, scheduleOf, type Day } from './times.ts';

/** One time at which something is. */
export interface Coming {
	/** Local date and time on its own clocks, `2026-11-24T19:00`. */
	wall: string;
	/** Null where nobody has said on which clocks. */
	startsAt: Date | null;
	minutes: number;
}

/** How far ahead every time is kept, and how far the next of each weekday and hour is looked for. */
const EVERY_TIME = daysOf(8);
/** Whatever lasts longer than this has begun too long ago to be looked for. */
export const LONGEST = hours(12);
/** How long something is taken to last when nobody has said. */
export const USUAL_MINUTES = 60;

/** Beyond that, as many times are looked at for the next of each weekday and hour, and so far ahead. */
const FURTHER = 64;
const FAR = daysOf(400);

/**
 * When it is: every time from twelve hours ago until eight days from now, and after that the next of each weekday and hour
 * that it has. A listing without a zone is told on the clocks of its place, wherever that is, so a day more on both sides.
 * `said` is what its `times` say; where they say something, its days and time do not count.
 */
export function comingOf(
	listing: Pick<Listing, 'days' | 'time' | 'minutes' | 'zone'>,
	said: readonly Recurrence[],
	now: Date,
): Coming[] {
	if (said.length > 0) return said.flatMap((recurrence) => comingBy(recurrence, now));

	const zone = listing.zone ?? 'UTC';
	const schedule = scheduleOf({ ...listing, zone });
	if (!schedule) return [];
	const spare = listing.zone ? 0 : daysOf(1);
	const [from, until] = [after(now, -LONGEST - spare), after(now, EVERY_TIME + spare)];
	return occurrences(schedule, { after: from, limit: 100 })
		.filter((start) => start < until)
		.map((start) => ({
			wall: wallOf(start, zone),
			startsAt: listing.zone ? start : null,
			minutes: listing.minutes ?? USUAL_MINUTES,
		}));
}

function comingBy(recurrence: Recurrence, now: Date): Coming[] {
	const soon = after(now, EVERY_TIME);
	const some = occurrencesBetween(recurrence, { from: after(now, -LONGEST), until: after(now, FAR) });
	const coming: Coming[] = [];
	const known = new Set<string>();
	let further = 0;
	for (const { start, end } of some) {
		const wall = wallOf(start, recurrence.zone);
		const weekly = `${Temporal.PlainDate.from(wall.slice(0, 10)).dayOfWeek} ${wall.slice(11)}`;
		const isSoon = start < soon;
		if (!isSoon && further++ >= FURTHER) break;
		if (coming.length >= MOST) break;
		if (!isSoon && known.has(weekly)) continue;
		known.add(weekly);
		const minutes = Math.max(1, Math.round((end.getTime() - start.getTime()) / 60_000));
		coming.push({ wall, startsAt: start, minutes });
	}
	return coming;
}

/** More times than this within days are no meeting, but an opening without an end. */
const MOST = 400;

/** What the clocks of a zone say at a moment. */
export const wallOf = (moment: Date, zone: string): string =>
	Temporal.Instant.fromEpochMilliseconds(moment.getTime())
		.toZonedDateTimeISO(zone)
		.toPlainDateTime()
		.toString({ smallestUnit: 'minute' });

/** The weekdays and parts of the day that it is on, on its own clocks; what nobody has said stays open. */
export function heldOn(
	{ days, time, times }: Pick<Listing, 'days' | 'time' | 'times'>,
	coming: readonly Coming[],
): Held[] {
	const part = time === null ? undefined : partOf(Number(time.slice(0, 2)));
	const said: Held[] =
		times.length > 0
			? []
			: days.length > 0
				? days.map((day) => ({ day, part }))
				: part
					? [{ day: undefined, part }]
					: [];
	const told = coming.map(({ wall }) => ({
		day: (Temporal.PlainDate.from(wall.slice(0, 10)).dayOfWeek % 7) as Day,
		part: partOf(Number(wall.slice(11, 13))),
	}));
	return [...said, ...told];
}
