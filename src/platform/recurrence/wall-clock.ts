import { DAY, wallOf } from './calendar-days.ts';

/*
 * From wall clocks to moments and back. Where the clocks skip a time it is told by the offset before the gap (02:30
 * becomes 03:30), and where they repeat it the first of the two counts (RFC 5545, 3.3.5).
 */

/** The moment, in milliseconds since 1970, at which the clocks of a zone show a wall-clock moment. */
export function instantOf(zone: string, wall: number): number {
	const span = spanAt(zone, wall - spanAt(zone, wall).offset);
	const instant = wall - span.offset;
	const afterAChange = instant - DAY < span.from;
	const beforeAChange = instant + DAY >= span.to;
	if (!afterAChange && !beforeAChange) return instant;

	const before = afterAChange ? spanAt(zone, span.from - 1) : span;
	const after = afterAChange ? span : spanAt(zone, span.to);
	return isShort(before) || isShort(after) ? asTheStandardSays(zone, wall) : atAChange(wall, before, after);
}

/** Before the change and in a gap the old offset counts, after it the new one. */
function atAChange(wall: number, before: Span, after: Span): number {
	const [early, late] = [wall - before.offset, wall - after.offset];
	return early < after.from || late < after.from ? early : late;
}

/** Other changes are too near for a single one to be looked at. */
const isShort = ({ from, to }: Span) => to - from < 4 * DAY;

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
export const offsetAt = (zone: string, instant: number): number => spanAt(zone, instant).offset;

/** What the clocks of a zone show at a moment. */
export const wallAt = (zone: string, instant: number): number => instant + offsetAt(zone, instant);

/** The moment of a local date-time; one that ends in `Z` is in UTC, wherever the zone is. */
export const instantOfText = (zone: string, text: string): number =>
	text.endsWith('Z') ? wallOf(text.slice(0, -1)) : instantOf(zone, wallOf(text));

const asTheStandardSays = (zone: string, wall: number) =>
	Temporal.Instant.fromEpochMilliseconds(wall)
		.toZonedDateTimeISO('UTC')
		.toPlainDateTime()
		.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;

/** A stretch of time in which a zone’s clocks are not changed: `wall = instant + offset`. Milliseconds. */
export interface Span {
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

/** The span a moment lies in. */
export function spanAt(zone: string, instant: number): Span {
	const known = spans.get(zone);
	if (known) for (const span of known) if (span.from <= instant && instant < span.to) return span;

	const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
	const next = there.getTimeZoneTransition('next');
	// A change at this very moment begins the span; “previous” alone would look past it.
	const previous = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
	const span = {
		from: previous?.epochMilliseconds ?? -Infinity,
		to: next?.epochMilliseconds ?? Infinity,
		offset: there.offsetNanoseconds / 1e6,
	};
	spans.set(zone, [span, ...(known ?? [])].slice(0, SPANS_KEPT));
	return span;
}
