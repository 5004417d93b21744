import { unsaid, type Listing } from '../listing.ts';

/** A listing as its table keeps it. */
export const columnsOf = (listing: Listing) => ({
	slug: listing.slug,
	kind: listing.kind,
	name: listing.name,
	about: listing.about,
	topics: listing.topics,
	languages: listing.languages,
	form: listing.form,
	structure: listing.structure,
	access: listing.access,
	cost: listing.cost,
	age_band: listing.ageBand,
	identity: listing.identity,
	observers_welcome: listing.observersWelcome,
	newcomers_welcome: listing.newcomersWelcome,
	size: listing.size,
	joining: listing.joining,
	times: listing.times,
	postcode: listing.postcode,
	country: listing.country,
	latitude: listing.position?.latitude ?? null,
	longitude: listing.position?.longitude ?? null,
	coarse: listing.position?.coarse ?? false,
	days: listing.days,
	local_time: listing.time,
	minutes: listing.minutes,
	zone: listing.zone,
	types: listing.types,
	group_name: listing.group,
	place: listing.place,
	place_notes: listing.placeNotes,
	address: listing.address,
	region: listing.region,
	in_person: listing.inPerson,
	here: listing.here,
	online_url: listing.onlineUrl,
	online_notes: listing.onlineNotes,
	phone: listing.phone,
	phone_notes: listing.phoneNotes,
	notes: listing.notes,
	website: listing.website,
	list_updated_at: listing.updated,
});

/** Every column that says something of a listing. */
export const columns = Object.keys(
	columnsOf({ ...unsaid, slug: '', name: '' }),
) as readonly (keyof ReturnType<typeof columnsOf>)[];

/** What a listing says, as rows of its past and proposals keep it: its columns, in JSON. */
export type Said = Omit<ReturnType<typeof columnsOf>, 'list_updated_at'> & {
	list_updated_at: Date | string | null;
};

/** What a row said before there was a column says nothing in it. */
const unspoken: Said = columnsOf({ ...unsaid, slug: '', name: '' });

/** A listing, from the columns of its table or from what was kept of them. */
export function listingOf(columnsThen: Partial<Said> & Pick<Said, 'slug' | 'name'>): Listing {
	const says = { ...unspoken, ...columnsThen };
	const { latitude, longitude, coarse, list_updated_at: updated } = says;
	return {
		kind: says.kind,
		slug: says.slug,
		name: says.name,
		about: says.about,
		topics: says.topics,
		languages: says.languages,
		form: says.form,
		structure: says.structure,
		access: says.access,
		cost: says.cost,
		ageBand: says.age_band,
		identity: says.identity,
		observersWelcome: says.observers_welcome,
		newcomersWelcome: says.newcomers_welcome,
		size: says.size,
		joining: says.joining,
		days: says.days,
		time: says.local_time?.slice(0, 5) ?? null,
		minutes: says.minutes,
		zone: says.zone,
		times: says.times,
		types: says.types,
		group: says.group_name,
		place: says.place,
		placeNotes: says.place_notes,
		address: says.address,
		region: says.region,
		postcode: says.postcode,
		country: says.country,
		position: latitude === null || longitude === null ? null : { latitude, longitude, coarse },
		inPerson: says.in_person,
		here: says.here,
		onlineUrl: says.online_url,
		onlineNotes: says.online_notes,
		phone: says.phone,
		phoneNotes: says.phone_notes,
		notes: says.notes,
		website: says.website,
		updated: typeof updated === 'string' ? new Date(updated) : updated,
	};
}
