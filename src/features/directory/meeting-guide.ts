import type { Fields, WrongKind } from './fields.ts';
import { unsaid, type Listing } from './listing.ts';
import { leftOut, readRows, type NotAList, type ReadList, type ReadRow } from './rows.ts';
import { line, paragraphs } from './tidy.ts';
import {
	countryOf,
	daysOf,
	joined,
	lengthOf,
	LONGEST,
	momentOf,
	notesOf,
	positionOf,
	shortLine,
	timeOf,
	urlOf,
} from './told.ts';
import { typeCodeOf } from './types.ts';

/**
 * Reads a list in the Meeting Guide format, in its present form and the older one (`types` as one text, `county`).
 * `zone` is for rows that name none.
 */
export const readMeetingGuide = (
	feed: unknown,
	{ zone }: { zone: string | null },
): ReadList | WrongKind | NotAList => readRows(feed, meetingOf, { zone, slugField: 'slug' });

const meetingOf: ReadRow = (fields, zoneOf) => {
	const slug = fields.code('slug')?.trim() ?? '';
	const name = shortLine(fields.text('name'), LONGEST.name);
	const toldDays = fields.several('day');
	const days = daysOf(toldDays);
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
		notes: notesOf(fields.text('notes'), fields.text('group_notes')),
		website: urlOf(fields.text('url')),
		updated: momentOf(fields.text('updated')),
	};

	if (!name) return leftOut('no-name', 'name');
	if (!slug) return leftOut('no-slug', 'slug');
	if (slug.length > LONGEST.slug || slug !== line(slug, LONGEST.slug))
		return leftOut('bad-slug', 'slug', slug);
	if (!days) return leftOut('bad-day', 'day', toldDays.join(', '));
	if (time === undefined) return leftOut('bad-time', 'time', startsAt);
	return { ...meeting, name };
};

type Where = Pick<
	Listing,
	'place' | 'placeNotes' | 'address' | 'region' | 'postcode' | 'country' | 'position' | 'inPerson'
>;

function placeOf(fields: Fields): Where {
	const street = shortLine(fields.code('address'));
	const place = shortLine(fields.text('location'));
	const whole = shortLine(fields.text('formatted_address'), LONGEST.address);
	const area = [fields.text('state'), fields.code('postal_code')]
		.map((part) => line(part, 80))
		.filter(Boolean);
	const parts = [street, shortLine(fields.text('city')), area.join(' '), line(fields.text('country'), 80)];
	const regions =
		fields.list('regions').length > 0
			? fields.list('regions')
			: [fields.text('region'), fields.text('sub_region')];
	const region = regions.some(Boolean) ? regions : [fields.text('county')];
	// A list that names no more than a town knows no more of where it is than that.
	const coarse = fields.yes('approximate') || (place === null && street === null && whole === null);

	return {
		place,
		placeNotes: paragraphs(fields.text('location_notes'), LONGEST.notes),
		address: whole ?? joined(parts),
		region: joined(region.map((part) => shortLine(part, LONGEST.address))),
		postcode: line(fields.code('postal_code'), 20),
		country: countryOf(fields.text('country')),
		position: positionOf(fields.number('latitude'), fields.number('longitude'), { coarse }),
		inPerson: !coarse,
	};
}
