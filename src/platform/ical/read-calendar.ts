import { refuse, type Refused } from '#platform/ruling.ts';
import { componentsIn, lineOf, type CalendarMistake, type Component } from './components.ts';
import { unescaped } from './content-lines.ts';
import type { CalendarEvent } from './event.ts';
import { readChange, readWhen, type NoTime, type WhenMistake } from './read-when.ts';
import { zoneMeant } from './zone-named.ts';

/** What a calendar holds. */
export interface ReadCalendar {
	method: string | null;
	events: readonly CalendarEvent[];
	/** Events that cannot be told truly, and why; all others are read nevertheless. */
	leftOut: readonly EventMistake[];
}

export type NotAnEvent = NoTime | 'no-uid' | 'too-many-changes';

/** Why an event is refused, and the line that it is about. */
export interface EventMistake extends Refused<NotAnEvent> {
	uid: string;
	line: number;
	about: string;
}

interface Reading {
	/** The zone of times that name none. Without it, and unless the calendar says so itself, such events are refused. */
	zone?: string | undefined;
	/** For events that do not say when they last changed. */
	now: Date;
}

/** The most single changes of one event. */
const MOST_CHANGES = 2_000;

/** Reads a calendar (RFC 5545): its events, and when they are. Alarms, guests, tasks and journals are nobody’s business here. */
export function readCalendar(text: string, { zone, now }: Reading): ReadCalendar | CalendarMistake {
	const calendar = componentsIn(text);
	if ('refused' in calendar) return calendar;

	const zones = zonesIn(calendar);
	const ofCalendar = lineOf(calendar, 'X-WR-TIMEZONE')?.value;
	const floating = zone ?? (ofCalendar === undefined ? undefined : zones(ofCalendar));
	const events: CalendarEvent[] = [];
	const leftOut: EventMistake[] = [];
	for (const parts of eventsIn(calendar)) {
		const event = readEvent(parts, { zones, floating, now });
		if ('refused' in event) leftOut.push(event);
		else events.push(event);
	}
	return { method: lineOf(calendar, 'METHOD')?.value.trim().toUpperCase() ?? null, events, leftOut };
}

/** The most zones that are looked for by their clocks, which takes a while. Honest calendars have one or two. */
const MOST_DESCRIBED = 20;

/** What names in this calendar mean. Each is found out once. */
function zonesIn(calendar: Component) {
	const described = new Map<string, Component>();
	for (const part of calendar.parts)
		if (part.name === 'VTIMEZONE' && described.size < MOST_DESCRIBED)
			described.set(lineOf(part, 'TZID')?.value.trim() ?? '', part);
	const known = new Map<string, string | undefined>();
	return (name: string): string | undefined => {
		if (!known.has(name)) known.set(name, zoneMeant(name, described.get(name)));
		return known.get(name);
	};
}

/** The parts of each event, those with one UID together. */
function eventsIn(calendar: Component): Iterable<Component[]> {
	const byUid = new Map<string, Component[]>();
	for (const part of calendar.parts) {
		if (part.name !== 'VEVENT') continue;
		const uid = lineOf(part, 'UID')?.value ?? `line ${part.line}`;
		const known = byUid.get(uid);
		if (known) known.push(part);
		else byUid.set(uid, [part]);
	}
	return byUid.values();
}

interface Context {
	zones: (name: string) => string | undefined;
	floating: string | undefined;
	now: Date;
}

function readEvent(parts: readonly Component[], context: Context): CalendarEvent | EventMistake {
	const latest = latestOf(parts);
	// Without the whole, each change stands for itself; the first of them is then the event.
	const main = latest.find((part) => !lineOf(part, 'RECURRENCE-ID')) ?? latest[0]!;
	const uid = lineOf(main, 'UID')?.value.trim() ?? '';
	const mistake = ({ refused, line, about }: WhenMistake | Omit<EventMistake, 'uid'>): EventMistake => ({
		...refuse(refused),
		uid,
		line,
		about: about.slice(0, 60),
	});
	if (uid === '') return mistake({ ...refuse('no-uid'), line: main.line, about: '' });

	const when = readWhen(main, context);
	if ('refused' in when) return mistake(when);
	const others = latest.filter((part) => part !== main);
	if (others.length > MOST_CHANGES)
		return mistake({ ...refuse('too-many-changes'), line: main.line, about: String(others.length) });
	const changes = [];
	for (const part of others) {
		const change = readChange(part, when, context);
		if ('refused' in change) return mistake(change);
		changes.push(change);
	}
	return { ...wordsOf(main, uid, context.now), when: { ...when, changes: [...when.changes, ...changes] } };
}

/** Of several tellings of the same, the one that was changed last. */
function latestOf(parts: readonly Component[]): Component[] {
	const latest = new Map<string, Component>();
	for (const part of parts) {
		const of = lineOf(part, 'RECURRENCE-ID')?.value ?? '';
		const known = latest.get(of);
		if (!known || sequenceOf(part) >= sequenceOf(known)) latest.set(of, part);
	}
	return [...latest.values()];
}

const sequenceOf = (part: Component): number => {
	const sequence = Number(lineOf(part, 'SEQUENCE')?.value.trim());
	return Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0;
};

const MOST_LETTERS = 20_000;

function wordsOf(part: Component, uid: string, now: Date): Omit<CalendarEvent, 'when'> {
	const text = (name: string) =>
		unescaped(lineOf(part, name)?.value ?? '')
			.slice(0, MOST_LETTERS)
			.trim();
	const status = text('STATUS').toUpperCase();
	const url = text('URL');
	return {
		uid: unescaped(uid),
		sequence: sequenceOf(part),
		stamp: stampOf(part) ?? now,
		status: status === 'CANCELLED' ? 'cancelled' : status === 'TENTATIVE' ? 'tentative' : 'confirmed',
		summary: text('SUMMARY'),
		description: text('DESCRIPTION'),
		location: text('LOCATION'),
		url: /^https?:\/\//i.test(url) ? url : '',
		categories: (lineOf(part, 'CATEGORIES')?.value ?? '')
			.split(/(?<!\\),/)
			.map((category) => unescaped(category).trim())
			.filter((category) => category !== ''),
		private: ['PRIVATE', 'CONFIDENTIAL'].includes(text('CLASS').toUpperCase()),
	};
}

function stampOf(part: Component): Date | undefined {
	const value = (lineOf(part, 'LAST-MODIFIED') ?? lineOf(part, 'DTSTAMP'))?.value.trim() ?? '';
	const [, date, time] = /^(\d{8})T(\d{6})Z$/.exec(value) ?? [];
	if (!date || !time) return undefined;
	const iso = `${date.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`;
	const stamp = new Date(iso);
	return Number.isNaN(stamp.getTime()) ? undefined : stamp;
}
