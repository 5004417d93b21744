import type { Listing } from './listing.ts';
import { minutesOf } from './told.ts';
import { weeklyOf } from './weekly.ts';

/** Whose listing it is, for a list that says so with each row. */
export interface From {
	/** Names the listing in this list. */
	slug: string;
	/** Who lists it, and their website. */
	entity: string | null;
	entityUrl: string | null;
	/** Where somebody can say that it has changed. */
	feedbackUrl: string | null;
}

/** One row of a list in the Meeting Guide format; what nobody has said is left out. */
export interface GuideRow {
	name: string;
	slug: string;
	day?: number | readonly number[];
	time?: string;
	end_time?: string;
	timezone?: string;
	types?: readonly string[];
	[field: string]: string | number | readonly number[] | readonly string[] | undefined;
}

/** Why the format cannot say a listing: it knows weekly meetings, and those by appointment. */
export type Unsayable = 'more-than-weekly';

/**
 * A listing as the Meeting Guide format says it, or why it cannot. What is read back from it is the same, as far as the
 * format goes: it has no words for topics, languages, access needs, cost, ages, whom it is for, and how to join.
 */
export function guideRowOf(listing: Listing, { slug, ...from }: From): GuideRow | { cannot: Unsayable } {
	const weekly = listing.times.length > 0 ? weeklyOf(listing) : listing;
	if (!weekly) return { cannot: 'more-than-weekly' };

	const { days, time, minutes, zone } = weekly;
	const { position, inPerson } = listing;
	const closed = listing.types.includes('TC');
	const somewhere = listing.place !== null || listing.address !== null;
	// Only its town is known, or nobody may come: without a word a reader would take either for a place to go to.
	const approximate = position?.coarse || (!inPerson && !closed && somewhere);
	const exactly = position && !(position.coarse && inPerson);
	return said({
		name: listing.name,
		slug,
		day: days.length === 1 ? days[0] : days.length > 1 ? days : undefined,
		time,
		end_time: time && minutes ? clock(minutesOf(time) + minutes) : undefined,
		timezone: zone,
		types: listing.types.length > 0 ? listing.types : undefined,
		location: listing.place,
		location_notes: listing.placeNotes,
		formatted_address: listing.address,
		region: listing.region,
		postal_code: listing.postcode,
		country: listing.country,
		latitude: exactly ? position.latitude : undefined,
		longitude: exactly ? position.longitude : undefined,
		approximate: approximate && !inPerson ? 'yes' : somewhere ? 'no' : undefined,
		conference_url: listing.onlineUrl,
		conference_url_notes: listing.onlineNotes,
		conference_phone: listing.phone,
		conference_phone_notes: listing.phoneNotes,
		group: listing.group,
		notes: listing.notes,
		url: listing.website,
		updated: listing.updated?.toISOString().slice(0, 19).replace('T', ' '),
		entity: from.entity,
		entity_website_url: from.entity === null ? null : from.entityUrl,
		feedback_url: from.feedbackUrl,
	});
}

/** The columns of the same list as a table, in this order. */
export const guideColumns = [
	...['name', 'slug', 'day', 'time', 'end_time', 'timezone', 'types', 'location', 'location_notes'],
	...['formatted_address', 'region', 'postal_code', 'country', 'latitude', 'longitude', 'approximate'],
	...['conference_url', 'conference_url_notes', 'conference_phone', 'conference_phone_notes', 'group'],
	...['notes', 'url', 'updated', 'entity', 'entity_website_url', 'feedback_url'],
] as const;

/** A row as text, cell by cell. */
export const cellsOf = (row: GuideRow): Record<string, string> =>
	Object.fromEntries(Object.entries(row).map(([name, value]) => [name, [value ?? []].flat().join(',')]));

const said = (row: Readonly<Record<string, GuideRow[string] | null>>): GuideRow =>
	Object.fromEntries(
		Object.entries(row).filter(([, value]) => value !== null && value !== undefined),
	) as GuideRow;

const clock = (minutes: number) =>
	`${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
