import { holdStill } from '#features/conversations/server/index.ts';
import type { Personal } from '#platform/personal.ts';
import { endNow } from './pair.ts';
import { placesIn } from './place.ts';

/** With whom somebody was paired, and their sessions. What was said is told elsewhere. */
export const personal: Personal = {
	feature: 'pairings',

	async export(db, vault, personId) {
		const pairings = await db
			.selectFrom('pairing')
			.select(['id', 'began_at as beganAt', 'ended_at as endedAt'])
			.select((mine) => mine('supporter_id', '=', personId).as('supporting'))
			.where((mine) => mine.or([mine('supporter_id', '=', personId), mine('member_id', '=', personId)]))
			.orderBy('began_at')
			.execute();
		const sessions = await db
			.selectFrom('booking_person')
			.innerJoin('booking', 'booking.id', 'booking_person.booking_id')
			.select(['booking.id', 'booking.pairing_id as pairing', 'booking.state', 'booking.format'])
			.select(['booking.starts_at as startsAt', 'booking.ends_at as endsAt'])
			.where('booking_person.person_id', '=', personId)
			.orderBy('booking.starts_at')
			.execute();
		const places = new Map<string, string>();
		for (const { id } of pairings)
			for (const [booking, place] of await placesIn(db, vault, id)) places.set(booking, place);
		const waits = await db
			.selectFrom('slot_wait')
			.select(['pairing_id as pairing', 'starts_at as startsAt', 'since'])
			.where('person_id', '=', personId)
			.execute();
		return {
			pairings,
			sessions: sessions.map(({ id, ...session }) => ({ ...session, place: places.get(id) ?? null })),
			waits,
		};
	},

	/** Pairings end and sessions to come are called off; the other of the two keeps what they said. */
	async erase(tx, personId) {
		const pairings = await tx.db
			.selectFrom('pairing')
			.select(['id', 'ended_at'])
			.where((mine) => mine.or([mine('supporter_id', '=', personId), mine('member_id', '=', personId)]))
			.orderBy('id')
			.execute();
		for (const { id, ended_at } of pairings) {
			await holdStill(tx, id);
			if (!ended_at) await endNow(tx, id);
		}
		await tx.db
			.updateTable('booking')
			.set({ place: null, place_by: null })
			.where('place_by', 'in', (said) =>
				said.selectFrom('alias').select('alias.id').where('alias.person_id', '=', personId),
			)
			.execute();
		await tx.db.deleteFrom('slot_wait').where('person_id', '=', personId).execute();
		for (const part of ['supporter_id', 'member_id'] as const)
			await tx.db
				.updateTable('pairing')
				.set({ [part]: null })
				.where(part, '=', personId)
				.execute();
		await tx.db.deleteFrom('booking_person').where('person_id', '=', personId).execute();
	},
};
