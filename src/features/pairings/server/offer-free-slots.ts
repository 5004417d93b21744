import { z } from 'zod';
import { notify } from '#features/notices/server/index.ts';
import type { Length } from '#features/supporters/availability.ts';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import { after, minutes } from '#platform/time.ts';
import { OFFERED_FOR_MINUTES, type PairingId, type SlotWaitId } from '../pairing.ts';
import { holdSlot } from './book.ts';
import { standingIn } from './standing.ts';
import { timesFor } from './sessions.ts';

/**
 * Keeps a time that has fallen free for whoever has waited for it longest, and tells them; after a while for the next. It
 * is run when a session is called off or moved, and every few minutes for those who let it go by.
 */
export const offerFreeSlots = job(
	'pairings.offer-free-slots',
	z.object({}),
	async (tx) => {
		await forgetPast(tx);
		const waiting = await tx.db
			.selectFrom('slot_wait')
			.select(['id', 'pairing_id', 'person_id', 'starts_at', 'ends_at', 'format'])
			.where('offered_until', 'is', null)
			.orderBy('since')
			.orderBy('id')
			.forUpdate()
			.execute();
		for (const wait of waiting) await offer(tx, wait);
	},
	{ every: '*/3 * * * *' },
);

interface Wait {
	id: SlotWaitId;
	pairing_id: PairingId;
	person_id: NonNullable<Tx['actor']>;
	starts_at: Date;
	ends_at: Date;
	format: Parameters<typeof holdSlot>[1]['format'];
}

async function offer(tx: Tx, { id, pairing_id: pairingId, person_id, starts_at, ends_at, format }: Wait) {
	const { pairing } = await standingIn(tx.db, pairingId, null);
	const length: Length = ends_at.getTime() - starts_at.getTime() > minutes(30) ? 60 : 30;
	const { starts } = await timesFor(tx.db, tx.vault, pairing!, { length, now: tx.now, except: [] });
	if (starts.every((start) => start.getTime() !== starts_at.getTime())) return;
	const already = await tx.db
		.selectFrom('booking')
		.select('id')
		.where('pairing_id', '=', pairingId)
		.where('made_by', '=', person_id)
		.where('state', '=', 'held')
		.where('held_until', '>', tx.now)
		.executeTakeFirst();
	// Whoever fills in a form here just now is not disturbed; the next look is soon.
	if (already) return;

	const latest = after(tx.now, minutes(OFFERED_FOR_MINUTES));
	const heldUntil = latest < starts_at ? latest : starts_at;
	const held = await holdSlot(tx.as({ actor: person_id, now: tx.now }), {
		...{ pairingId, startsAt: starts_at, length, format, heldUntil },
	});
	// What else was done in this transaction would have to be taken back with it.
	if ('refused' in held) throw new Error('A free time was taken at this very moment.');
	await tx.db.updateTable('slot_wait').set({ offered_until: heldUntil }).where('id', '=', id).execute();
	await notify(tx, {
		to: person_id,
		kind: 'time-free',
		about: id,
		at: heldUntil,
		path: `/pairings/${pairingId}/sessions`,
	});
}

/** Whoever was offered it and let it go by has had their turn, and what is past or was booked is waited for by nobody. */
const forgetPast = (tx: Tx) =>
	tx.db
		.deleteFrom('slot_wait')
		.where((over) =>
			over.or([
				over('starts_at', '<=', tx.now),
				over('offered_until', '<=', tx.now),
				over.exists(
					over
						.selectFrom('booking')
						.select('booking.id')
						.whereRef('booking.pairing_id', '=', 'slot_wait.pairing_id')
						.whereRef('booking.starts_at', '=', 'slot_wait.starts_at')
						.where('booking.state', '=', 'booked'),
				),
				over.exists(
					over
						.selectFrom('pairing')
						.select('pairing.id')
						.whereRef('pairing.id', '=', 'slot_wait.pairing_id')
						.where('pairing.ended_at', 'is not', null),
				),
			]),
		)
		.execute();
