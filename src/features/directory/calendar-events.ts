import type { CalendarEvent } from '#platform/ical/event.ts';
import { readRecurrence } from '#platform/ical/recurrence-text.ts';
import type { Recurrence } from '#platform/recurrence/recurrence.ts';
import { recurrenceOf } from '#platform/recurrence/schedule.ts';
import type { Listing } from './listing.ts';
import { scheduleOf } from './times.ts';

interface Telling {
	/** Unique, and the same for as long as it is the same listing. */
	uid: string;
	/** When it last changed. */
	changed: Date;
	/** Weekly meetings are told from this local date on: `2026-01-01`. */
	since: string;
}

/** What a listing says of when it is. */
export type Timed = Pick<Listing, 'days' | 'time' | 'minutes' | 'zone' | 'times'>;

/** When a listing is, in the words of RFC 5545; none where a part of that is to be asked. */
export function recurrencesOf(listing: Timed, since: string): Recurrence[] {
	if (listing.times.length > 0)
		return listing.times.flatMap((text) => {
			const read = readRecurrence(text, { zone: listing.zone ?? 'UTC' });
			return 'refused' in read ? [] : [read];
		});
	const schedule = scheduleOf(listing);
	const when = schedule && recurrenceOf({ ...schedule, since });
	return when ? [when] : [];
}

/** A listing as a calendar tells it: an event for each of its recurrences. */
export function eventsOf(listing: Listing, { uid, changed, since }: Telling): CalendarEvent[] {
	const all = recurrencesOf(listing, since);
	return all.map((when, at) => ({
		uid: all.length === 1 ? uid : `${uid}~${at + 1}`,
		sequence: 0,
		stamp: listing.updated ?? changed,
		when,
		status: 'confirmed',
		summary: listing.name,
		description: listing.notes ?? '',
		location: whereOf(listing),
		url: listing.website ?? '',
		categories: listing.topics,
		private: false,
	}));
}

/** One line for where to go, or else the link. */
const whereOf = ({ place, address, inPerson, onlineUrl }: Listing): string =>
	(inPerson ? [place, address].filter(Boolean).join(', ') : '') || (onlineUrl ?? address ?? '');
