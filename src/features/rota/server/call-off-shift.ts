import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Tables, Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { shiftCalledOff } from '../events.ts';
import { may } from '../policy.ts';
import type { RotaId, ShiftId } from '../rota.ts';
import { freePlace } from './places.ts';
import { actorIn, holdStill, type KnownShift } from './standing.ts';

/** Calls one shift off. It stays in the list, so that nobody wonders where it went. */
export async function callOffShift(tx: Tx, { rotaId, shiftId }: { rotaId: RotaId; shiftId: ShiftId }) {
	const [shift] = await holdStill(tx, [shiftId]);

	const ruling = may.arrange(await actorIn(tx, rotaId));
	if (ruling.refused) return ruling;
	if (!shift || shift.rotaId !== rotaId || shift.calledOff || shift.endsAt <= tx.now)
		return refuse('no-such-shift');

	await callOff(tx, shift);
	return { calledOff: shiftId };
}

/** Calls off everything still to come that fits; what nobody ever signed up for is simply taken away. */
export async function callOffAll(
	tx: Tx,
	which: (shift: ExpressionBuilder<Tables, 'shift'>) => Expression<SqlBool>,
) {
	const ahead = await tx.db
		.selectFrom('shift')
		.select('id')
		.where(which)
		.where('ends_at', '>', tx.now)
		.where('called_off_at', 'is', null)
		.execute();
	const shifts = await holdStill(
		tx,
		ahead.map(({ id }) => id),
	);
	for (const shift of shifts) if (shift.people.length > 0) await callOff(tx, shift);
	const untouched = shifts.filter(({ people }) => people.length === 0).map(({ shiftId }) => shiftId);
	if (untouched.length > 0) await tx.db.deleteFrom('shift').where('id', 'in', untouched).execute();
}

async function callOff(tx: Tx, { shiftId, rotaId, people }: KnownShift) {
	await tx.db.updateTable('shift').set({ called_off_at: tx.now }).where('id', '=', shiftId).execute();
	for (const personId of people) await freePlace(tx, { shiftId, rotaId }, personId);
	await tx.announce(shiftCalledOff({ rotaId, shiftId }));
}
