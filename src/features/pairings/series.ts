import { momentOn } from '#features/supporters/availability.ts';

/** How many sessions can be booked together: as many weeks. */
export const MOST_IN_SERIES = 12;
export const LEAST_IN_SERIES = 2;

/**
 * “Every Tuesday at seven, six times”: the same day of the week and the same time on the supporter’s own wall clock, week
 * after week, whatever the clocks do in between. What the clocks skip is told by the offset before the gap, and of an hour
 * that comes twice the first counts (RFC 5545, 3.3.5).
 */
export function everyWeek(first: Date, { times, zone }: { times: number; zone: string }): Date[] {
	const begins = Temporal.Instant.fromEpochMilliseconds(first.getTime()).toZonedDateTimeISO(zone);
	const time = begins.toPlainTime().toString({ smallestUnit: 'minute' });
	return Array.from({ length: times }, (_, week) =>
		week === 0 ? first : momentOn(begins.toPlainDate().add({ weeks: week }), time, zone),
	);
}

/** Why one of them cannot be: the supporter is not there then, somebody has another talk, or it is further ahead than is booked. */
export type Unfit = 'not-their-hours' | 'taken' | 'too-far-ahead' | 'past';

/** One of a series, before anything is booked. */
export interface Planned {
	startsAt: Date;
	/** Undefined when it can be. */
	unfit: Unfit | undefined;
}
