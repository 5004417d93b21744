import { notify, takeBack } from '#features/notices/server/index.ts';
import type { NoticeKind } from '#features/notices/notice.ts';
import type { Event } from '#platform/event.ts';
import type { Tx } from '#platform/db.ts';
import type { Reaction } from '#platform/job.ts';
import { sessionBooked, sessionCalledOff, sessionMoved } from '../events.ts';
import { otherOf, type BookingId, type PairingId } from '../pairing.ts';
import { standingIn } from './standing.ts';

/** What was told of a session is taken back as soon as it is no longer so. */
const ofAppointments = [
	'appointment-day',
	'appointment-hour',
	'appointment-booked',
	'appointment-moved',
] as const satisfies NoticeKind[];

/** Tells the other of the two what became of a session, in the transaction in which it did. */
const tell = (kind: NoticeKind) => async (tx: Tx, data: Event['data']) => {
	const { bookingId, pairingId } = data as { bookingId: BookingId; pairingId: PairingId };
	await takeBack(tx, { about: bookingId, kinds: ofAppointments });
	const { pairing } = await standingIn(tx.db, pairingId, null);
	const to = otherOf(pairing!, tx.actor);
	const at = await startOf(tx, bookingId);
	// To those who are to see nothing of each other, what was between them is not there any more.
	const path = pairing!.apart ? '/pairings' : `/pairings/${pairingId}/sessions`;
	if (to && at) await notify(tx, { to, kind, about: bookingId, at, path });
};

async function startOf(tx: Tx, bookingId: BookingId): Promise<Date | undefined> {
	const booked = await tx.db
		.selectFrom('booking')
		.select('starts_at')
		.where('id', '=', bookingId)
		.executeTakeFirst();
	if (booked) return booked.starts_at;
	const calledOff = await tx.db
		.selectFrom('cancelled_booking')
		.select('starts_at')
		.where('id', '=', bookingId)
		.executeTakeFirst();
	return calledOff?.starts_at;
}

export const reactions: readonly Reaction[] = [
	{ factName: sessionBooked.factName, atOnce: tell('appointment-booked') },
	{ factName: sessionMoved.factName, atOnce: tell('appointment-moved') },
	{ factName: sessionCalledOff.factName, atOnce: tell('appointment-called-off') },
];
