import type { AgeBand } from '#features/people/person.ts';
import type { Card } from './card.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import type { Id, PersonId } from '#platform/ids.ts';
import { after, minutes } from '#platform/time.ts';

export type NowAskId = Id<'now-ask'>;

/** Nobody is left waiting longer than this without being told that nobody came, unless the organisation says otherwise. */
export const USUAL_WAIT = 45;
/** The longest an organisation can say, and the shortest. Minutes. */
export const waits = { least: 10, most: 240 } as const;

/** In about how many minutes a supporter says that they will be there. */
export const inAbout = [5, 12, 20] as const;
export type InAbout = (typeof inAbout)[number];

/** Whoever said when they will be there may be so much later; after that nobody counts on them. */
export const LATE = minutes(10);

/** Whoever waits for somebody to sit with, as rules need them. */
export interface Waiting {
	id: NowAskId;
	personId: PersonId;
	ageBand: AgeBand;
	language: string;
	state: 'waiting' | 'lapsed' | 'paired';
	askedAt: Date;
	/** Who has said “I see you” and is still there for talks, and when they will be with them. */
	noticed: Noticed | undefined;
	pairingId: PairingId | null;
	/** False for whoever has closed the only way in they had: a nickname without a passphrase, signed out. */
	canReturn: boolean;
}

export interface Noticed {
	by: PersonId;
	withYouAt: Date;
}

/** A card: what was asked, what to avoid, in which language, and nothing else of whoever asks. */
export interface WaitingCard extends Card {
	id: NowAskId;
	/** Whether somebody has said that they come, and whether that was the reader. */
	noticed: 'by-me' | 'by-another' | null;
	/** When they will be there. */
	withYouAt: Date | null;
}

/** Who has said that they come, as long as that can be counted on. */
export function noticedNow({ noticed }: Pick<Waiting, 'noticed'>, now: Date): Noticed | undefined {
	return noticed && now < after(noticed.withYouAt, LATE) ? noticed : undefined;
}

/** The moment at which a wait is over: not while somebody is on their way. */
export function waitEndsAt(
	{ askedAt, noticed }: Pick<Waiting, 'askedAt' | 'noticed'>,
	waitMinutes: number,
): Date {
	const usual = after(askedAt, minutes(waitMinutes));
	const expected = noticed && after(noticed.withYouAt, LATE);
	return expected && expected > usual ? expected : usual;
}

/** Whether somebody still waits: worked out from the time, so that it is true whether or not a job has run. */
export const isWaiting = (
	waiting: Pick<Waiting, 'state' | 'askedAt' | 'noticed'>,
	waitMinutes: number,
	now: Date,
): boolean => waiting.state === 'waiting' && now < waitEndsAt(waiting, waitMinutes);
