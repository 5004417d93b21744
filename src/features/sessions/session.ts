import type { BookingId } from '#features/pairings/pairing.ts';
import type { Format } from '#features/supporters/supporter.ts';
import type { Id } from '#platform/ids.ts';
import { after, days, hours, minutes } from '#platform/time.ts';

/** Somebody who comes when they are needed. It is a conversation of its own, and has its id. */
export type BackupId = Id<'backup'>;

/** One booked talk of two. */
export interface Session {
	id: BookingId;
	startsAt: Date;
	endsAt: Date;
	format: Format;
}

/** Where a session is: far off, nearly there, on, coming to its close, or over. */
export type Phase = 'to-come' | 'soon' | 'on' | 'closing' | 'over';

/** So long before its beginning the page is ready for it. */
const SOON = minutes(10);

/** Two who have just come together may be talking at once, without having booked anything: for so long. */
export const FIRST_TALK = hours(3);

/** The last part of a session is for closing it. */
const CLOSING = minutes(5);

export function phaseOf({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>, now: Date): Phase {
	if (now >= endsAt) return 'over';
	if (now >= after(endsAt, -CLOSING)) return 'closing';
	if (now >= startsAt) return 'on';
	return now >= after(startsAt, -SOON) ? 'soon' : 'to-come';
}

/** Whether two who talk may count on somebody being asked to come. */
export const isOn = (phase: Phase): boolean => phase === 'soon' || phase === 'on' || phase === 'closing';

/** Whether two are talking with each other at this moment, or may be: in a session, or for the first time. */
export const talkNow = (beganAt: Date, session: Session | undefined, now: Date): boolean =>
	now < after(beganAt, FIRST_TALK) || (session !== undefined && isOn(phaseOf(session, now)));

/** The next moment at which its page looks different by itself; undefined once it is over. */
export function changesNext(
	{ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>,
	now: Date,
): Date | undefined {
	return [after(startsAt, -SOON), startsAt, after(endsAt, -CLOSING), endsAt].find((moment) => moment > now);
}

/** How long after a session one can say how it was. */
const ANSWERED_WITHIN = days(14);

/** A supporter asks for somebody to talk to while it is fresh. */
const DEBRIEF_WITHIN = hours(1);

export const mayStillAnswer = ({ endsAt }: Pick<Session, 'endsAt'>, now: Date): boolean =>
	now >= endsAt && now < after(endsAt, ANSWERED_WITHIN);

export const mayStillDebrief = ({ endsAt }: Pick<Session, 'endsAt'>, now: Date): boolean =>
	now >= endsAt && now < after(endsAt, DEBRIEF_WITHIN);

/** What a member wants next: this person again, somebody else, or nothing for now. */
export const nextSteps = ['same', 'else', 'not-now'] as const;
export type NextStep = (typeof nextSteps)[number];
