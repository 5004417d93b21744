import { readRecurrence } from '#platform/ical/recurrence-text.ts';
import { describe, type Saying } from '#platform/recurrence/describe.ts';
import type { Recurrence } from '#platform/recurrence/recurrence.ts';

/** What can be said of one of the times of a listing, and until what time on its clocks it lasts. */
export interface TimeSaid extends Saying {
	/** `20:30`; null for whole days. */
	until: string | null;
}

/** The times of a listing, taken apart for whoever makes sentences of them. */
export interface TimesSaid {
	times: readonly TimeSaid[];
	/** Local dates on which there is none, though there would be. In order, each once. */
	off: readonly string[];
	/** Local date-times of those that come beside. */
	extra: readonly string[];
}

/** What cannot be read is left out. Single days count from `since` on, a local date. */
export function sayingsOf(texts: readonly string[], zone: string | null, since = ''): TimesSaid {
	const recurrences = texts.flatMap((text) => {
		const recurrence = readRecurrence(text, { zone: zone ?? 'UTC' });
		return 'refused' in recurrence ? [] : [recurrence];
	});
	const toCome = (local: string) => local.slice(0, 10) >= since;
	const inOrder = (all: readonly string[]) => [...new Set(all)].filter(toCome).sort();
	return {
		times: recurrences.map((recurrence) => ({ ...describe(recurrence), until: endOf(recurrence) })),
		off: inOrder(recurrences.flatMap(offIn).map((local) => local.slice(0, 10))),
		extra: inOrder(recurrences.flatMap(extraIn)),
	};
}

/** On the wall, as most lengths are meant. */
function endOf({ start, lasts, wholeDays }: Recurrence): string | null {
	if (wholeDays) return null;
	const end = Temporal.PlainDateTime.from(start.replace(/Z$/, '')).add({ seconds: lasts.seconds });
	return end.toPlainTime().toString({ smallestUnit: 'minute' });
}

const offIn = ({ except, changes }: Recurrence) => [...except, ...changes.map(({ of }) => of)];

/** Dates that no rule connects are told as dates; beside a rule they come on top. */
const extraIn = ({ rule, also, changes }: Recurrence) => [
	...(rule ? also : []),
	...changes.flatMap(({ to }) => (to ? [to.start] : [])),
];
