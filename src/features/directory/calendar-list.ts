import type { CalendarEvent } from '#platform/ical/event.ts';
import { readCalendar, type EventMistake } from '#platform/ical/read-calendar.ts';
import { recurrenceText } from '#platform/ical/recurrence-text.ts';
import { endOfAll } from '#platform/recurrence/occurrences.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { unsaid, type Listing } from './listing.ts';
import { leftOut, type LeftOut, type ReadList } from './rows.ts';
import { line, paragraphs } from './tidy.ts';
import { LONGEST, shortLine, urlOf } from './told.ts';

/** A calendar that cannot be read at all, and the line where it goes wrong. */
export type BrokenCalendar = Refused<'broken-calendar'> & { row: number; about: string };

export const isCalendar = (text: string) => /^\ufeff?\s*BEGIN:VCALENDAR/i.test(text);

/**
 * Reads a calendar (RFC 5545) as a list: each of its events that is confirmed, public and not over is a listing, with
 * whatever repetition it has. Guests, organisers and alarms are left where they are.
 */
export function readCalendarList(
	text: string,
	{ zone, now }: { zone: string | null; now: Date },
): ReadList | BrokenCalendar {
	const calendar = readCalendar(text, { now: UNSAID, ...(zone && { zone }) });
	if ('refused' in calendar)
		return { ...refuse('broken-calendar'), row: calendar.line, about: calendar.refused };

	const read: ReadList = { listed: [], leftOut: calendar.leftOut.map(mistaken) };
	for (const [index, event] of calendar.events.entries()) {
		const outcome = listingOf(event, now);
		if ('because' in outcome) read.leftOut.push({ row: index + 1, ...outcome });
		else read.listed.push(outcome);
	}
	return read;
}

/** Events that do not say when they last changed are said to have changed then, and nobody is told so. */
const UNSAID = new Date(0);

const mistaken = ({ refused, line: row, about }: EventMistake): LeftOut => ({
	row,
	...(refused === 'no-uid' ? leftOut('no-slug', 'UID') : leftOut('bad-recurrence', 'DTSTART', about)),
});

function listingOf(event: CalendarEvent, now: Date): Listing | Omit<LeftOut, 'row'> {
	const name = shortLine(event.summary, LONGEST.name);
	const slug = event.uid;
	const end = endOfAll(event.when);
	const online = urlOf(event.location);
	const address = online ? null : shortLine(event.location, LONGEST.address);

	if (!name) return leftOut('no-name', 'SUMMARY');
	if (slug.length > LONGEST.slug || slug !== line(slug, LONGEST.slug))
		return leftOut('bad-slug', 'UID', slug);
	if (event.private) return leftOut('not-public', 'CLASS', name);
	if (event.status === 'cancelled') return leftOut('called-off', 'STATUS', name);
	if (end !== null && (end === undefined || end <= now)) return leftOut('over', 'DTSTART', name);
	return {
		...unsaid,
		slug,
		name,
		topics: topicsOf(event.categories),
		zone: event.when.zone,
		times: [recurrenceText(event.when)],
		address,
		inPerson: address !== null,
		onlineUrl: online,
		notes: paragraphs(event.description, LONGEST.notes),
		website: urlOf(event.url),
		updated: event.stamp.getTime() === UNSAID.getTime() ? null : event.stamp,
	};
}

const topicsOf = (categories: readonly string[]): string[] => [
	...new Set(categories.slice(0, 10).flatMap((category) => line(category, 40)?.toLowerCase() ?? [])),
];
