import { sql } from 'kysely';
import { freeStarts, type Length, type Span } from '#features/supporters/availability.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
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
		.where('pairing_id', '=', pairingId)
		.orderBy('starts_at');

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
	if (!supporting || !supporterId || !memberId) return { formats: [], starts: [] };
	const { availability, caps, page } = supporting;
	const busy = await busyWith(db, [supporterId, memberId], { now, except });
	const theirs = await talksSinceMonday(db, [supporterId], { now, except });
	const suits = (talk: Span) => fitsTheirWeek(talk, theirs, { ...caps, zone: availability.zone });
	const starts = freeStarts(availability, { length, busy, now, limit: MOST, suits });
	return { formats: page.formats, starts };
}
