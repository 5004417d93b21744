import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { ShiftId } from '../rota.ts';
import { decideSignUp, decideStepBack } from '../sign-up.ts';
import { keepPace } from './pace.ts';
import { freePlace, takePlace } from './places.ts';
import { actorAsHolder, holdShiftStill } from './standing.ts';

/** Signs up for one shift. Shift and person are held still, so that no place and no limit is given twice. */
export async function signUp(tx: Tx, shiftId: ShiftId) {
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	const shift = await holdShiftStill(tx, shiftId);
	if (!shift) return refuse('no-such-shift');

	const decision = decideSignUp(shift, await actorAsHolder(tx), tx.now);
	if ('refused' in decision) return decision;

	await takePlace(tx, shift, tx.actor);
	return decision;
}

/** Gives a shift back, until it begins. */
export async function stepBack(tx: Tx, shiftId: ShiftId) {
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	const shift = await holdShiftStill(tx, shiftId);
	if (!shift) return refuse('no-such-shift');

	const decision = decideStepBack(shift, tx.actor, tx.now);
	if ('refused' in decision) return decision;

	await freePlace(tx, shift, tx.actor);
	return decision;
}
