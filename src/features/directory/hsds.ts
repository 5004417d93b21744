import { describe } from '#platform/recurrence/describe.ts';
import type { Recurrence } from '#platform/recurrence/recurrence.ts';
import { recurrencesOf } from './calendar-events.ts';
import type { ListingId } from './events.ts';
import { attendanceOf, type Listing } from './listing.ts';

/**
 * Listings as the Human Services Data Specification has them (Open Referral, HSDS 3.0): a service body is an organization,
 * a listing is a service at one location. What nobody has said is left out, but for what the specification requires.
 */

export interface Body {
	id: string;
	name: string;
	about: string | null;
	website: string | null;
}

export interface Publicly {
	id: ListingId;
	listing: Listing;
	body: Body;
	changed: Date;
}

export const organizationOf = ({ id, name, about, website }: Body) =>
	said({ id, name, description: about ?? name, website });

/** What a list of services says of each. */
export const serviceSummaryOf = ({ id, listing, changed }: Publicly) =>
	said({
		id,
		name: listing.name,
		description: [listing.about, listing.notes].filter(Boolean).join('\n\n') || null,
		url: listing.website,
		status: listing.types.includes('TC') ? 'temporarily closed' : 'active',
		application_process: listing.joining,
		fees_description: listing.cost ?? 'Free',
		eligibility_description: listing.identity,
		...ages[listing.ageBand],
		last_modified: (listing.updated ?? changed).toISOString(),
	});

const ages = {
	adult: { minimum_age: 18, maximum_age: null },
	'13-17': { minimum_age: 13, maximum_age: 17 },
	'16-25': { minimum_age: 16, maximum_age: 25 },
} as const;

/** All of a service, with everything that belongs to it inside. */
export function serviceOf(publicly: Publicly, since: string) {
	const { id, listing, body } = publicly;
	return {
		...serviceSummaryOf(publicly),
		organization: organizationOf(body),
		...several('languages', languagesOf(publicly)),
		...several('schedules', schedulesOf(publicly, since)),
		...several(
			'phones',
			listing.phone
				? [said({ id: within(id, 1), number: listing.phone, description: listing.phoneNotes })]
				: [],
		),
		service_at_locations: [{ id: within(id, 2), location: locationOf(publicly) }],
	};
}

/** A service where it is, with the service inside. */
export const serviceAtLocationOf = (publicly: Publicly, since: string) => ({
	id: within(publicly.id, 2),
	service: { ...serviceSummaryOf(publicly), organization: organizationOf(publicly.body) },
	location: locationOf(publicly),
	...several('schedules', schedulesOf(publicly, since)),
});

function locationOf({ id, listing }: Publicly) {
	const attendance = attendanceOf(listing);
	const { position, address, place } = listing;
	const virtual = attendance === 'online';
	return {
		...said({
			id: within(id, 3),
			location_type: virtual ? 'virtual' : 'physical',
			name: place,
			description: listing.placeNotes,
			url: listing.onlineUrl,
			latitude: position?.latitude,
			longitude: position?.longitude,
		}),
		...several(
			'addresses',
			address && !virtual
				? [
						{
							// One line is all that most lists know; the parts that are required are then empty.
							...{ id: within(id, 4), address_1: address, city: '', state_province: '' },
							...(listing.region !== null && { region: listing.region }),
							postal_code: listing.postcode ?? '',
							country: listing.country ?? '',
							address_type: 'physical',
						},
					]
				: [],
		),
		...several(
			'accessibility',
			listing.access.map((need, at) => ({ id: within(id, 8 + at), description: accessTold[need] })),
		),
	};
}

const accessTold: Record<Listing['access'][number], string> = {
	'step-free': 'There are no steps on the way in.',
	captions: 'What is said is captioned.',
	quiet: 'It is quiet.',
	'camera-free': 'Cameras may stay off.',
	'text-welcome': 'Taking part by text alone is welcome.',
};

const languagesOf = ({ id, listing }: Publicly) =>
	listing.languages.map((code, at) => ({
		id: `${within(id, 5).slice(0, -2)}${String(at % 100).padStart(2, '0')}`,
		name: new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code,
		code,
	}));

const schedulesOf = ({ id, listing }: Publicly, since: string) =>
	recurrencesOf(listing, since).map((when, at) =>
		scheduleOf(`${within(id, 6).slice(0, -2)}${String(at % 100).padStart(2, '0')}`, when),
	);

/**
 * The format has repetitions by weeks and months, and knows no zones: `timezone` is an offset, which is right for one half
 * of the year. So times are those of the clocks there, and the zone is named in words.
 */
function scheduleOf(id: string, when: Recurrence) {
	const { how, at, ends } = describe(when);
	const clocks = when.wholeDays ? null : `On the clocks of ${when.zone}.`;
	return said({
		id,
		dtstart: when.start.slice(0, 10),
		...repeated(how),
		until: ends && 'on' in ends ? ends.on : null,
		count: ends && 'times' in ends ? ends.times : null,
		opens_at: at,
		closes_at: at === null || when.lasts.days > 0 ? null : clockAfter(at, when.lasts.seconds / 60),
		notes: clocks,
	});
}

function repeated(how: ReturnType<typeof describe>['how']): Record<string, unknown> {
	switch (how.every) {
		case 'week':
			return { freq: 'WEEKLY', interval: how.n, byday: how.weekdays.join(',') };
		case 'month':
			if ('places' in how)
				return { freq: 'MONTHLY', interval: how.n, byday: how.places.map(placed).join(',') };
			return 'dates' in how
				? { freq: 'MONTHLY', interval: how.n, bymonthday: how.dates.join(',') }
				: { description: 'See the website.' };
		case 'once':
			return { valid_from: how.on, valid_to: how.on };
		default:
			return { description: 'See the calendar of this listing.' };
	}
}

const placed = ({ nth, day }: { nth: number; day: string }) => (nth === 0 ? day : `${nth}${day}`);

function clockAfter(at: string, minutes: number): string {
	const later = Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5)) + Math.round(minutes);
	return `${String(Math.floor(later / 60) % 24).padStart(2, '0')}:${String(later % 60).padStart(2, '0')}`;
}

/** Things inside a listing are named after it: a UUID of our own making (RFC 9562, version 8), always the same. */
export const within = (id: string, part: number): string =>
	`${id.slice(0, 14)}8${part.toString(16)}${id.slice(16)}`;

const several = <Item>(name: string, items: readonly Item[]): Record<string, readonly Item[]> =>
	items.length > 0 ? { [name]: items } : {};

const said = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/** A page of things, as the specification wraps it. */
export const pageOf = <Item>(
	contents: readonly Item[],
	{ total, page, perPage }: { total: number; page: number; perPage: number },
) => {
	const pages = Math.max(1, Math.ceil(total / perPage));
	return {
		total_items: total,
		total_pages: pages,
		page_number: page,
		size: contents.length,
		first_page: page === 1,
		last_page: page >= pages,
		empty: contents.length === 0,
		contents,
	};
};
