import { days, hours, minutes } from '#platform/time.ts';

/** Part of a day on somebody’s wall clock, `18:00` to `21:30`; on the next day where the end is not after the start. */
export interface Window {
	from: string;
	until: string;
}

/** Hours that come every week. 1 is Monday, as ISO 8601 counts. */
export interface WeeklyWindow extends Window {
	weekday: Weekday;
}

export const isoWeekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof isoWeekdays)[number];

/** Days that are otherwise, both included. Local dates, `2026-12-24`. No windows: away. */
export interface Exception {
	firstOn: string;
	lastOn: string;
	windows: readonly Window[];
}

/** When somebody is there for others, on the clocks they live by. */
export interface Availability {
	/** IANA. */
	zone: string;
	weekly: readonly WeeklyWindow[];
	exceptions: readonly Exception[];
	/** Nobody books later than so long before. */
	noticeHours: number;
	/** Nobody books further ahead. */
	aheadDays: number;
	/** Free time between one talk and the next. */
	bufferMinutes: number;
}

export const usualHours: Omit<Availability, 'zone'> = {
	weekly: [],
	exceptions: [],
	noticeHours: 12,
	aheadDays: 28,
	bufferMinutes: 15,
};

/**
 * The first moment from now on at which somebody may be told of something: their off-hours are theirs, but for the hours in
 * which they said they are there.
 */
export function mayBeToldFrom(availability: Availability, offHours: Window | null, now: Date): Date {
	if (!offHours) return now;
	const { zone } = availability;
	const today = localDay(now, zone);
	// One that began yesterday may still go on.
	const off = [today.subtract({ days: 1 }), today]
		.map((day) => spanOf(offHours, day, zone))
		.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
	if (!off) return now;
	const [there] = openHours(availability, { startsAt: now, endsAt: off.endsAt });
	return there?.startsAt ?? off.endsAt;
}

export interface Span {
	startsAt: Date;
	endsAt: Date;
}

/** Lengths that can be booked. */
export const lengths = [30, 60] as const;
export type Length = (typeof lengths)[number];

/** Talks begin at the full or half hour on the supporter’s own clock. */
const STEP = 30;

/**
 * The hours in which somebody is there between two moments, soonest first, none touching the next. The wall clock counts:
 * on the night on which the clocks go back two to three lasts two hours. What they skip is not there.
 */
export function openHours(availability: Availability, { startsAt, endsAt }: Span): Span[] {
	const { zone } = availability;
	const last = localDay(endsAt, zone);
	const spans: Span[] = [];
	// A window of the day before may reach into the first.
	for (
		let day = localDay(startsAt, zone).subtract({ days: 1 });
		Temporal.PlainDate.compare(day, last) <= 0;
		day = day.add({ days: 1 })
	)
		for (const window of windowsOn(availability, day)) {
			const span = spanOf(window, day, zone);
			const within = {
				startsAt: span.startsAt > startsAt ? span.startsAt : startsAt,
				endsAt: span.endsAt < endsAt ? span.endsAt : endsAt,
			};
			if (within.startsAt < within.endsAt) spans.push(within);
		}
	return joined(spans);
}

/** What holds on one day: an exception instead of the week, the one given last first. */
function windowsOn({ weekly, exceptions }: Availability, day: Temporal.PlainDate): readonly Window[] {
	const date = day.toString();
	const exception = exceptions.findLast(({ firstOn, lastOn }) => firstOn <= date && date <= lastOn);
	return exception?.windows ?? weekly.filter(({ weekday }) => weekday === day.dayOfWeek);
}

function spanOf({ from, until }: Window, day: Temporal.PlainDate, zone: string): Span {
	return {
		startsAt: momentOn(day, from, zone),
		endsAt: momentOn(until > from ? day : day.add({ days: 1 }), until, zone),
	};
}

function joined(spans: readonly Span[]): Span[] {
	const whole: Span[] = [];
	for (const span of spans.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
		const before = whole.at(-1);
		if (!before || before.endsAt < span.startsAt) whole.push({ ...span });
		else if (before.endsAt < span.endsAt) before.endsAt = span.endsAt;
	}
	return whole;
}

const localDay = (moment: Date, zone: string) =>
	Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate();

/** The first moment at which the clocks there show this, or would have shown it (RFC 5545, 3.3.5). */
export const momentOn = (day: Temporal.PlainDate | string, time: string, zone: string): Date =>
	new Date(
		Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds,
	);

/** The time in which somebody can be booked: after their notice, and not too far ahead. */
export const bookable = (
	{ noticeHours, aheadDays }: Pick<Availability, 'noticeHours' | 'aheadDays'>,
	now: Date,
): Span => ({
	startsAt: new Date(now.getTime() + hours(noticeHours)),
	endsAt: new Date(now.getTime() + days(aheadDays)),
});

/**
 * The starts that can be booked, soonest first: full and half hours in their own hours, with their breath between two
 * talks. `busy` are the talks there are; `suits` says what else they have to be. At most `limit` of them.
 */
export function freeStarts(
	availability: Availability,
	{
		length,
		busy,
		now,
		limit,
		suits = () => true,
	}: {
		length: Length;
		busy: readonly Span[];
		now: Date;
		limit: number;
		suits?: (talk: Span) => boolean;
	},
): Date[] {
	const { zone, bufferMinutes } = availability;
	const taken = busy.map(({ startsAt, endsAt }) => ({
		startsAt: startsAt.getTime() - minutes(bufferMinutes),
		endsAt: endsAt.getTime() + minutes(bufferMinutes),
	}));
	const starts: Date[] = [];
	for (const span of openHours(availability, bookable(availability, now)))
		for (
			let start = nextStep(span.startsAt, zone);
			start + minutes(length) <= span.endsAt.getTime();
			start += minutes(STEP)
		) {
			if (starts.length >= limit) return starts;
			const end = start + minutes(length);
			const talk = { startsAt: new Date(start), endsAt: new Date(end) };
			if (taken.every((other) => end <= other.startsAt || other.endsAt <= start) && suits(talk))
				starts.push(talk.startsAt);
		}
	return starts;
}

/** The first full or half hour on the clock there that is not before a moment. */
function nextStep(moment: Date, zone: string): number {
	const { epochMilliseconds } = Temporal.Instant.fromEpochMilliseconds(moment.getTime())
		.toZonedDateTimeISO(zone)
		.round({ smallestUnit: 'minute', roundingIncrement: STEP, roundingMode: 'ceil' });
	return epochMilliseconds;
}

/** Whether a talk at that time lies in their hours, after their notice, and leaves them their breath. */
export function isFree(
	availability: Availability,
	talk: Span,
	{ busy, now }: { busy: readonly Span[]; now: Date },
): boolean {
	const within = bookable(availability, now);
	const breath = minutes(availability.bufferMinutes);
	return (
		within.startsAt <= talk.startsAt &&
		talk.endsAt <= within.endsAt &&
		openHours(availability, talk).some(
			({ startsAt, endsAt }) => startsAt <= talk.startsAt && talk.endsAt <= endsAt,
		) &&
		busy.every(
			({ startsAt, endsAt }) =>
				talk.endsAt.getTime() + breath <= startsAt.getTime() ||
				endsAt.getTime() + breath <= talk.startsAt.getTime(),
		)
	);
}
