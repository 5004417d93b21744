import { kindOf, type WrongKind } from './fields.ts';
import { unsaid } from './listing.ts';
import { leftOut, readRows, type NotAList, type ReadList, type ReadRow } from './rows.ts';
import type { Day } from './times.ts';
import { line, paragraphs } from './tidy.ts';
import {
	countryOf,
	joined,
	LONGEST,
	minutesOf,
	notesOf,
	positionOf,
	sensible,
	shortLine,
	timeOf,
	urlOf,
} from './told.ts';
import type { TypeCode } from './types.ts';

/**
 * Reads what a BMLT server answers to `client_interface/json/?switcher=GetSearchResults`: an array of meetings, or,
 * with `get_used_formats=1`, an object that holds them beside the formats that they use. Everything in it is text, numbers
 * too. What contacts there are is left where it is.
 */
export function readBmlt(
	content: unknown,
	{ zone }: { zone: string | null },
): ReadList | WrongKind | NotAList {
	const { meetings, formats } = partsOf(content);
	const keys = new Map(
		formats.flatMap(({ id, key_string }) =>
			id === undefined || typeof key_string !== 'string' ? [] : [[String(id), key_string] as const],
		),
	);
	return readRows(meetings, meetingOf(keys), { zone, slugField: 'id_bigint' });
}

/** Whether it is this format, told by its first row. */
export function isBmlt(content: unknown): boolean {
	const { meetings } = partsOf(content);
	const first: unknown = Array.isArray(meetings) ? meetings[0] : undefined;
	return kindOf(first) === 'object' && ('id_bigint' in Object(first) || 'weekday_tinyint' in Object(first));
}

interface Format {
	id?: unknown;
	key_string?: unknown;
}

function partsOf(content: unknown): { meetings: unknown; formats: readonly Format[] } {
	if (kindOf(content) !== 'object') return { meetings: content, formats: [] };
	const { meetings, formats } = content as { meetings?: unknown; formats?: unknown };
	const known = Array.isArray(formats) ? formats.filter((each) => kindOf(each) === 'object') : [];
	return { meetings: meetings ?? content, formats: known as Format[] };
}

const meetingOf =
	(keys: ReadonlyMap<string, string>): ReadRow =>
	(fields, zoneOf) => {
		const slug = fields.code('id_bigint')?.trim() ?? '';
		const name = shortLine(fields.text('meeting_name'), LONGEST.name);
		const weekday = fields.code('weekday_tinyint')?.trim() ?? '';
		const day = weekday === '' ? [] : dayOf(weekday);
		const startsAt = fields.text('start_time');
		const time = timeOf(startsAt);
		const lasts = timeOf(fields.text('duration_time'));
		const types = typesOf([
			...fields.list('formats'),
			...fields.list('format_shared_id_list').map((id) => keys.get(id.trim()) ?? ''),
		]);
		const venue = fields.code('venue_type')?.trim();
		const street = shortLine(fields.text('location_street'));
		const place = shortLine(fields.text('location_text'));
		const postcode = line(fields.code('location_postal_code_1'), 20);
		const online = urlOf(fields.text('virtual_meeting_link'));
		const phone = line(fields.code('phone_meeting_number'), LONGEST.line);
		const inPerson =
			(venue === undefined || venue === '' ? !online && !phone : venue !== '2') &&
			(place !== null || street !== null) &&
			!types.includes('TC');

		const meeting = {
			...unsaid,
			slug,
			days: day ?? [],
			time: time ?? null,
			minutes: lasts ? sensible(minutesOf(lasts)) : null,
			zone: zoneOf(fields.text('time_zone')),
			types,
			languages: languageOf(fields.text('lang_enum')),
			group: shortLine(fields.text('service_body_name')),
			place,
			placeNotes: notesOf(fields.text('location_info'), fields.text('bus_lines'), fields.text('train_lines')),
			address: joined([
				street,
				shortLine(fields.text('location_municipality')),
				[fields.text('location_province'), postcode]
					.map((part) => line(part, 80))
					.filter(Boolean)
					.join(' '),
				line(fields.text('location_nation'), 80),
			]),
			region: joined(
				['location_sub_province', 'location_city_subsection', 'location_neighborhood'].map((field) =>
					shortLine(fields.text(field)),
				),
			),
			postcode,
			country: countryOf(fields.text('location_nation')),
			position: positionOf(fields.number('latitude'), fields.number('longitude'), {
				coarse: !inPerson && !types.includes('TC'),
			}),
			inPerson,
			onlineUrl: online,
			onlineNotes: paragraphs(fields.text('virtual_meeting_additional_info'), LONGEST.notes),
			phone,
			notes: paragraphs(fields.text('comments'), LONGEST.notes),
		};

		if (fields.code('published')?.trim() === '0') return leftOut('not-public', 'published', '0');
		if (!name) return leftOut('no-name', 'meeting_name');
		if (!slug) return leftOut('no-slug', 'id_bigint');
		if (slug !== line(slug, LONGEST.slug)) return leftOut('bad-slug', 'id_bigint', slug);
		if (!day) return leftOut('bad-day', 'weekday_tinyint', weekday);
		if (time === undefined) return leftOut('bad-time', 'start_time', startsAt);
		return { ...meeting, name };
	};

/** 1 is Sunday, and 7 Saturday. */
const dayOf = (told: string): Day[] | undefined =>
	/^[1-7]$/.test(told) ? [(Number(told) - 1) as Day] : undefined;

/**
 * Formats that BMLT comes with, and what the Meeting Guide format calls the same. The same letters may mean something else
 * there (`B` is for beginners here), and servers make up their own, so no other is guessed at.
 */
const kindsOfFormats: Readonly<Record<string, TypeCode>> = {
	O: 'O',
	C: 'C',
	M: 'M',
	W: 'W',
	B: 'BE',
	D: 'D',
	St: 'ST',
	Tr: 'TR',
	WC: 'X',
	YP: 'Y',
	GL: 'LGBTQ',
	GLBT: 'LGBTQ',
	Me: 'MED',
	So: 'SP',
	Sp: 'SP',
	CS: 'CF',
	SL: 'ASL',
	ES: 'S',
	EN: 'EN',
	FR: 'FR',
	TC: 'TC',
	ASL: 'ASL',
	CL: 'CAN',
};

const typesOf = (told: readonly string[]): TypeCode[] => [
	...new Set(told.flatMap((format) => kindsOfFormats[format.trim()] ?? [])),
];

const languageOf = (told: string | null): string[] =>
	told && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(told) ? [told] : [];
