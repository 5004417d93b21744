import type { Rule } from './rule.ts';

/**
 * When something is, again and again, as RFC 5545 has it. Local times are those of the clocks of `zone`, so seven in the
 * evening stays seven through every change of the clocks. Local date-times are written `2026-05-03T19:00` (with seconds
 * where there are any); in `also`, `except` and `of` one may end in `Z` and is then in UTC.
 */
export interface Recurrence {
	/** IANA name, `America/Los_Angeles`. */
	zone: string;
	/** DTSTART: the first of them. It counts even where the rule would not have it (RFC 5545, 3.8.5.3). */
	start: string;
	lasts: Duration;
	/** RRULE. Null: only `start` and `also`. */
	rule: Rule | null;
	/** RDATE: further starts, whatever the rule says. */
	also: readonly string[];
	/** EXDATE: starts at which it is not, whoever named them. */
	except: readonly string[];
	/** RECURRENCE-ID: single ones that are at another time, or called off. */
	changes: readonly Change[];
	/** Written as whole days, without times (VALUE=DATE). `start` is then a midnight. */
	wholeDays: boolean;
}

/**
 * How long (RFC 5545, 3.3.6). Days are those of the calendar, so a day on which the clocks change is 23 or 25 hours long;
 * seconds are exact.
 */
export interface Duration {
	days: number;
	seconds: number;
}

/** What became of the one that would have begun at `of`: another start (and length), or null where it is called off. */
export interface Change {
	of: string;
	to: { start: string; lasts: Duration } | null;
}

/** One time that it happens. `of` is when it would have begun, had nobody moved it, and so names it. */
export interface Occurrence {
	start: Date;
	end: Date;
	of: Date;
}

export const lastingMinutes = (minutes: number): Duration => ({ days: 0, seconds: minutes * 60 });

/** Something that happens once, or at each of some starts. */
export const justOnce = (zone: string, start: string, lasts: Duration): Recurrence => ({
	zone,
	start,
	lasts,
	rule: null,
	also: [],
	except: [],
	changes: [],
	wholeDays: false,
});
