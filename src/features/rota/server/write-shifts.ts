import { z } from 'zod';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import type { ShiftId, ShiftPatternId } from '../rota.ts';
import { timesToWrite } from '../shift.ts';
import { decideSignUp } from '../sign-up.ts';
import { takePlace } from './places.ts';
import { holdersById, holdersStill, shiftsById } from './standing.ts';

/**
 * Writes down the shifts of every pattern for the weeks ahead, and signs up for them whoever holds the pattern regularly.
 * Running it twice writes none twice.
 */
export const writeShifts = job(
	'rota.write-shifts',
	z.object({}),
	async (tx) => {
		const patterns = await tx.db.selectFrom('shift_pattern').select('id').orderBy('id').execute();
		const written: ShiftId[] = [];
		for (const { id } of patterns) written.push(...(await writeShiftsOf(tx, id)));
		await signUpRegulars(tx, written);
	},
	{ every: '15 * * * *' },
);

/** Writes down what is missing of one pattern, and says which shifts that were. */
export async function writeShiftsOf(tx: Tx, patternId: ShiftPatternId): Promise<ShiftId[]> {
	const pattern = await tx.db
		.selectFrom('shift_pattern')
		.innerJoin('rota', 'rota.id', 'shift_pattern.rota_id')
		.selectAll('shift_pattern')
		.select('rota.zone')
		.where('shift_pattern.id', '=', patternId)
		.executeTakeFirst();
	if (!pattern) return [];
	const times = timesToWrite(pattern, pattern.zone, tx.now);
	if (times.length === 0) return [];
	const written = await tx.db
		.insertInto('shift')
		.values(
			times.map(({ startsAt, endsAt }) => ({
				id: tx.newId<'shift'>(),
				rota_id: pattern.rota_id,
				pattern_id: pattern.id,
				starts_at: startsAt,
				ends_at: endsAt,
				expected: pattern.expected,
				called_off_at: null,
			})),
		)
		.onConflict((already) => already.columns(['rota_id', 'starts_at']).doNothing())
		.returning('id')
		.execute();
	return written.map(({ id }) => id);
}

/**
 * Signs up regular holders for shifts that nobody else sees yet. What goes past somebody’s limits stays open, and shows
 * as a gap.
 */
async function signUpRegulars(tx: Tx, written: readonly ShiftId[]) {
	if (written.length === 0) return;
	const regulars = await tx.db
		.selectFrom('regular_holder')
		.innerJoin('shift', 'shift.pattern_id', 'regular_holder.pattern_id')
		.select(['shift.id as shiftId', 'regular_holder.person_id as personId'])
		.where('shift.id', 'in', written)
		.orderBy('shift.starts_at')
		.orderBy('regular_holder.since')
		.execute();
	await holdersStill(
		tx,
		regulars.map(({ personId }) => personId),
	);
	for (const { shiftId, personId } of regulars) {
		const [shift] = await shiftsById(tx.db, [shiftId]);
		const holder = (await holdersById(tx.db, [personId], tx.now)).get(personId);
		if (shift && holder && !('refused' in decideSignUp(shift, holder, tx.now)))
			await takePlace(tx, shift, personId);
	}
}
