import { occurrencesBetween } from '#platform/recurrence/occurrences.ts';
import { after, dayOf, days } from '#platform/time.ts';
import { recurrencesOf, type Timed } from './calendar-events.ts';
import { LONGEST } from './coming.ts';

/** When something is until a moment, what is going on included, soonest first; nothing where that has to be asked. */
export function timesAhead(listing: Timed, { now, until }: { now: Date; until: Date }) {
	const from = after(now, -LONGEST);
	return recurrencesOf(listing, dayOf(after(from, -days(7))))
		.flatMap((recurrence) => [...occurrencesBetween(recurrence, { from, until }).take(MOST)])
		.filter(({ end }) => end > now)
		.map(({ start, end }) => ({
			startsAt: start,
			minutes: Math.max(1, Math.round((end.getTime() - start.getTime()) / 60_000)),
		}))
		.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** More times than this within days are no meeting, but an opening without an end. */
const MOST = 200;
