/** A talk that somebody held. */
export interface Held {
	startsAt: Date;
	endsAt: Date;
}

/** What was held in one month, on the clocks of whoever held it. */
export interface Month {
	/** `2026-11`. */
	month: string;
	minutes: number;
	talks: number;
}

/** Everything somebody held: in all, and month by month, the latest first. A talk belongs to the month it begins in. */
export interface Hours {
	minutes: number;
	talks: number;
	months: readonly Month[];
}

/** Adds up what somebody held, on the clocks of a zone. Two talks at one time are two: nobody has such. */
export function hoursOf(held: readonly Held[], zone: string): Hours {
	const months = [...Map.groupBy(held, ({ startsAt }) => monthOf(startsAt, zone))]
		.map(([month, talks]) => ({ month, minutes: minutesIn(talks), talks: talks.length }))
		.toSorted((a, b) => (a.month < b.month ? 1 : -1));
	return { minutes: minutesIn(held), talks: held.length, months };
}

const minutesIn = (held: readonly Held[]) =>
	held.reduce((sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / 60_000, 0);

const monthOf = (moment: Date, zone: string) =>
	Temporal.Instant.fromEpochMilliseconds(moment.getTime())
		.toZonedDateTimeISO(zone)
		.toPlainDate()
		.toPlainYearMonth()
		.toString();
