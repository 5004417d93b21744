import type { PairingId } from '#features/pairings/pairing.ts';
import { ASK_AFTER, GRACE } from '#features/rooms/holding.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { after, hours, minutes } from '#platform/time.ts';

/** A supporter who is there for talks now. It lapses by the mere passing of time, as holding a room does. */
export interface Here {
	personId: PersonId;
	/** When they last said that they are here. */
	confirmedAt: Date;
	/** However often they say so, no longer than this. */
	until: Date;
	/** BCP 47. */
	languages: readonly string[];
	/** Whom they are with; null for nobody. */
	pairingId: PairingId | null;
	/** Whether a coordinator’s asking still stands: the duty itself, looked at now. */
	asked: boolean;
	resting: boolean;
}

/** Nobody says that they are there for longer than this; whoever stays says so again. */
const LONGEST = hours(6);

/** The moment from which somebody does not count as being there any more. Whoever is in a talk is not asked. */
export function hereUntil({ confirmedAt, until, pairingId }: Here): Date {
	const unanswered = after(confirmedAt, ASK_AFTER + GRACE);
	return pairingId === null && unanswered < until ? unanswered : until;
}

/** Whether somebody is there for talks at this moment. */
export const isHere = (here: Here | undefined, now: Date): here is Here =>
	here !== undefined && here.asked && !here.resting && now < hereUntil(here);

/** Whether they are being asked if they are still there. */
export const isAsked = (here: Here, now: Date): boolean =>
	here.pairingId === null && isHere(here, now) && now >= after(here.confirmedAt, ASK_AFTER);

/** When that changes next by itself. */
export const changesNext = (here: Here, now: Date): Date => {
	const question = after(here.confirmedAt, ASK_AFTER);
	return here.pairingId === null && question > now ? question : hereUntil(here);
};

/** Until when somebody could say that they are there: full and half hours, the soonest in half an hour. */
export function untilChoices(now: Date): Date[] {
	const half = minutes(30);
	const first = Math.ceil((now.getTime() + half) / half) * half;
	return Array.from({ length: LONGEST / half }, (_, n) => new Date(first + n * half));
}

/** What a page offered a while ago may have passed. */
export function decideUntil(until: Date, now: Date): { until: Date } | Refused<'time-is-past' | 'too-long'> {
	if (until <= now) return refuse('time-is-past');
	return until <= after(now, LONGEST + minutes(60)) ? { until } : refuse('too-long');
}
