/**
 * When something meets, again and again, as people say it: “every Tuesday”, “every other Monday and Friday”, “the last
 * Thursday of the month”, “once, on the third of May”. Rules are those lines of RFC 5545 and no others.
 *
 * A meeting keeps its time on the wall through every change of the clocks. Where the clocks skip that time it is told by
 * the offset before the gap (02:30 becomes 03:30), and where they repeat it the first of the two counts (RFC 5545, 3.3.5).
 */

/** A day of the week, by its letters in RFC 5545. */
export type Weekday = (typeof weekdays)[number];

/** The week as ISO 8601 and RFC 5545 count it: Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Which one of its kind in the month; −1 is the last. A month without a fifth is passed over. */
export type Nth = (typeof nths)[number];

const nths = [1, 2, 3, 4, 5, -1] as const;

/** A repetition a person can say in one breath. Dates are local, `2026-05-03`. */
export type Pattern =
	| { every: 'once'; on: string }
	| { every: 'weeks'; n: number; weekdays: readonly Weekday[] }
	| { every: 'month'; nth: Nth; weekday: Weekday };

/** The longest “every n weeks” that is taken: a year. */
export const MOST_WEEKS = 52;

/** Everything that says when a circle, or a meeting elsewhere, meets. */
export interface Recurrence {
	/** One content line of RFC 5545, as `ruleOf` writes it: `RRULE:…`, or `RDATE;VALUE=DATE:…` for once. */
	rule: string;
	/** Local date nothing comes before. “Every n weeks” counts from its week. Does not matter to `once`. */
	since: string;
	/** Local time of the start, `19:00`. */
	at: string;
	/** How long it lasts. */
	minutes: number;
	/** IANA name of the zone whose clocks it keeps, `America/Los_Angeles`. */
	zone: string;
	/** Local dates on which the rule does not hold. They do not touch `also`, so a meeting is moved by one of each. */
	except: readonly string[];
	/** Local date-times of further meetings, `2026-05-03T20:00`, whatever the rule and `since` say. */
	also: readonly string[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The starts that come after a moment, soonest first, each told once; `limit` of them or as many as there are.
 * A start at that very moment is not after it.
 */
export function occurrences(
	recurrence: Recurrence,
	{ after, limit }: { after: Date; limit: number },
): Date[] {
	const { zone, also, at } = recurrence;
	const pattern = patternOf(recurrence.rule);
	if (!pattern) throw new RangeError(`Not a rule people can say: ${recurrence.rule}`);

	const past = after.getTime();
	const except = new Set(recurrence.except.map(dayOf));
	const starts: number[] = [];
	for (const day of daysOf(pattern, dayOf(recurrence.since), firstDayThatMatters(past, zone))) {
		if (starts.length >= limit) break;
		const start = except.has(day) ? past : instantOf(zone, day * DAY + timeOf(at));
		if (start > past && start !== starts.at(-1)) starts.push(start);
	}

	const further = also.map((when) => instantOf(zone, localOf(when))).filter((start) => start > past);
	if (further.length === 0) return starts.map((start) => new Date(start));
	return [...new Set([...starts, ...further])]
		.sort((a, b) => a - b)
		.slice(0, limit)
		.map((start) => new Date(start));
}

/** The next start after a moment, if there is one. */
export const nextOccurrence = (recurrence: Recurrence, after: Date): Date | undefined =>
	occurrences(recurrence, { after, limit: 1 })[0];

/** The line of RFC 5545 that says a pattern. */
export function ruleOf(pattern: Pattern): string {
	switch (pattern.every) {
		case 'once':
			return `RDATE;VALUE=DATE:${pattern.on.replaceAll('-', '')}`;
		case 'weeks': {
			const days = weekdays.filter((day) => pattern.weekdays.includes(day));
			return `RRULE:FREQ=WEEKLY${pattern.n === 1 ? '' : `;INTERVAL=${pattern.n}`};BYDAY=${days.join(',')}`;
		}
		case 'month':
			return `RRULE:FREQ=MONTHLY;BYDAY=${pattern.nth}${pattern.weekday}`;
	}
}

/** What a line of RFC 5545 says, or undefined where it is more than people say (or not a rule at all). */
export function patternOf(rule: string): Pattern | undefined {
	const once = /^RDATE;VALUE=DATE:(\d{4})(\d\d)(\d\d)$/.exec(rule);
	if (once) return onceOn(`${once[1]}-${once[2]}-${once[3]}`);
	if (!rule.startsWith('RRULE:')) return undefined;

	const { FREQ, INTERVAL = '1', BYDAY = '', WKST = 'MO', ...more } = partsOf(rule.slice('RRULE:'.length));
	if (WKST !== 'MO' || Object.keys(more).length > 0) return undefined;
	if (FREQ === 'WEEKLY') return everyWeeks(Number(INTERVAL), BYDAY.split(','));
	if (FREQ === 'MONTHLY' && INTERVAL === '1') return everyMonth(BYDAY);
	return undefined;
}

function onceOn(on: string): Pattern | undefined {
	const isDate = new Date(dayOf(on) * DAY).toISOString().startsWith(on);
	return isDate ? { every: 'once', on } : undefined;
}

function everyWeeks(n: number, letters: readonly string[]): Pattern | undefined {
	const known = weekdays.filter((day) => letters.includes(day));
	const all = known.length > 0 && known.length === letters.length;
	return all && Number.isInteger(n) && n >= 1 && n <= MOST_WEEKS
		? { every: 'weeks', n, weekdays: known }
		: undefined;
}

function everyMonth(byDay: string): Pattern | undefined {
	const nth = nths.find((candidate) => String(candidate) === byDay.slice(0, -2));
	const weekday = weekdays.find((day) => day === byDay.slice(-2));
	return nth && weekday ? { every: 'month', nth, weekday } : undefined;
}

const partsOf = (rule: string): Record<string, string> =>
	Object.fromEntries(rule.split(';').map((part) => part.split('=', 2)));

/*
 * Days are whole numbers since 1970-01-01 and wall-clock moments are milliseconds “as if that wall were in UTC”:
 * telling when thousands of meetings come next is then a few additions for each.
 */

const dayOf = (date: string) =>
	Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY;

const timeOf = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE;

const localOf = (dateTime: string) => dayOf(dateTime) * DAY + timeOf(dateTime.slice(11));

/** 0 is Monday; 1970 began on a Thursday. */
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7;

/** The days a pattern falls on, in order, none before `since` or `from`. */
function* daysOf(pattern: Pattern, since: number, from: number): Generator<number> {
	if (pattern.every === 'once') {
		if (dayOf(pattern.on) >= from) yield dayOf(pattern.on);
		return;
	}

	const first = Math.max(since, from);
	const candidates =
		pattern.every === 'weeks' ? daysOfWeeks(pattern, since, first) : daysOfMonths(pattern, first);
	for (const day of candidates) if (day >= first) yield day;
}

function* daysOfWeeks(pattern: Pattern & { every: 'weeks' }, since: number, first: number) {
	const firstMonday = since - weekdayOf(since);
	const places = pattern.weekdays.map((weekday) => weekdays.indexOf(weekday)).sort((a, b) => a - b);
	const weeksPassed = Math.floor((first - firstMonday) / 7);

	for (let week = weeksPassed - (weeksPassed % pattern.n); ; week += pattern.n)
		for (const place of places) yield firstMonday + week * 7 + place;
}

function* daysOfMonths(pattern: Pattern & { every: 'month' }, first: number) {
	const start = new Date(first * DAY);
	for (let month = start.getUTCFullYear() * 12 + start.getUTCMonth(); ; month++) {
		const day =
			pattern.nth === -1 ? lastIn(month, pattern.weekday) : nthIn(month, pattern.nth, pattern.weekday);
		if (day < monthStart(month + 1)) yield day;
	}
}

const monthStart = (month: number) => Date.UTC(Math.floor(month / 12), month % 12) / DAY;

function nthIn(month: number, nth: number, weekday: Weekday) {
	const start = monthStart(month);
	return start + ((weekdays.indexOf(weekday) - weekdayOf(start) + 7) % 7) + (nth - 1) * 7;
}

function lastIn(month: number, weekday: Weekday) {
	const end = monthStart(month + 1) - 1;
	return end - ((weekdayOf(end) - weekdays.indexOf(weekday) + 7) % 7);
}

/** The longest gap ever is a whole day (Samoa, 30 December 2011), so the day before may still lie ahead. */
const firstDayThatMatters = (instant: number, zone: string) =>
	Math.floor((instant + spanAt(zone, instant).offset) / DAY) - 1;

function instantOf(zone: string, local: number): number {
	const { from, to, offset } = spanAt(zone, local - spanAt(zone, local).offset);
	const instant = local - offset;
	const nearAChange = instant - DAY < from || instant + DAY >= to;
	return nearAChange ? asTheStandardSays(zone, local) : instant;
}

const asTheStandardSays = (zone: string, local: number) =>
	Temporal.Instant.fromEpochMilliseconds(local)
		.toZonedDateTimeISO('UTC')
		.toPlainDateTime()
		.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;

/** A stretch of time in which a zone's clocks are not changed: `local = instant + offset`. Milliseconds. */
interface Span {
	from: number;
	to: number;
	offset: number;
}

/**
 * The last few spans asked for in each zone. Asking Temporal costs microseconds, and a list of meetings asks for the same
 * one or two thousands of times.
 */
const spans = new Map<string, Span[]>();
const SPANS_KEPT = 6;

function spanAt(zone: string, instant: number): Span {
	const known = spans.get(zone) ?? [];
	const found = known.find(({ from, to }) => from <= instant && instant < to);
	if (found) return found;

	const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
	const next = there.getTimeZoneTransition('next');
	// A change at this very moment begins the span; “previous” alone would look past it.
	const previous = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
	const span = {
		from: previous?.epochMilliseconds ?? -Infinity,
		to: next?.epochMilliseconds ?? Infinity,
		offset: there.offsetNanoseconds / 1e6,
	};
	spans.set(zone, [span, ...known].slice(0, SPANS_KEPT));
	return span;
}
