import { nextShift, type Shift } from '#platform/recurrence/both-clocks.ts';
import { after, dayOf, days } from '#platform/time.ts';
import { recurrencesOf, type Timed } from './calendar-events.ts';
import { attendanceOf } from './listing.ts';

/** How soon it has to be to be told, and how far ahead its end is looked for, in weeks. */
const TOLD_WITHIN = 6;
const LOOKED_AT = 14;

/**
 * The next time that something begins at another hour for this reader, because the clocks change on one side only. For what
 * one joins from home; whoever goes there goes by the clocks of that place. Undefined where that is not soon, or where
 * the reader’s clocks are not known.
 */
export function shiftFor(
	listing: Timed & Parameters<typeof attendanceOf>[0],
	{ zone: here, now }: { zone: string; now: Date },
): Shift | undefined {
	if (here === 'UTC' || attendanceOf(listing) === 'in-person') return undefined;
	const shifts = recurrencesOf(listing, dayOf(now))
		.filter(({ zone }) => zone !== here)
		.flatMap((recurrence) => nextShift({ recurrence, here }, { now, weeks: LOOKED_AT }) ?? []);
	const [first] = shifts.toSorted((a, b) => a.from.getTime() - b.from.getTime());
	return first && first.from < after(now, days(7 * TOLD_WITHIN)) ? first : undefined;
}
