import { isFree, type Length, type Span } from '#features/supporters/availability.ts';
import type { Format } from '#features/supporters/supporter.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { after, minutes } from '#platform/time.ts';
import { fitsTheirWeek } from '../carrying.ts';
import { sessionBooked, sessionMoved } from '../events.ts';
import { HELD_FOR_MINUTES, otherOf, type BookingId, type PairingId } from '../pairing.ts';
import { may, type Standing } from '../policy.ts';
import { busyWith, talksSinceMonday } from './busy.ts';
import { sealPlace } from './place.ts';
import { heldBy } from './sessions.ts';
import { actorStill } from './standing.ts';
import { makeWay, takeTime } from './take-time.ts';

export interface Slot {
	pairingId: PairingId;
	startsAt: Date;
	length: Length;
	format: Format;
	/** Until when it is kept; a few minutes, for whoever fills in the form. */
	heldUntil?: Date;
}

/** Keeps a slot for whoever is filling in the form, instead of any they held in this pairing before. */
export async function holdSlot(tx: Tx, { pairingId, startsAt, length, format, heldUntil }: Slot) {
	const standing = await actorStill(tx, pairingId);
	const ruling = may.book(standing);
	if (ruling.refused) return ruling;
	const span = { startsAt, endsAt: after(startsAt, minutes(length)) };
	await dropMyHolds(tx, pairingId);
	const fits = await fitsBoth(tx, standing, span);
	if ('refused' in fits) return fits;

	const bookingId = tx.newId<'booking'>();
	await makeWay(tx, span, fits.people);
	await tx.db
		.insertInto('booking')
		.values({
			id: bookingId,
			pairing_id: pairingId,
			starts_at: span.startsAt,
			ends_at: span.endsAt,
			state: 'held',
			held_until: heldUntil ?? after(tx.now, minutes(HELD_FOR_MINUTES)),
			format,
			made_by: tx.actor,
			agreed_at: tx.now,
			series_id: null,
			place: null,
			place_by: null,
		})
		.execute();
	const time = await takeTime(tx, bookingId, span, fits.people);
	return 'refused' in time ? time : { bookingId };
}

/**
 * Makes a held slot a session. Once; whoever held it too long may find it taken. Where the two meet in person, roughly
 * where is said before.
 */
export async function confirmSlot(
	tx: Tx,
	{ pairingId, bookingId, place = '' }: { pairingId: PairingId; bookingId: BookingId; place?: string },
) {
	const ruling = may.book(await actorStill(tx, pairingId));
	if (ruling.refused) return ruling;
	const held = await heldBy(tx.db, pairingId, tx.actor, tx.now);
	if (held?.id === bookingId && held.format === 'in-person' && !place) return refuse('place-needed');
	const booked = await tx.db
		.updateTable('booking')
		.set({
			...{ state: 'booked', held_until: null, agreed_at: tx.now },
			...(place && (await sealPlace(tx, { pairingId, bookingId, place }))),
		})
		.where('id', '=', bookingId)
		.where('pairing_id', '=', pairingId)
		.where('made_by', '=', tx.actor)
		.where('state', '=', 'held')
		.returning('id')
		.executeTakeFirst();
	if (!booked) return refuse('slot-gone');
	await tx.announce(sessionBooked({ pairingId, bookingId }));
	return { bookingId };
}

/** Moves a session to another time that both have. Its time and its people move in one statement, or not at all. */
export async function moveSession(
	tx: Tx,
	{ pairingId, bookingId, startsAt }: { pairingId: PairingId; bookingId: BookingId; startsAt: Date },
) {
	const standing = await actorStill(tx, pairingId);
	const ruling = may.book(standing);
	if (ruling.refused) return ruling;
	const session = await tx.db
		.selectFrom('booking')
		.select(['starts_at as startsAt', 'ends_at as endsAt'])
		.where('id', '=', bookingId)
		.where('pairing_id', '=', pairingId)
		.where('state', '=', 'booked')
		.forUpdate()
		.executeTakeFirst();
	if (!session) return refuse('no-such-session');
	if (session.startsAt <= tx.now) return refuse('session-begun');
	const lasts = session.endsAt.getTime() - session.startsAt.getTime();
	const span = { startsAt, endsAt: after(startsAt, lasts) };
	const fits = await fitsBoth(tx, standing, span, bookingId);
	if ('refused' in fits) return fits;
	await makeWay(tx, span, fits.people);

	await tx.db.deleteFrom('booking_person').where('booking_id', '=', bookingId).execute();
	await tx.db
		.updateTable('booking')
		.set((row) => ({
			...{ starts_at: span.startsAt, ends_at: span.endsAt, agreed_at: tx.now },
			sequence: row('sequence', '+', 1),
		}))
		.where('id', '=', bookingId)
		.execute();
	const time = await takeTime(tx, bookingId, span, fits.people);
	if ('refused' in time) return time;
	await tx.announce(sessionMoved({ pairingId, bookingId }));
	return { bookingId };
}

/** Lets go of what the actor held here and did not take. */
export async function dropMyHolds(tx: Tx, pairingId: PairingId) {
	await tx.db
		.deleteFrom('booking')
		.where('pairing_id', '=', pairingId)
		.where('made_by', '=', tx.actor)
		.where('state', '=', 'held')
		.execute();
}

/** Whether a time lies in the supporter’s hours and leaves them their breath. A supporter may offer any time of theirs. */
async function fitsBoth(tx: Tx, { pairing }: Standing, span: Span, moving?: BookingId) {
	const { supporterId, memberId } = pairing!;
	if (!supporterId || !memberId || !otherOf(pairing!, tx.actor)) return refuse('pairing-ended');
	if (span.startsAt <= tx.now) return refuse('time-is-past');
	// Held still, so that two who book beside each other do not take the breath between them.
	await tx.db.selectFrom('supporter').select('id').where('person_id', '=', supporterId).forUpdate().execute();
	const supporting = await mySupporting(tx.db, tx.vault, supporterId);
	if (!supporting) return refuse('not-in-their-hours');
	const busy = await busyWith(tx.db, [supporterId], { now: tx.now, except: [moving] });
	const { availability, caps } = supporting;
	const week = await talksSinceMonday(tx.db, [supporterId], { now: tx.now, except: [moving] });
	const free =
		isFree(availability, span, { busy, now: tx.now }) &&
		fitsTheirWeek(span, week, { ...caps, zone: availability.zone });
	return free || tx.actor === supporterId
		? { people: [supporterId, memberId] }
		: refuse('not-in-their-hours');
}
