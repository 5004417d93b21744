import type { Id, PersonId } from '#platform/ids.ts';
import { days } from '#platform/time.ts';

export type NoticeId = Id<'notice'>;

/** What somebody can be told, in the order in which it is offered to be switched off. Each has a sentence. */
export const kinds = [
	'appointment-day',
	'appointment-hour',
	'appointment-booked',
	'appointment-moved',
	'appointment-called-off',
	'time-free',
	'somebody-came',
	'look-again',
	'report-answered',
	'sentence-changed',
] as const;

/**
 * What nobody can switch off: somebody else may be in danger, and whoever has taken on a duty is asked to come; and what was
 * decided about oneself, and that somebody looked at what is theirs.
 */
const always = ['needed-now', 'word-from-stewards', 'look-asked', 'look-answered', 'looked-at'] as const;

export type NoticeKind = (typeof kinds)[number] | (typeof always)[number];

/** Something to tell somebody. */
export interface Telling {
	to: PersonId;
	kind: NoticeKind;
	/** What it is about, by its id, so that it can be taken back. */
	about: string;
	/** The moment that it tells; null where it tells none. */
	at: Date | null;
	/** Where it leads: a path of ours. */
	path: string;
}

/** After so long a notice is gone. */
export const KEPT_FOR = days(30);
