import { isBetween } from '#features/blocks/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { may } from '../policy.ts';
import type { RotaId, ShiftId } from '../rota.ts';
import { decidePutOn } from '../sign-up.ts';
import { takePlace } from './places.ts';
import { actorIn, holdersStill, holdShiftStill } from './standing.ts';
import { sealMine } from './words.ts';

interface PuttingOn {
	rotaId: RotaId;
	shiftId: ShiftId;
	personId: PersonId;
	/** The person reads it. */
	because: string;
}

/** A coordinator puts somebody on a shift, past their limits if need be, and tells them why. They can step back. */
export async function putOn(tx: Tx, { rotaId, shiftId, personId, because }: PuttingOn) {
	const shift = await holdShiftStill(tx, shiftId);
	const ruling = may.arrange(await actorIn(tx, rotaId));
	if (ruling.refused) return ruling;
	if (shift?.rotaId !== rotaId) return refuse('no-such-shift');
	const them = (await holdersStill(tx, [personId])).get(personId);
	if (!them || (await isBetween(tx.db, tx.actor, personId))) return refuse('not-asked-to-hold');

	const decision = decidePutOn(shift, them, because, tx.now);
	if ('refused' in decision) return decision;

	const putOnBecause = await sealMine(tx, 'put-on', shiftId, personId, because);
	await takePlace(tx, shift, personId, { putOnBecause });
	return decision;
}
