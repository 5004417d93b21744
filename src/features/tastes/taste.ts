import type { Crowd } from '#features/rooms/room.ts';
import type { TasteKind } from './answers.ts';

/** One time at which something is. */
export interface Time {
	startsAt: Date;
	minutes: number;
}

/** Something that exists and that this viewer may see, as it is weighed. */
export interface Candidate {
	kind: TasteKind;
	/** Names it among all of them: `circle:long-nights`. */
	key: string;
	/** What it is called; null where it has no name before one has an account. */
	name: string | null;
	href: string;
	about: string | null;
	topics: readonly string[];
	/** BCP 47. None: nobody has said. */
	languages: readonly string[];
	/** Only for some, in the group’s own words, or by the kind of its meetings. */
	onlyFor: boolean;
	/** When it is, soonest first. None: at any hour, or as the two of you agree. */
	times: readonly Time[];
	/** Whether it can be joined while it is on, as an open door can. */
	dropIn: boolean;
	/** Somebody holds it just now, whatever its times say. */
	heldNow: boolean;
	/** The clocks that it keeps; null where they are the reader’s. */
	zone: string | null;
	where: 'here' | 'online' | 'in-person' | 'both';
	/** Where one would go. */
	place: string | null;
	structure: 'structured' | 'informal' | null;
	/** Whether one could be seen there: not at all, only if one wants to be, or by everybody. */
	seen: 'never' | 'if-you-wish' | 'yes';
	/** Whether it is reached by phone alone. */
	phoneOnly: boolean;
	newcomers: boolean;
	/** Who is there: those who look after it, and about how many others. Null: nobody knows. */
	hosts: number | null;
	others: number | null;
	/** The same of a room that is held. */
	crowd: Crowd | null;
	/** Of a circle, for its drawing. */
	capacity: number | null;
}

/** When a taste can be had, as it is told. */
export type When =
	| { is: 'now'; until: Date | null }
	| { is: 'at'; at: Date; minutes: number }
	| { is: 'any-hour'; next: Date | null }
	| { is: 'to-agree'; from: Date | null };

/** The one thing that speaks for it, for this person. */
export type Why =
	| 'more'
	| 'now'
	| 'your-time'
	| 'read-quietly'
	| 'with-others'
	| 'listens'
	| 'ideas'
	| 'unseen'
	| 'few'
	| 'newcomers'
	| 'soon'
	| 'different';

export interface Taste extends Candidate {
	mark: string;
	when: When;
	why: Why;
}
