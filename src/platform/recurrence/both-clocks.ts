import { DAY } from './calendar-days.ts';
import { occurrencesBetween } from './occurrences.ts';
import type { Recurrence } from './recurrence.ts';
import { offsetAt, wallAt } from './wall-clock.ts';

/** What a clock on a wall shows. */
export interface Shown {
	/** `2026-03-08` */
	date: string;
	/** `19:00` */
	time: string;
}

/** One moment on two clocks. */
export interface BothClocks {
	there: Shown;
	here: Shown;
	/** How many minutes the clock here is ahead of the one there; it can be behind, and be off by a half or a quarter hour. */
	ahead: number;
	/** Whether here it is another day than there: the day after, or the day before. */
	dayApart: -1 | 0 | 1;
}

export function onBothClocks(moment: Date, zones: { there: string; here: string }): BothClocks {
	const instant = moment.getTime();
	const there = wallAt(zones.there, instant);
	const here = wallAt(zones.here, instant);
	const apart = Math.floor(here / DAY) - Math.floor(there / DAY);
	return {
		there: shown(there),
		here: shown(here),
		ahead: (here - there) / MINUTE,
		dayApart: Math.sign(apart) as BothClocks['dayApart'],
	};
}

const MINUTE = 60_000;

const shown = (wall: number): Shown => {
	const text = new Date(wall).toISOString();
	return { date: text.slice(0, 10), time: text.slice(11, 16) };
};

/** A stretch of weeks in which something is at another time for the reader, though nobody moved it. */
export interface Shift {
	/** The start of the first one that it is true of. */
	from: Date;
	/** How many minutes later than now it is on the reader’s clock; less than nothing is earlier. */
	minutesLater: number;
	/** The start of the first one that is again otherwise; null where that is beyond the weeks looked at. */
	until: Date | null;
}

/**
 * The next time that the clocks change on only one side, so that what stays at seven there becomes eight here: “from
 * 8 March it is an hour later for you, until 29 March”. Undefined where that is not to be in the coming weeks.
 */
export function nextShift(
	{ recurrence, here }: { recurrence: Recurrence; here: string },
	{ now, weeks }: { now: Date; weeks: number },
): Shift | undefined {
	const ahead = (moment: Date) =>
		(offsetAt(here, moment.getTime()) - offsetAt(recurrence.zone, moment.getTime())) / MINUTE;

	let usual: number | undefined;
	let shift: Shift | undefined;
	const until = new Date(now.getTime() + weeks * 7 * DAY);
	for (const { start } of occurrencesBetween(recurrence, { from: now, until })) {
		const difference = ahead(start);
		usual ??= difference;
		if (shift && difference !== usual + shift.minutesLater) return { ...shift, until: start };
		if (!shift && difference !== usual)
			shift = { from: start, minutesLater: difference - usual, until: null };
	}
	return shift;
}
