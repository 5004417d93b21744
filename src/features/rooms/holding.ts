import type { Viewer } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { after, minutes } from '#platform/time.ts';
import type { Room } from './room.ts';

/** Whoever holds a room is asked after this whether they are still here… */
export const ASK_AFTER = minutes(20);
/** …and has this long to say so. */
export const GRACE = minutes(5);
/** Everybody is told this long before the room closes. */
export const WARNING = minutes(10);
/** A holder can stay this much longer than their shift. */
export const LONGEST_STAY = 30;
export const stays = [0, 10, 20, 30] as const;

/** Somebody being there for a room. It lapses by the mere passing of time. */
export interface Hold {
	personId: PersonId;
	since: Date;
	/** When they last said that they are here. */
	confirmedAt: Date;
	shiftEndsAt: Date;
	/** However often they say so, no longer than this. */
	until: Date;
}

/** A room’s door as it is at one moment. */
export type Door =
	| { is: 'closed' }
	| {
			is: 'held';
			by: readonly PersonId[];
			/** When it closes if nobody does anything. */
			closesAt: Date;
			/** What everybody is told: that it is about to close, because time is up or because nobody answers. */
			ending: 'shift' | 'quiet' | null;
	  };

/** The moment from which this hold does not count any more. */
export const lapsesAt = ({ confirmedAt, until }: Hold): Date =>
	earliest([after(confirmedAt, ASK_AFTER + GRACE), until])!;

const isLive = (hold: Hold, now: Date) => now < lapsesAt(hold);

/** Whether the holder is being asked if they are still here. */
export const isAsked = (hold: Hold, now: Date): boolean =>
	isLive(hold, now) && now >= after(hold.confirmedAt, ASK_AFTER);

const isNearlyOver = (hold: Hold, now: Date) => now >= after(hold.until, -WARNING);

/**
 * Whether a room is held, by whom and for how long: worked out from what people said and from the time, so that it is
 * true whether or not anything else of the system is awake.
 */
export function doorOf({ state }: Pick<Room, 'state'>, holds: readonly Hold[], now: Date): Door {
	const live = liveAmong(holds, now);
	if (state !== 'open' || live.length === 0) return { is: 'closed' };
	return {
		is: 'held',
		by: live.map(({ personId }) => personId),
		closesAt: latest(live.map(lapsesAt)),
		ending: endingOf(live, now),
	};
}

function endingOf(live: readonly Hold[], now: Date): 'shift' | 'quiet' | null {
	if (!live.every((hold) => isNearlyOver(hold, now) || isAsked(hold, now))) return null;
	return live.every((hold) => isNearlyOver(hold, now)) ? 'shift' : 'quiet';
}

export const liveAmong = (holds: readonly Hold[], now: Date): Hold[] =>
	holds.filter((hold) => isLive(hold, now));

/** When the door, or what a holder is asked, changes next by itself; undefined where nobody holds it. */
export function changesNext(holds: readonly Hold[], now: Date): Date | undefined {
	const moments = liveAmong(holds, now).flatMap((hold) => [
		after(hold.confirmedAt, ASK_AFTER),
		after(hold.until, -WARNING),
		lapsesAt(hold),
	]);
	return earliest(moments.filter((moment) => moment > now));
}

const earliest = (moments: readonly Date[]): Date | undefined => moments.toSorted(byTime)[0];
const latest = (moments: readonly Date[]): Date => moments.toSorted(byTime).at(-1)!;
const byTime = (a: Date, b: Date) => a.getTime() - b.getTime();

/** A room, whoever holds it, and somebody who says that they are here. */
export interface Coming {
	room: Pick<Room, 'state' | 'heldBy' | 'ageBand' | 'shutUntil'>;
	holds: readonly Hold[];
	me: Viewer;
	/** When the shift ends that they are on, or that they were called into; undefined when they are on none. */
	shiftEndsAt: Date | undefined;
}

export type CannotHold =
	'other-age-band' | 'not-asked-to-hold' | 'room-resting' | 'shut-for-now' | 'not-on-shift';

/** Saying “I’m here” holds a room: for those asked to, on their shift. Said again, it says so anew. */
export function decideToHold(
	{ room, holds, me, shiftEndsAt }: Coming,
	now: Date,
): { hold: Hold } | Refused<CannotHold> {
	if (room.ageBand !== me.ageBand) return refuse('other-age-band');
	if (!mayHold(room, me)) return refuse('not-asked-to-hold');
	if (room.state !== 'open') return refuse('room-resting');
	if (room.shutUntil && room.shutUntil > now && !me.duties.includes('steward')) return refuse('shut-for-now');
	if (!shiftEndsAt || shiftEndsAt <= now) return refuse('not-on-shift');

	const mine = liveAmong(holds, now).find(({ personId }) => personId === me.id);
	if (mine && mine.shiftEndsAt >= shiftEndsAt) return { hold: { ...mine, confirmedAt: now } };
	const since = mine?.since ?? now;
	return { hold: { personId: me.id, since, confirmedAt: now, shiftEndsAt, until: shiftEndsAt } };
}

/** Whether somebody is among those a room asks to hold it. */
export const mayHold = ({ heldBy }: Pick<Room, 'heldBy'>, { duties }: Pick<Viewer, 'duties'>): boolean =>
	heldBy.some((duty) => duties.includes(duty));

/** What a holder does with their own hold. */
export type Holding = { still: 'here' } | { stay: number } | { wrapUp: true };

/** Says so again, stays a little longer than the shift, or lets everybody know that the room closes in ten minutes. */
export function decideHolding(
	holds: readonly Hold[],
	me: PersonId,
	what: Holding,
	now: Date,
): { hold: Hold } | Refused<'hold-lapsed'> {
	const mine = liveAmong(holds, now).find(({ personId }) => personId === me);
	if (!mine) return refuse('hold-lapsed');
	const here = { ...mine, confirmedAt: now };
	if ('still' in what) return { hold: here };
	if ('wrapUp' in what) return { hold: { ...here, until: earliest([mine.until, after(now, WARNING)])! } };
	const until = after(mine.shiftEndsAt, minutes(Math.min(LONGEST_STAY, what.stay)));
	return until > now ? { hold: { ...here, until } } : refuse('hold-lapsed');
}

/** A room is never left to nobody by handing it over: whoever follows is here already. */
export function decideHandOver(
	holds: readonly Hold[],
	me: PersonId,
	to: PersonId | undefined,
	now: Date,
): { handedOver: true } | Refused<'hold-lapsed' | 'nobody-follows'> {
	const live = liveAmong(holds, now);
	if (!live.some(({ personId }) => personId === me)) return refuse('hold-lapsed');
	const follows = live.some(({ personId }) => personId !== me && personId === to);
	return follows ? { handedOver: true } : refuse('nobody-follows');
}
