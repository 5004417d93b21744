import { notBetween } from '#features/blocks/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { coverAsked } from '../events.ts';
import type { ShiftId } from '../rota.ts';
import { decideAskForCover, decideCover } from '../sign-up.ts';
import { keepPace } from './pace.ts';
import { freePlace, takePlace } from './places.ts';
import { actorAsHolder, holdShiftStill } from './standing.ts';
import { sealMine } from './words.ts';

/** Asks somebody to take a shift of mine. It stays mine until somebody does. A word about why is welcome, not needed. */
export async function askForCover(tx: Tx, { shiftId, word }: { shiftId: ShiftId; word: string }) {
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	const shift = await holdShiftStill(tx, shiftId);
	if (!shift) return refuse('no-such-shift');

	const decision = decideAskForCover(shift, tx.actor, tx.now);
	if ('refused' in decision) return decision;

	await mine(tx, shiftId)
		.set({
			cover_asked_at: tx.now,
			cover_word: word === '' ? null : await sealMine(tx, 'cover', shiftId, tx.actor, word),
		})
		.execute();
	await tx.announce(coverAsked({ rotaId: shift.rotaId, shiftId, personId: tx.actor }));
	return decision;
}

/** Keeps the shift after all. */
export async function keepShift(tx: Tx, shiftId: ShiftId) {
	await holdShiftStill(tx, shiftId);
	const kept = await mine(tx, shiftId)
		.set({ cover_asked_at: null, cover_word: null })
		.where('cover_asked_at', 'is not', null)
		.executeTakeFirst();
	return kept.numUpdatedRows > 0n ? { kept: shiftId } : refuse('cover-taken');
}

const mine = (tx: Tx, shiftId: ShiftId) =>
	tx.db
		.updateTable('sign_up')
		.where('shift_id', '=', shiftId)
		.where('person_id', '=', tx.actor)
		.where('ended_at', 'is', null);

/** Takes over from somebody who asks. Their place becomes mine in one step, so the shift is never without both. */
export async function takeCover(tx: Tx, { shiftId, from }: { shiftId: ShiftId; from: PersonId }) {
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	const shift = await holdShiftStill(tx, shiftId);
	if (!shift) return refuse('no-such-shift');
	const me = await actorAsHolder(tx);
	const asking = await tx.db
		.selectFrom('sign_up')
		.select('person_id')
		.where('shift_id', '=', shiftId)
		.where('person_id', '=', from)
		.where('cover_asked_at', 'is not', null)
		.where((where) => notBetween(where, tx.actor, 'sign_up.person_id'))
		.executeTakeFirst();

	const decision = decideCover(shift, { from, asked: asking !== undefined }, me, tx.now);
	if ('refused' in decision) return decision;

	await freePlace(tx, shift, from);
	await takePlace(tx, shift, tx.actor);
	return decision;
}
