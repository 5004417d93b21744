import { bookable, openHours, type Length, type Span } from '#features/supporters/availability.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import type { Format } from '#features/supporters/supporter.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { after, minutes } from '#platform/time.ts';
import type { Vault } from '#platform/vault.ts';
import { sessionBooked } from '../events.ts';
import type { BookingId, Pairing, PairingId, SeriesId } from '../pairing.ts';
import { may } from '../policy.ts';
import { everyWeek, type Planned, type Unfit } from '../series.ts';
import { dropMyHolds } from './book.ts';
import { busyWith } from './busy.ts';
import { sealPlace } from './place.ts';
import { heldBy } from './sessions.ts';
import { actorStill } from './standing.ts';
import { makeWay, takeTime } from './take-time.ts';

/** Which sessions are meant. */
export interface Series {
	startsAt: Date;
	length: Length;
	times: number;
}

/**
 * Every session of a series, and why it cannot be where it cannot: said before anything is booked. A supporter may offer
 * any time of theirs.
 */
export async function planSeries(
	db: Reader,
	vault: Vault,
	{ id, supporterId, memberId }: Pairing,
	{ startsAt, length, times, me, now }: Series & { me: PersonId; now: Date },
): Promise<Planned[]> {
	const supporting = supporterId ? await mySupporting(db, vault, supporterId) : undefined;
	if (!supporting || !supporterId || !memberId) return [];
	const { availability } = supporting;
	// What one holds oneself, in the form one comes from, is no obstacle.
	const held = await heldBy(db, id, me, now);
	const busy = await busyWith(db, [supporterId, memberId], { now, except: [held?.id] });
	const window = bookable(availability, now);
	const mine = me === supporterId;
	const breath = mine ? 0 : minutes(availability.bufferMinutes);

	const unfit = (talk: Span): Unfit | undefined => {
		if (talk.startsAt <= now) return 'past';
		const touches = (span: Span, room: number) =>
			talk.startsAt.getTime() < span.endsAt.getTime() + room &&
			span.startsAt.getTime() < talk.endsAt.getTime() + room;
		if (busy.some((span) => touches(span, span.personId === supporterId ? breath : 0))) return 'taken';
		if (mine) return undefined;
		if (talk.endsAt > window.endsAt) return 'too-far-ahead';
		const within = openHours(availability, talk).some(
			(open) => open.startsAt <= talk.startsAt && talk.endsAt <= open.endsAt,
		);
		return within && window.startsAt <= talk.startsAt ? undefined : 'not-their-hours';
	};
	return everyWeek(startsAt, { times, zone: availability.zone }).map((start) => ({
		startsAt: start,
		unfit: unfit({ startsAt: start, endsAt: after(start, minutes(length)) }),
	}));
}

/**
 * Books a series: every session that was said to be possible, each an ordinary one. Where one of them has gone
 * meanwhile, none is booked, and the plan is shown again.
 */
export async function bookSeries(
	tx: Tx,
	{
		pairingId,
		agreed,
		format,
		place,
		...series
	}: Series & { pairingId: PairingId; agreed: readonly Date[]; format: Format; place: string },
) {
	const standing = await actorStill(tx, pairingId);
	const ruling = may.book(standing);
	if (ruling.refused) return ruling;
	if (format === 'in-person' && !place) return refuse('place-needed');
	const pairing = standing.pairing!;
	const people = [pairing.supporterId!, pairing.memberId!];
	await tx.db.selectFrom('supporter').select('id').where('person_id', '=', people[0]!).forUpdate().execute();
	const plan = await planSeries(tx.db, tx.vault, pairing, { ...series, me: tx.actor, now: tx.now });
	const possible = plan.filter(({ unfit }) => !unfit).map(({ startsAt }) => startsAt.getTime());
	if (agreed.length === 0 || !agreed.every((start) => possible.includes(start.getTime())))
		return refuse('series-changed');
	await dropMyHolds(tx, pairingId);

	const seriesId: SeriesId = tx.newId();
	for (const startsAt of agreed) {
		const span = { startsAt, endsAt: after(startsAt, minutes(series.length)) };
		const bookingId: BookingId = tx.newId();
		await makeWay(tx, span, people);
		const sealed = place ? await sealPlace(tx, { pairingId, bookingId, place }) : undefined;
		await tx.db
			.insertInto('booking')
			.values({
				id: bookingId,
				pairing_id: pairingId,
				starts_at: span.startsAt,
				ends_at: span.endsAt,
				state: 'booked',
				held_until: null,
				format,
				made_by: tx.actor,
				agreed_at: tx.now,
				series_id: seriesId,
				place: sealed?.place ?? null,
				place_by: sealed?.place_by ?? null,
			})
			.execute();
		const time = await takeTime(tx, bookingId, span, people);
		if ('refused' in time) return refuse('series-changed');
		await tx.announce(sessionBooked({ pairingId, bookingId }));
	}
	return { seriesId };
}
