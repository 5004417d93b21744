import { refuse, type Refused } from '#platform/ruling.ts';
import { isZone } from '#platform/time.ts';
import { unsaid, type Listing } from './listing.ts';
import type { Day } from './times.ts';
import { calm, line, paragraphs } from './tidy.ts';
import { typeCodeOf } from './types.ts';

/** Why one meeting of a list is left out. Everything else that is odd about a row is put right or left unsaid. */
export type NotListed = 'no-name' | 'no-slug' | 'bad-slug' | 'slug-twice' | 'bad-day' | 'bad-time';

/** A row that is left out, counted from 1. */
export interface LeftOut {
	row: number;
	because: NotListed;
}

/** A list that was read: each of its rows is in exactly one of the two. */
export interface ReadList {
	listed: Listing[];
	leftOut: LeftOut[];
}

/** What JSON can hold, as it is called when something else was expected. */
export type Kind = 'text' | 'number' | 'yes-or-no' | 'list' | 'object' | 'nothing';

/**
 * A row that is not what the format says a row is. One wrong word is refused with its row; a wrong kind of thing means
 * that this is some other format, and the whole list is refused rather than half of it misread.
 */
export interface WrongKind extends Refused<'wrong-kind'> {
	row: number;
	/** Undefined: the row itself. */
	field: string | undefined;
	found: Kind;
}

export type NotAList = Refused<'not-a-list'> & { found: Kind };

const LONGEST = { slug: 255, name: 255, line: 255, notes: 2000, url: 2000 };

/**
 * Reads a list in the Meeting Guide format, in its present form and the older one (`types` as one text, `county`).
 * `zone` is for rows that name none.
 */
export function readMeetingGuide(
	feed: unknown,
	{ zone }: { zone: string | null },
): ReadList | WrongKind | NotAList {
	if (!Array.isArray(feed)) return { ...refuse('not-a-list'), found: kindOf(feed) };

	const read: ReadList = { listed: [], leftOut: [] };
	const zoneOf = zoneReader(zone);
	const taken = new Set<string>();
	for (const [index, row] of feed.entries()) {
		const outcome = readRow(row, { number: index + 1, zoneOf });
		if ('refused' in outcome) return outcome;

		if ('because' in outcome) read.leftOut.push(outcome);
		else if (taken.has(outcome.slug)) read.leftOut.push({ row: index + 1, because: 'slug-twice' });
		else {
			taken.add(outcome.slug);
			read.listed.push(outcome);
		}
	}
	return read;
}

function readRow(
	row: unknown,
	{ number, zoneOf }: { number: number; zoneOf: ZoneOf },
): Listing | LeftOut | WrongKind {
	if (kindOf(row) !== 'object') return wrong(number, undefined, row);
	const fields = new Fields(row as Record<string, unknown>);
	const meeting = meetingOf(fields, zoneOf);
	if (fields.mistaken) return wrong(number, fields.mistaken.field, fields.mistaken.value);
	return typeof meeting === 'string' ? { row: number, because: meeting } : meeting;
}

const wrong = (row: number, field: string | undefined, value: unknown): WrongKind => ({
	...refuse('wrong-kind'),
	row,
	field,
	found: kindOf(value),
});

function meetingOf(fields: Fields, zoneOf: ZoneOf): Listing | NotListed {
	const slug = fields.code('slug')?.trim() ?? '';
	const name = shortLine(fields.text('name'), LONGEST.name);
	const days = daysOf(fields.daysAsTold());
	const startsAt = fields.text('time');
	const time = timeOf(startsAt);
	const where = placeOf(fields);
	const types = [...new Set(fields.list('types').flatMap((text) => typeCodeOf(text) ?? []))];

	const meeting = {
		...unsaid,
		slug,
		days: days ?? [],
		time: time ?? null,
		minutes: lengthOf(time, timeOf(fields.text('end_time'))),
		zone: zoneOf(fields.text('timezone')),
		types,
		group: shortLine(fields.text('group')),
		...where,
		inPerson: where.inPerson && !types.includes('TC'),
		onlineUrl: urlOf(fields.text('conference_url')),
		onlineNotes: paragraphs(fields.text('conference_url_notes'), LONGEST.notes),
		phone: line(fields.code('conference_phone'), LONGEST.line),
		phoneNotes: paragraphs(fields.text('conference_phone_notes'), LONGEST.notes),
		notes: bothNotes(fields),
		website: urlOf(fields.text('url')),
		updated: momentOf(fields.text('updated')),
	};

	if (!name) return 'no-name';
	if (!slug) return 'no-slug';
	if (slug.length > LONGEST.slug || slug !== line(slug, LONGEST.slug)) return 'bad-slug';
	if (!days) return 'bad-day';
	if (time === undefined) return 'bad-time';
	return { ...meeting, name };
}

