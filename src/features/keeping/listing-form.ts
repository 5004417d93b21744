import { accessNeeds, forms, MOST_TIMES, unsaid, type Listing } from '#features/directory/listing.ts';
import { days as allDays, type Day } from '#features/directory/times.ts';
import { weekdays } from '#platform/recurrence/calendar-days.ts';
import { formTimesOf, timesFrom, type FormTimes } from './form-times.ts';
import type { EnteredKind, ListingTyped } from './forms.ts';

/** What the form offers to choose from. */
export const offered = { forms, accessNeeds, days: allDays };

/** How people are together, where nobody has said anything else. */
const usualForm = { meeting: 'group', workshop: 'workshop', place: 'drop-in' } as const satisfies Record<
	EnteredKind,
	Listing['form']
>;

/** A listing with nothing said but its kind. */
export const blank = (kind: EnteredKind, zone: string | null): Listing => ({
	...unsaid,
	kind,
	form: usualForm[kind],
	zone,
	slug: '',
	name: '',
});

/** What the form asks about and a listing keeps as it was typed. Whatever else is sent counts for nothing. */
const asked = [
	...([
		'name',
		'about',
		'topics',
		'languages',
		'structure',
		'access',
		'cost',
		'ageBand',
		'identity',
	] as const),
	...([
		'observersWelcome',
		'newcomersWelcome',
		'size',
		'joining',
		'zone',
		'group',
		'notes',
		'website',
	] as const),
	...(['place', 'placeNotes', 'address', 'region', 'postcode', 'country', 'inPerson'] as const),
	...(['onlineUrl', 'onlineNotes', 'phone', 'phoneNotes'] as const),
] satisfies (keyof Listing & keyof ListingTyped)[];

/** What a form makes of a listing: what it does not ask about stays, and so do times that it cannot say. */
export function listingFrom(typed: ListingTyped, before: Listing): Listing {
	const { times, days, time, minutes, zone, precision, position, form } = typed;
	const { others } = formTimesOf(before.times, before.zone ?? '');
	const written = [...timesOf({ times, days, time, minutes, zone }), ...others].slice(0, MOST_TIMES);
	const weekly = written.length === 0;
	return {
		...before,
		...(Object.fromEntries(asked.map((name) => [name, typed[name]])) as Partial<Listing>),
		form: form ?? before.form,
		days: weekly ? days : [],
		time: weekly ? time : null,
		minutes: weekly ? minutes : null,
		times: written,
		position: position && placed(position, precision),
	};
}

interface When extends Pick<Listing, 'days' | 'time' | 'minutes' | 'zone'> {
	times: FormTimes;
}

/** Beside other times, a plain week is one of them: else it would not count. */
function timesOf({ times, days, time, minutes, zone }: When): string[] {
	if (times.rows.length === 0 || zone === null) return [];
	const plain =
		days.length > 0 && time !== null
			? [
					{
						every: 'w1' as const,
						days: days.map((day) => weekdays[(day + 6) % 7]!),
						since: '',
						at: time,
						until: endOf(time, minutes ?? 60),
					},
				]
			: [];
	return timesFrom({ ...times, rows: [...times.rows, ...plain] }, zone);
}

function endOf(time: string, minutes: number): string {
	const end = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes;
	return [Math.floor(end / 60) % 24, end % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** A coarse position is never kept more exactly than to about a kilometre. */
function placed(
	{ latitude, longitude }: { latitude: number; longitude: number },
	precision: 'coarse' | 'exact',
): Listing['position'] {
	const coarse = precision === 'coarse';
	const rounded = (degrees: number) => (coarse ? Math.round(degrees * 100) / 100 : degrees);
	return { latitude: rounded(latitude), longitude: rounded(longitude), coarse };
}

/** A listing as the form shows it. */
export function valuesOf(listing: Listing): Record<string, string | string[]> {
	const { rows, off, extra } = formTimesOf(listing.times, listing.zone ?? '');
	const { position } = listing;
	const answer = (yes: boolean | null) => (yes === null ? '' : yes ? 'yes' : 'no');
	return {
		name: listing.name,
		about: listing.about ?? '',
		topics: listing.topics.join(', '),
		languages: [...listing.languages],
		form: listing.form,
		structure: listing.structure ?? '',
		access: [...listing.access],
		cost: listing.cost ?? '',
		ageBand: listing.ageBand,
		identity: listing.identity ?? '',
		observersWelcome: answer(listing.observersWelcome),
		newcomersWelcome: answer(listing.newcomersWelcome),
		size: listing.size === null ? '' : String(listing.size),
		joining: listing.joining ?? '',
		days: allDays.filter((day: Day) => listing.days.includes(day)).map(String),
		time: listing.time ?? '',
		minutes: listing.minutes === null ? '' : String(listing.minutes),
		zone: listing.zone ?? '',
		...Object.fromEntries(
			rows.flatMap((row, at) => [
				[`every${at}`, row.every],
				[`days${at}`, [...row.days]],
				[`since${at}`, row.since],
				[`at${at}`, row.at],
				[`until${at}`, row.until],
			]),
		),
		off: off.join('\n'),
		extra: extra.map((local) => local.replace('T', ' ')).join('\n'),
		group: listing.group ?? '',
		place: listing.place ?? '',
		placeNotes: listing.placeNotes ?? '',
		address: listing.address ?? '',
		region: listing.region ?? '',
		postcode: listing.postcode ?? '',
		country: listing.country ?? '',
		position: position ? `${position.latitude}, ${position.longitude}` : '',
		precision: position && !position.coarse ? 'exact' : 'coarse',
		inPerson: listing.inPerson ? ['yes'] : [],
		onlineUrl: listing.onlineUrl ?? '',
		onlineNotes: listing.onlineNotes ?? '',
		phone: listing.phone ?? '',
		phoneNotes: listing.phoneNotes ?? '',
		notes: listing.notes ?? '',
		website: listing.website ?? '',
	};
}
