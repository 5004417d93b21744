import { sql } from 'kysely';
import { z } from 'zod';
import { notify } from '#features/notices/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import { after, hours } from '#platform/time.ts';

/** How long before a session both are reminded of it. */
export const REMINDED_BEFORE = { day: hours(24), hour: hours(1) } as const;
type Before = keyof typeof REMINDED_BEFORE;

/**
 * Reminds both of every session that comes near: a day before, and an hour before. One statement decides whom to tell and
 * remembers having told them, in the transaction of the notice itself; so whatever is killed when, each is told once. What
 * was agreed later than that needs no reminder, and what was moved is a session anew.
 */
export const remindOfSessions = job(
	'pairings.remind-of-sessions',
	z.object({}),
	async (tx) => {
		await remind(tx, 'day', { notBefore: REMINDED_BEFORE.hour });
		await remind(tx, 'hour', { notBefore: 0 });
	},
	{ every: '* * * * *' },
);

async function remind(tx: Tx, before: Before, { notBefore }: { notBefore: number }) {
	const told = await tx.db
		.insertInto('session_reminder')
		.columns(['booking_id', 'person_id', 'before', 'sequence'])
		.expression((from) =>
			from
				.selectFrom('booking')
				.innerJoin('booking_person', 'booking_person.booking_id', 'booking.id')
				.select(['booking.id', 'booking_person.person_id', sql<Before>`${before}::text`.as('before')])
				.select('booking.sequence')
				.where('booking.state', '=', 'booked')
				.where('booking.starts_at', '>', after(tx.now, notBefore))
				.where('booking.starts_at', '<=', after(tx.now, REMINDED_BEFORE[before]))
				.where(
					'booking.agreed_at',
					'<=',
					sql<Date>`booking.starts_at - ${REMINDED_BEFORE[before] / 1_000} * interval '1 second'`,
				)
				.where(({ not, exists, selectFrom }) =>
					not(
						exists(
							selectFrom('session_reminder as told')
								.select('told.booking_id')
								.whereRef('told.booking_id', '=', 'booking.id')
								.whereRef('told.person_id', '=', 'booking_person.person_id')
								.whereRef('told.sequence', '=', 'booking.sequence')
								.where('told.before', '=', before),
						),
					),
				)
				// Held still until the notice is written: what is moved or called off meanwhile takes the notice back.
				.forUpdate('booking'),
		)
		.onConflict((already) => already.doNothing())
		.returning(['booking_id', 'person_id'])
		.execute();
	if (told.length === 0) return;
	const sessions = await tx.db
		.selectFrom('booking')
		.select(['id', 'pairing_id as pairingId', 'starts_at as startsAt'])
		.where(
			'id',
			'in',
			told.map(({ booking_id }) => booking_id),
		)
		.execute();
	for (const { booking_id, person_id } of told) {
		const { pairingId, startsAt } = sessions.find(({ id }) => id === booking_id)!;
		await notify(tx, {
			to: person_id,
			kind: `appointment-${before}`,
			about: booking_id,
			at: startsAt,
			path: `/pairings/${pairingId}/sessions`,
		});
	}
}
