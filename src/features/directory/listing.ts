import type { AgeBand } from '#features/people/person.ts';
import type { Day } from './times.ts';
import type { TypeCode } from './types.ts';

/** What can be found: our own circles and rooms, and whatever a service body lists. */
export const kinds = ['circle', 'room', 'workshop', 'place', 'meeting'] as const;
export type ListingKind = (typeof kinds)[number];

/** How people are together there. A place that is open at certain hours is a drop-in. */
export const forms = ['group', 'one-to-one', 'drop-in', 'workshop'] as const;
export type Form = (typeof forms)[number];

/** What somebody may need to be able to come. A listing names those that are met for certain. */
export const accessNeeds = ['step-free', 'captions', 'quiet', 'camera-free', 'text-welcome'] as const;
export type AccessNeed = (typeof accessNeeds)[number];

/** How many recurrences a listing can have at most. */
export const MOST_TIMES = 50;

/** Where on the globe, in degrees (WGS 84). */
export interface Position {
	latitude: number;
	longitude: number;
	/** The middle of a neighbourhood, and not the door. */
	coarse: boolean;
}

/**
 * Something that somebody looking for people who have been there could go to. Facts of the group only: no names, numbers
 * or accounts of the people who hold it. `null` means that nobody has said.
 */
export interface Listing {
	kind: ListingKind;
	/** Names it within its service body, for as long as that does. */
	slug: string;
	name: string;
	/** What it is for, in the group’s own words. */
	about: string | null;
	topics: readonly string[];
	/** BCP 47 tags. */
	languages: readonly string[];
	form: Form;
	structure: 'structured' | 'informal' | null;
	access: readonly AccessNeed[];
	/** Null: free. Else in the group’s own words. */
	cost: string | null;
	ageBand: AgeBand;
	/** Whom it is for, in the group’s own words: “women”, “anyone who hears voices”. Null: everyone. */
	identity: string | null;
	observersWelcome: boolean | null;
	newcomersWelcome: boolean | null;
	/** How many people come, or can. */
	size: number | null;
	/** How to join, in words. */
	joining: string | null;

	/** Weekly, as most lists say it. In order, each once. None: it is said by `times`, by appointment, or forgotten. */
	days: readonly Day[];
	/** Local time of the start, `19:00`. Null: to be asked. */
	time: string | null;
	minutes: number | null;
	/** IANA name. Null: the clocks are those of the place. */
	zone: string | null;
	/** What weeks cannot say, as recurrences of RFC 5545; where there are some, `days` and `time` do not count. */
	times: readonly string[];

	/** Kinds of the Meeting Guide format. */
	types: readonly TypeCode[];
	group: string | null;
	/** What the place is called, and how to find one’s way in. */
	place: string | null;
	placeNotes: string | null;
	/** One line to write on an envelope, or a neighbourhood when the list keeps the address to itself. */
	address: string | null;
	region: string | null;
	postcode: string | null;
	/** ISO 3166-1, two letters. */
	country: string | null;
	position: Position | null;
	/** Whether one can go there; a place closed for now is not one. */
	inPerson: boolean;
	/** Whether one takes part on our own pages, as in a circle or a room. */
	here: boolean;
	onlineUrl: string | null;
	onlineNotes: string | null;
	phone: string | null;
	phoneNotes: string | null;
	notes: string | null;
	website: string | null;
	/** When its list last changed it. */
	updated: Date | null;
}

/** What a listing is when nobody has said anything else. */
export const unsaid = {
	kind: 'meeting',
	about: null,
	topics: [],
	languages: [],
	form: 'group',
	structure: null,
	access: [],
	cost: null,
	ageBand: 'adult',
	identity: null,
	observersWelcome: null,
	newcomersWelcome: null,
	size: null,
	joining: null,
	days: [],
	time: null,
	minutes: null,
	zone: null,
	times: [],
	types: [],
	group: null,
	place: null,
	placeNotes: null,
	address: null,
	region: null,
	postcode: null,
	country: null,
	position: null,
	inPerson: false,
	here: false,
	onlineUrl: null,
	onlineNotes: null,
	phone: null,
	phoneNotes: null,
	notes: null,
	website: null,
	updated: null,
} as const satisfies Omit<Listing, 'slug' | 'name'>;

/** How one can take part. */
export type Attendance = 'in-person' | 'online' | 'both' | 'to-be-asked';

export function attendanceOf({
	inPerson,
	here = false,
	onlineUrl,
	phone,
}: Pick<Listing, 'inPerson' | 'onlineUrl' | 'phone'> & { here?: boolean }): Attendance {
	const online = here || onlineUrl !== null || phone !== null;
	if (inPerson) return online ? 'both' : 'in-person';
	return online ? 'online' : 'to-be-asked';
}