type Where = Pick<
	Listing,
	'place' | 'placeNotes' | 'address' | 'region' | 'postcode' | 'country' | 'position' | 'inPerson'
>;

function placeOf(fields: Fields): Where {
	const street = shortLine(fields.code('address'));
	const place = shortLine(fields.text('location'));
	const whole = shortLine(fields.text('formatted_address'));
	const area = [fields.text('state'), fields.code('postal_code')]
		.map((part) => line(part, 80))
		.filter(Boolean);
	const parts = [street, shortLine(fields.text('city')), area.join(' '), line(fields.text('country'), 80)];
	const regions =
		fields.list('regions').length > 0
			? fields.list('regions')
			: [fields.text('region'), fields.text('sub_region')];
	const region = regions.some(Boolean) ? regions : [fields.text('county')];

	return {
		place,
		placeNotes: paragraphs(fields.text('location_notes'), LONGEST.notes),
		address: whole ?? joined(parts),
		region: joined(region.map((part) => shortLine(part))),
		postcode: line(fields.code('postal_code'), 20),
		country: countryOf(fields.text('country')),
		position: positionOf(fields),
		inPerson: !fields.yes('approximate') && (place !== null || street !== null || whole !== null),
	};
}

/** Two letters of ISO 3166-1, where the list writes them; a country’s name stays in the address alone. */
const countryOf = (told: string | null) => (/^[A-Z]{2}$/.test(told?.trim() ?? '') ? told!.trim() : null);

function positionOf(fields: Fields): Listing['position'] {
	const [latitude, longitude] = [fields.number('latitude'), fields.number('longitude')];
	if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null;
	const onGlobe = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
	return onGlobe ? { latitude, longitude, coarse: fields.yes('approximate') } : null;
}

const shortLine = (raw: string | null, atMost = LONGEST.line) => {
	const text = line(raw, atMost)?.replace(/[\s,;]+$/, '');
	return text ? calm(text) : null;
};

/** Parts of an address in one line. A part that an earlier one already ends with is not said twice. */
function joined(parts: readonly (string | null | undefined)[]): string | null {
	const said: string[] = [];
	for (const part of parts)
		if (part && !said.some((before) => before === part || before.endsWith(`, ${part}`))) said.push(part);
	return said.length > 0 ? line(said.join(', '), 500) : null;
}

function bothNotes(fields: Fields): string | null {
	const notes = [fields.text('notes'), fields.text('group_notes')].map((text) =>
		paragraphs(text, LONGEST.notes),
	);
	return [...new Set(notes)].filter(Boolean).join('\n\n') || null;
}

/** Undefined when a day is none of the seven. */
function daysOf(told: readonly (string | number)[]): Day[] | undefined {
	const numbers = told.map((day) =>
		typeof day === 'number' ? day : /^\s*\d\s*$/.test(day) ? Number(day) : NaN,
	);
	if (!numbers.every((day) => Number.isInteger(day) && day >= 0 && day <= 6)) return undefined;
	return [...new Set(numbers as Day[])].sort((a, b) => a - b);
}

