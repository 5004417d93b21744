import { z } from 'zod';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { job } from '#platform/job.ts';
import { mayHold } from '../sign-up.ts';
import { freePlace } from './places.ts';
import { holdersStill, holdStill } from './standing.ts';

/**
 * A reaction to a duty that was taken away: frees every shift that is not over and that the person may no longer hold.
 * They show as gaps. From the moment the duty is gone nobody counts as being on them: see `on-shift.ts`.
 */
export const freeShiftsWithoutDuty = job(
	'rota.free-shifts-without-duty',
	z.object({ personId: z.uuid().transform((id) => id as PersonId) }),
	async (tx, { personId }) => {
		await tx.db
			.deleteFrom('regular_holder')
			.where('person_id', '=', personId)
			.where('pattern_id', 'in', (where) =>
				where
					.selectFrom('shift_pattern')
					.innerJoin('rota', 'rota.id', 'shift_pattern.rota_id')
					.select('shift_pattern.id')
					.where(({ not, exists, selectFrom }) =>
						not(
							exists(
								selectFrom('duty')
									.select('duty.duty')
									.where('duty.person_id', '=', personId)
									.where((duty) => duty('duty.duty', '=', duty.fn.any('rota.held_by'))),
							),
						),
					),
			)
			.execute();
		await freeShiftsOf(tx, personId, { evenIfAsked: false });
	},
);

/** Frees somebody’s shifts that are not over: all of them, or those they are no longer asked to hold. */
export async function freeShiftsOf(tx: Tx, personId: PersonId, { evenIfAsked }: { evenIfAsked: boolean }) {
	const held = await tx.db
		.selectFrom('sign_up')
		.select('shift_id')
		.where('person_id', '=', personId)
		.where('ended_at', 'is', null)
		.where('ends_at', '>', tx.now)
		.execute();
	const shifts = await holdStill(
		tx,
		held.map(({ shift_id }) => shift_id),
	);
	const duties = (await holdersStill(tx, [personId])).get(personId)?.duties ?? [];
	for (const shift of shifts)
		if (shift.people.includes(personId) && (evenIfAsked || !mayHold(shift, duties)))
			await freePlace(tx, shift, personId);
}
