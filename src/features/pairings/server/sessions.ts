import { sql } from 'kysely';
import { freeStarts, type Length, type Span } from '#features/supporters/availability.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, minutes } from '#platform/time.ts';
import type { Vault } from '#platform/vault.ts';
import { fitsTheirWeek } from '../carrying.ts';
import type { BookingId, Pairing, PairingId } from '../pairing.ts';
import { busyWith, talksSinceMonday } from './busy.ts';

/** The sessions of a pairing that are booked and not over, the next first. */
export const sessionsOf = (db: Reader, pairingId: PairingId, now: Date) =>
	bookingsOf(db, pairingId).where('state', '=', 'booked').where('ends_at', '>', now).execute();

/** The slot that somebody holds in a pairing while its form is open. */
export const heldBy = (db: Reader, pairingId: PairingId, me: PersonId, now: Date) =>
	bookingsOf(db, pairingId)
		.where('state', '=', 'held')
		.where('made_by', '=', me)
		.where('held_until', '>', now)
		.executeTakeFirst();

const bookingsOf = (db: Reader, pairingId: PairingId) =>
	db
		.selectFrom('booking')
		.select(['id', 'starts_at as startsAt', 'ends_at as endsAt', 'format', 'held_until as heldUntil'])
		.select('series_id as series')
		.where('pairing_id', '=', pairingId)
		.orderBy('starts_at');

/** One session, whenever it is or was; undefined where there is none of this name in the pairing. */
export const sessionIn = (db: Reader, pairingId: PairingId, id: string) =>
	bookingsOf(db, pairingId)
		.where('state', '=', 'booked')
		.where(sql<boolean>`id::text = ${id}`)
		.executeTakeFirst();

/** The session that is on, or begins within ten minutes. */
export const sessionNear = (db: Reader, pairingId: PairingId, now: Date) =>
	bookingsOf(db, pairingId)
		.where('state', '=', 'booked')
		.where('ends_at', '>', now)
		.where('starts_at', '<=', after(now, minutes(10)))
		.limit(1)
		.executeTakeFirst();

/** The sessions that are over, the latest first: a few. */
export const sessionsBefore = (db: Reader, pairingId: PairingId, now: Date) =>
	db
		.selectFrom('booking')
		.select(['id', 'starts_at as startsAt', 'ends_at as endsAt', 'format'])
		.where('pairing_id', '=', pairingId)
		.where('state', '=', 'booked')
		.where('ends_at', '<=', now)
		.orderBy('starts_at', 'desc')
		.limit(10)
		.execute();

/** The talks that somebody has been the supporter in, with whomever, that are over and were not called off. */
export const talksHeldBy = (db: Reader, supporterId: PersonId, now: Date) =>
	db
		.selectFrom('booking')
		.innerJoin('pairing', 'pairing.id', 'booking.pairing_id')
		.select(['booking.id', 'starts_at as startsAt', 'ends_at as endsAt'])
		.where('pairing.supporter_id', '=', supporterId)
		.where('state', '=', 'booked')
		.where('ends_at', '<=', now)
		.orderBy('starts_at')
		.execute();

/** Sessions to come that were called off. */
export const calledOffIn = (db: Reader, pairingId: PairingId, now: Date) =>
	db
		.selectFrom('cancelled_booking')
		.select(['id', 'starts_at as startsAt', 'ends_at as endsAt'])
		.where('pairing_id', '=', pairingId)
		.where('starts_at', '>', now)
		.orderBy('starts_at')
		.execute();

/** A session for somebody’s calendar, also one that was called off. Nothing in it says what it is. */
export async function appointmentOf(db: Reader, pairingId: PairingId, bookingId: string) {
	const columns = ['id', 'starts_at as startsAt', 'ends_at as endsAt', 'sequence'] as const;
	const ofIt = sql<boolean>`id::text = ${bookingId}`;
	const booked = await db
		.selectFrom('booking')
		.select(columns)
		.where('pairing_id', '=', pairingId)
		.where('state', '=', 'booked')
		.where(ofIt)
		.executeTakeFirst();
	if (booked) return { ...booked, cancelled: false };
	const calledOff = await db
		.selectFrom('cancelled_booking')
		.select(columns)
		.where('pairing_id', '=', pairingId)
		.where(ofIt)
		.executeTakeFirst();
	return calledOff && { ...calledOff, cancelled: true };
}

/** So many are told; whoever wants to plan further ahead looks again. */
const MOST = 48;

/** The ways in which the supporter meets, and the starts that suit both. What `except` takes counts as free. */
export async function timesFor(
	db: Reader,
	vault: Vault,
	{ supporterId, memberId }: Pairing,
	{ length, now, except }: { length: Length; now: Date; except: readonly (BookingId | undefined)[] },
) {
	const supporting = supporterId ? await mySupporting(db, vault, supporterId) : undefined;
	if (!supporting || !supporterId || !memberId) return { formats: [], starts: [], taken: [] };
	const { availability, caps, page } = supporting;
	const busy = await busyWith(db, [supporterId, memberId], { now, except });
	const others = await talksSinceMonday(db, [supporterId], { now, except });
	const suits = (talk: Span) => fitsTheirWeek(talk, others, { ...caps, zone: availability.zone });
	const starts = freeStarts(availability, { length, busy, now, limit: MOST, suits });
	const free = new Set(starts.map(Number));
	const theirs = freeStarts(availability, { length, busy: [], now, limit: MOST, suits });
	/** In their hours, and taken: one can wait for it. Never by whom. */
	const taken = theirs.filter(
		(start) => !free.has(start.getTime()) && busy.every((talk) => isApart(talk, start, length, memberId)),
	);
	return { formats: page.formats, starts, taken };
}

/** Whether a member’s own talks leave this time to them. */
const isApart = (talk: Span & { personId: PersonId }, start: Date, length: Length, memberId: PersonId) =>
	talk.personId !== memberId ||
	talk.endsAt <= start ||
	talk.startsAt.getTime() >= start.getTime() + minutes(length);