/** `8:00`, `08:00`, `08:00:00` and `8:00 PM` are all told as `08:00` or `20:00`. Null: not said. Undefined: no such time. */
function timeOf(told: string | null): string | null | undefined {
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

/** Minutes from start to end, over midnight if need be. An end that makes no sense is an end nobody knows. */
function lengthOf(start: string | null | undefined, end: string | null | undefined): number | null {
	if (!start || !end || start === end) return null;
	const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
	const length = (minutes(end) - minutes(start) + 24 * 60) % (24 * 60);
	return length <= 12 * 60 ? length : null;
}

/** An address of the web that a link may lead to; anything else (`javascript:`, passwords in it) is left out. */
function urlOf(raw: string | null): string | null {
	const url = URL.parse(raw?.trim() ?? '');
	if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
	return url.href.length <= LONGEST.url ? url.href : null;
}

type ZoneOf = (told: string | null) => string | null;

/** Asking whether a zone exists is slow, and a list asks the same for each of its rows. */
function zoneReader(otherwise: string | null): ZoneOf {
	const known = new Map<string, string | null>();
	return (told) => {
		const name = told?.trim() ?? '';
		const zone = known.get(name) ?? (name.includes('/') && isZone(name) ? name : otherwise);
		known.set(name, zone);
		return zone;
	};
}

/** The format's own `2026-05-03 18:00:00`, which is UTC. */
function momentOf(raw: string | null): Date | null {
	const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)/.exec(raw?.trim() ?? '');
	const moment = new Date(parts ? `${parts[1]}T${parts[2]}Z` : NaN);
	return Number.isNaN(moment.getTime()) ? null : moment;
}

/** The fields of one row, and the first of them that held a wrong kind of thing. Nothing and `null` are the same. */
class Fields {
	readonly #row: Readonly<Record<string, unknown>>;
	mistaken: { field: string; value: unknown } | undefined;

	constructor(row: Readonly<Record<string, unknown>>) {
		this.#row = row;
	}

	text(field: string): string | null {
		return this.#take(field, (value) => typeof value === 'string') ?? null;
	}

	/** Something that is written but may look like a number: a slug, a postal code. */
	code(field: string): string | null {
		const value = this.#take(field, (found) => typeof found === 'string' || typeof found === 'number');
		return value === undefined ? null : String(value);
	}

	/** A number, or the text of one. Null where it is neither said nor one. */
	number(field: string): number | null {
		const told = this.code(field)?.trim();
		return told && Number.isFinite(Number(told)) ? Number(told) : null;
	}

	yes(field: string): boolean {
		const value = this.#take(field, (found) => typeof found === 'string' || typeof found === 'boolean');
		return value === true || value === 'yes' || value === 'true';
	}

	/** A list of texts, or the older dialect's one text with commas. */
	list(field: string): readonly string[] {
		const value = this.#take(
			field,
			(found): found is string | string[] =>
				typeof found === 'string' ||
				(Array.isArray(found) && found.every((item) => typeof item === 'string')),
		);
		return typeof value === 'string' ? value.split(',') : (value ?? []);
	}

	/** One day or several; an empty text is none. */
	daysAsTold(): readonly (string | number)[] {
		const isDay = (found: unknown) => typeof found === 'string' || typeof found === 'number';
		const value = this.#take(
			'day',
			(found): found is string | number | (string | number)[] =>
				isDay(found) || (Array.isArray(found) && found.every(isDay)),
		);
		const told = Array.isArray(value) ? value : value === undefined ? [] : [value];
		return told.filter((day) => typeof day !== 'string' || day.trim() !== '');
	}

	#take<Kind>(field: string, fits: (value: unknown) => value is Kind): Kind | undefined {
		const value = Object.hasOwn(this.#row, field) ? this.#row[field] : undefined;
		if (value === undefined || value === null) return undefined;
		if (fits(value)) return value;
		this.mistaken ??= { field, value };
		return undefined;
	}
}

function kindOf(value: unknown): Kind {
	if (value === null || value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'list';
	switch (typeof value) {
		case 'string':
			return 'text';
		case 'number':
			return 'number';
		case 'boolean':
			return 'yes-or-no';
		default:
			return 'object';
	}
}
