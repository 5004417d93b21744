import type { Hours, Interval } from './line.ts';

/** Whether somebody answers: always, until a moment, again from a moment on, or not known. */
export type Openness =
	{ is: 'always' } | { is: 'open'; until: Date } | { is: 'closed'; opens: Date } | { is: 'unknown' };

/** Tells from its hours, on its own clock, whether a line answers at this moment. Clocks that change are minded. */
export function openAt(hours: Hours, now: Date): Openness {
	if (hours === 'always') return { is: 'always' };
	if (hours === null || hours.weekly.length === 0) return { is: 'unknown' };
	const spans = together(spansAround(hours, now));
	const on = spans.find(({ from, until }) => from <= now && now < until);
	if (on) return { is: 'open', until: on.until };
	const next = spans.find(({ from }) => from > now);
	return next ? { is: 'closed', opens: next.from } : { is: 'unknown' };
}

interface Span {
	from: Date;
	until: Date;
}

/** From yesterday, whose evening may still go on, to the same day next week. */
function spansAround({ zone, weekly }: Exclude<Hours, string | null>, now: Date): Span[] {
	const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(zone).toPlainDate();
	return Array.from({ length: 10 }, (_, day) => today.add({ days: day - 1 })).flatMap((day) =>
		weekly
			.filter(({ days }) => days.includes(day.dayOfWeek))
			.map(({ from, until }) => ({
				from: momentOf(day, from, zone),
				until: momentOf(until > from ? day : day.add({ days: 1 }), until, zone),
			})),
	);
}

const momentOf = (day: Temporal.PlainDate, time: string, timeZone: string): Date =>
	new Date(day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds);

/** What goes on without a break is one span. */
function together(spans: Span[]): Span[] {
	const joined: Span[] = [];
	for (const span of spans.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
		const last = joined.at(-1);
		if (last && span.from <= last.until) last.until = span.until > last.until ? span.until : last.until;
		else joined.push({ ...span });
	}
	return joined;
}

/** Hours that are the same on every day: `{ from, until }`; undefined for any others. */
export function everyDay(hours: Hours): Pick<Interval, 'from' | 'until'> | undefined {
	if (hours === null || hours === 'always' || hours.weekly.length !== 1) return undefined;
	const [only] = hours.weekly;
	return only!.days.length === 7 ? only : undefined;
}
