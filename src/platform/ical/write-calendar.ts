import { endOfAll } from '#platform/recurrence/occurrences.ts';
import type { Change } from '#platform/recurrence/recurrence.ts';
import { instantOfText } from '#platform/recurrence/wall-clock.ts';
import { compact } from '#platform/recurrence/rule.ts';
import { escaped, folded } from './content-lines.ts';
import type { CalendarEvent, Method } from './event.ts';
import { changeLines, linesOf } from './recurrence-lines.ts';
import { timeZoneLines } from './time-zone.ts';

const YEAR = 366 * 86_400_000;

/** What has no end is told with the clocks of so many years from its last change. */
const YEARS_OF_CLOCKS = 10;

/**
 * The text of a calendar (RFC 5545). Who made it is not named. Zones come with their clocks, for those who do not know
 * them by name.
 */
export function calendarText(method: Method, events: readonly CalendarEvent[]): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Calendar//Calendar//EN',
		'CALSCALE:GREGORIAN',
		`METHOD:${method}`,
		...zonesOf(events),
		...events.flatMap(eventLines),
		'END:VCALENDAR',
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
	const { when } = event;
	const whole = componentLines(event, linesOf(when), event.status);
	return [...whole, ...when.changes.flatMap((change) => changedLines(event, change))];
}

const changedLines = (event: CalendarEvent, change: Change) =>
	componentLines(event, changeLines(event.when, change), change.to ? event.status : 'cancelled');

const componentLines = (event: CalendarEvent, when: string[], status: CalendarEvent['status']): string[] => [
	'BEGIN:VEVENT',
	`UID:${escaped(event.uid)}`,
	`DTSTAMP:${inUtc(event.stamp)}`,
	...when,
	`SEQUENCE:${event.sequence}`,
	`STATUS:${status.toUpperCase()}`,
	`SUMMARY:${escaped(event.summary)}`,
	...text('DESCRIPTION', event.description),
	...text('LOCATION', event.location),
	...(event.url === '' ? [] : [`URL:${event.url.replace(/\s/g, '')}`]),
	...(event.categories.length === 0 ? [] : [`CATEGORIES:${event.categories.map(escaped).join(',')}`]),
	...(event.private ? ['CLASS:PRIVATE'] : []),
	'END:VEVENT',
];

const text = (name: string, words: string) => (words === '' ? [] : [`${name}:${escaped(words)}`]);

/** RFC 5545, 3.3.5, form 2: `20261122T180000Z`. */
const inUtc = (moment: Date): string => compact(`${moment.toISOString().slice(0, 19)}Z`);

function zonesOf(events: readonly CalendarEvent[]): string[] {
	const spans = new Map<string, { from: number; until: number }>();
	for (const { when, stamp } of events) {
		if (when.zone === 'UTC' || when.wholeDays) continue;
		const { from, until } = spanOf(when, stamp);
		const known = spans.get(when.zone);
		spans.set(when.zone, {
			from: Math.min(from, known?.from ?? Infinity),
			until: Math.max(until, known?.until ?? -Infinity),
		});
	}
	return [...spans].flatMap(([zone, { from, until }]) =>
		timeZoneLines(zone, { from: new Date(from), until: new Date(until) }),
	);
}

function spanOf(when: CalendarEvent['when'], stamp: Date) {
	const { zone, start, also, changes } = when;
	const first = instantOfText(zone, start);
	const single = [...also, ...changes.flatMap(({ of, to }) => (to ? [of, to.start] : [of]))];
	const moments = [first, ...single.map((local) => instantOfText(zone, local))];
	const end = endOfAll(when);
	const goesOn = Math.max(first, stamp.getTime()) + YEARS_OF_CLOCKS * YEAR;
	const [earliest, latest] = [Math.min(...moments), Math.max(...moments)];
	return { from: earliest, until: Math.max(latest, end === null ? goesOn : (end?.getTime() ?? first)) };
}
