import { isZone } from '#platform/time.ts';
import type { Listing } from './listing.ts';
import type { Day } from './times.ts';
import { calm, line, paragraphs } from './tidy.ts';

/** How other people’s lists tell things, and what that is here. Every format is read with these. */

export const LONGEST = { slug: 255, name: 255, line: 255, address: 500, notes: 2000, url: 2000 };

/** One line, without the comma it may end in, and without shouting. */
export const shortLine = (raw: string | null, atMost = LONGEST.line): string | null => {
	const text = line(raw, atMost)?.replace(/[\s,;]+$/, '');
	return text ? calm(text) : null;
};

/** Parts of an address in one line. A part that an earlier one already ends with is not said twice. */
export function joined(parts: readonly (string | null | undefined)[]): string | null {
	const said: string[] = [];
	for (const part of parts)
		if (part && !said.some((before) => before === part || before.endsWith(`, ${part}`))) said.push(part);
	return said.length > 0 ? shortLine(said.join(', '), LONGEST.address) : null;
}

/** Several notes as one, each said once. */
export function notesOf(...told: readonly (string | null)[]): string | null {
	const notes = told.map((text) => paragraphs(text, LONGEST.notes)).filter(Boolean);
	return paragraphs([...new Set(notes)].join('\n\n'), LONGEST.notes);
}

/** `8:00`, `08:00`, `08:00:00` and `8:00 PM` are all told as `08:00` or `20:00`. Null: not said. Undefined: no such time. */
export function timeOf(told: string | null): string | null | undefined {
	if (!told?.trim()) return null;
	const parts = /^(\d{1,2})[:.](\d\d)(?::\d\d)?(?:\s*([ap])\.?m\.?)?$/i.exec(told.trim());
	if (!parts) return undefined;

	const [, hours, minutes, half] = parts;
	const hour = half ? hourOfHalf(Number(hours), half) : Number(hours);
	if (Number.isNaN(hour) || hour > 23 || Number(minutes) > 59) return undefined;
	return `${String(hour).padStart(2, '0')}:${minutes}`;
}

const hourOfHalf = (hour: number, half: string) =>
	hour < 1 || hour > 12 ? NaN : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);

/** Undefined when a day is none of the seven. Tables for people to fill in write them out, in English. */
export function daysOf(told: readonly (string | number)[]): Day[] | undefined {
	const numbers = told.map((day) => (typeof day === 'number' ? day : dayNamed(day.trim())));
	if (!numbers.every((day) => Number.isInteger(day) && day >= 0 && day <= 6)) return undefined;
	return [...new Set(numbers as Day[])].sort((a, b) => a - b);
}

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const dayNamed = (told: string) =>
	/^\d$/.test(told) ? Number(told) : told.length < 3 ? NaN : foundAt(dayNames, told.toLowerCase());

const foundAt = (names: readonly string[], beginning: string) => {
	const at = names.findIndex((name) => name.startsWith(beginning));
	return at === -1 ? NaN : at;
};

const LONGEST_MEETING = 12 * 60;

/** Minutes from start to end, over midnight if need be. An end that makes no sense is an end nobody knows. */
export function lengthOf(start: string | null | undefined, end: string | null | undefined): number | null {
	if (!start || !end) return null;
	return sensible((minutesOf(end) - minutesOf(start) + 24 * 60) % (24 * 60));
}

export const sensible = (minutes: number): number | null =>
	minutes > 0 && minutes <= LONGEST_MEETING ? minutes : null;

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Two letters of ISO 3166-1, where the list writes them; a country’s name stays in the address alone. */
export const countryOf = (told: string | null) =>
	/^[A-Z]{2}$/.test(told?.trim() ?? '') ? told!.trim() : null;

/** Null where it is not said, or not on the globe; nobody meets in the sea off Ghana, at 0° 0°. */
export function positionOf(
	latitude: number | null,
	longitude: number | null,
	{ coarse }: { coarse: boolean },
): Listing['position'] {
	if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null;
	const onGlobe = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
	return onGlobe ? { latitude, longitude, coarse } : null;
}

/** An address of the web that a link may lead to; anything else (`javascript:`, passwords in it) is left out. */
export function urlOf(raw: string | null): string | null {
	const url = URL.parse(raw?.trim() ?? '');
	if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
	return url.href.length <= LONGEST.url ? url.href : null;
}

/** The zone that a row names, or else the one of the list. */
export type ZoneOf = (told: string | null) => string | null;

/** Asking whether a zone exists is slow, and a list asks the same for each of its rows. */
export function zoneReader(otherwise: string | null): ZoneOf {
	const known = new Map<string, string | null>();
	return (told) => {
		const name = told?.trim() ?? '';
		const zone = known.get(name) ?? (name.includes('/') && isZone(name) ? name : otherwise);
		known.set(name, zone);
		return zone;
	};
}

/** `2026-05-03 18:00:00`, which is UTC. */
export function momentOf(raw: string | null): Date | null {
	const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)/.exec(raw?.trim() ?? '');
	const moment = new Date(parts ? `${parts[1]}T${parts[2]}Z` : NaN);
	return Number.isNaN(moment.getTime()) ? null : moment;
}
