/** For whom a line is; `everyone` stands alone. */
export const audiences = [
	'everyone',
	'children',
	'young',
	'parents',
	'women',
	'men',
	'lgbtq',
	'veterans',
	'indigenous',
] as const;
export type LineAudience = (typeof audiences)[number];

/** What a line is about. */
export const topics = ['crisis', 'listening', 'violence', 'substances', 'mental-health'] as const;
export type Topic = (typeof topics)[number];

export const costs = ['free', 'local', 'paid', 'unknown'] as const;

/** Who answers an emergency number. */
export const emergencies = ['all', 'ambulance', 'police', 'fire'] as const;

/** A part of some days of every week, on the clock of the line. Where it ends is on the next day if not after its beginning. */
export interface Interval {
	/** ISO weekdays: 1 is Monday. */
	days: number[];
	/** `18:00` */
	from: string;
	/** `02:00`; `00:00` is midnight, when that day is over. */
	until: string;
}

/** When somebody answers: always, at some hours of the week, or not known. */
export type Hours = 'always' | { zone: string; weekly: Interval[] } | null;

/** Somebody one can call, write to or chat with. Spelled as in its file: see README. */
export interface Line {
	/** `ES-024`. Stays the same for as long as it is the same line. */
	id: string;
	/** What it calls itself. */
	name: string;
	/** The parts of the country it is for; none for all of it. */
	regions: string[];
	for: LineAudience[];
	topics: Topic[];
	/** Exactly as dialled inside the country; null where one cannot call. */
	dial: string | null;
	/** What to press once it has answered. */
	press: string | null;
	sms: { to: string; body: string | null } | null;
	/** An address to type. */
	chat: string | null;
	/** For those who do not hear or speak: a number or an address to go by. */
	relay: string | null;
	hours: Hours;
	/** BCP 47. */
	languages: string[];
	cost: (typeof costs)[number];
	/** Whether it may send emergency services to somebody who does not want that. */
	sends_emergency: 'yes' | 'no' | 'unknown';
	/** Where all of this can be looked up. */
	source: string;
	/** The day on which somebody looked it up there: `2026-11-22`. */
	checked_on: string | null;
	/** After this day it must be looked up again. */
	expires_on: string | null;
}

/** What there is in one country. */
export interface CountryLines {
	/** ISO 3166-1. */
	country: string;
	licence: string;
	emergency: { dial: string; what: (typeof emergencies)[number] }[];
	lines: Line[];
}

/**
 * What a telephone is given to dial (RFC 3966), which is what somebody in the country would press and nothing more: a short
 * number dialled from elsewhere reaches nobody, or somebody else.
 */
export const dialled = (dial: string): string => dial.replaceAll(/[^\d*#]/g, '').replaceAll('#', '%23');

/** The address that opens a message to a line, with the word that it begins with. */
export const messageTo = ({ to, body }: { to: string; body: string | null }): string =>
	`sms:${dialled(to)}${body ? `?body=${encodeURIComponent(body)}` : ''}`;
