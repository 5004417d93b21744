import { DAY, dayOf, FIRST_YEAR, SECOND, timeOf } from './calendar-days.ts';
import { daysOf } from './days.ts';
import type { Duration, Occurrence, Recurrence } from './recurrence.ts';
import type { Ending } from './rule.ts';
import { instantOf, instantOfText, wallAt } from './wall-clock.ts';

/**
 * The occurrences that begin at a moment or after it, soonest first, each told once. They are found one by one, as they
 * are asked for. There may be thousands: whoever asks says when to stop.
 */
export function* occurrencesFrom(recurrence: Recurrence, from: Date): Generator<Occurrence, void> {
	const since = from.getTime();
	const { zone, lasts, also, except, changes } = recurrence;
	if (also.length + except.length + changes.length === 0) {
		for (const start of ruled(recurrence, since)) if (start >= since) yield asRuled(zone, start, lasts);
		return;
	}
	const left = new Set(except.map((text) => instantOfText(zone, text)));
	const changed = new Set(changes.map(({ of }) => instantOfText(zone, of)));
	const single = singles(recurrence, since, left, changed);

	let next = single.shift();
	let told = -Infinity;
	for (const start of ruled(recurrence, since)) {
		if (start < since || left.has(start) || changed.has(start)) continue;
		for (; next && next.start.getTime() <= start; next = single.shift()) {
			told = next.start.getTime();
			yield next;
		}
		if (start <= told) continue;
		yield asRuled(zone, start, lasts);
	}
	for (; next; next = single.shift()) yield next;
}

function asRuled(zone: string, instant: number, lasts: Duration): Occurrence {
	const start = new Date(instant);
	return { start, end: new Date(endOf(zone, instant, lasts)), of: start };
}

/** The next occurrence that begins at a moment or after it, if there is one. */
export function nextFrom(recurrence: Recurrence, from: Date): Occurrence | undefined {
	const { value } = occurrencesFrom(recurrence, from).next();
	return value ?? undefined;
}

/** The first few occurrences that begin at a moment or after it. */
export const fewFrom = (recurrence: Recurrence, from: Date, limit: number): Occurrence[] => [
	...occurrencesFrom(recurrence, from).take(limit),
];

/** The occurrences that begin at `from` or after it and before `until`, one by one. */
export function* occurrencesBetween(
	recurrence: Recurrence,
	{ from, until }: { from: Date; until: Date },
): Generator<Occurrence, void> {
	for (const occurrence of occurrencesFrom(recurrence, from)) {
		if (occurrence.start >= until) return;
		yield occurrence;
	}
}

/** The occurrence that has begun and has not ended; the one that began first, should there be several. */
export function happeningAt(recurrence: Recurrence, now: Date): Occurrence | undefined {
	const { lasts, changes } = recurrence;
	const lengths = [lasts, ...changes.flatMap(({ to }) => (to ? [to.lasts] : []))];
	// A day of the calendar has at most 25 hours, but once, somewhere, it had 48.
	const longest = Math.max(...lengths.map(({ days, seconds }) => (days * 2 * DAY) / SECOND + seconds));
	const from = new Date(now.getTime() - longest * SECOND);
	for (const occurrence of occurrencesFrom(recurrence, from)) {
		if (occurrence.start > now) return undefined;
		if (occurrence.end > now) return occurrence;
	}
	return undefined;
}

/** When the last of them has ended; null where there is always another, undefined where there is none at all. */
export function endOfAll(recurrence: Recurrence): Date | null | undefined {
	if (recurrence.rule && !recurrence.rule.ends) return null;
	let end: Date | undefined;
	for (const occurrence of occurrencesFrom(recurrence, BEFORE_ALL))
		if (!end || occurrence.end > end) end = occurrence.end;
	return end;
}

/** Whether it ever happens: a rule can be well written and name no day that exists. */
export const everHappens = (recurrence: Recurrence): boolean =>
	nextFrom(recurrence, BEFORE_ALL) !== undefined;

const BEFORE_ALL = new Date(Date.UTC(FIRST_YEAR - 1, 0));

/** What was added or changed one by one, in order. */
function singles(
	{ zone, lasts, also, changes }: Recurrence,
	since: number,
	left: ReadonlySet<number>,
	changed: ReadonlySet<number>,
): Occurrence[] {
	if (also.length === 0 && changes.length === 0) return [];
	const told = new Map<number, Occurrence>();
	const tell = (start: number, of: number, length: Duration) => {
		const end = new Date(endOf(zone, start, length));
		if (start >= since && !told.has(start))
			told.set(start, { start: new Date(start), end, of: new Date(of) });
	};
	for (const { of, to } of changes) {
		const original = instantOfText(zone, of);
		if (to && !left.has(original)) tell(instantOfText(zone, to.start), original, to.lasts);
	}
	for (const text of also) {
		const start = instantOfText(zone, text);
		if (!left.has(start) && !changed.has(start)) tell(start, start, lasts);
	}
	return [...told.values()].sort((a, b) => a.start.getTime() - b.start.getTime());
}

/** The starts by the first day and the rule, in order. Some may lie before `from`. */
function* ruled({ zone, start, rule }: Recurrence, from: number): Generator<number, void> {
	const firstDay = dayOf(start);
	const time = timeOf(start.slice(11));
	const first = firstDay * DAY + time;
	const { ends } = rule ?? { ends: null };

	const counted = ends !== null && 'times' in ends;
	const last = lastStart(ends, zone);
	let left = counted ? ends.times : Infinity;
	// The longest gap ever is a whole day (Samoa, 30 December 2011), so the day before may still lie ahead.
	const fromDay = Math.floor(wallAt(zone, from) / DAY) - 1;
	const begin = counted ? firstDay : Math.max(firstDay, fromDay);

	// Where the clocks skip a whole day, two days’ meetings are one.
	let previous = -Infinity;
	if (begin === firstDay) {
		previous = instantOf(zone, first);
		left--;
		yield previous;
	}
	if (!rule) return;
	for (const day of daysOf(rule, firstDay, begin)) {
		if (day === firstDay) continue;
		if (left-- <= 0) return;
		const instant = instantOf(zone, day * DAY + time);
		if (instant > last) return;
		if (instant === previous) continue;
		previous = instant;
		yield instant;
	}
}

/** The last moment at which one may still begin. A date means all of its day (RFC 5545, 3.3.10). */
function lastStart(ends: Ending | null, zone: string): number {
	if (!ends || 'times' in ends) return Infinity;
	if (!ends.on.includes('T')) return instantOf(zone, (dayOf(ends.on) + 1) * DAY) - 1;
	return instantOfText(zone, ends.on);
}

/** Whole days go by on the calendar, and only then is the rest exact (RFC 5545, 3.3.6). */
function endOf(zone: string, start: number, { days, seconds }: Duration): number {
	const later = days === 0 ? start : instantOf(zone, wallAt(zone, start) + days * DAY);
	return later + seconds * SECOND;
}
