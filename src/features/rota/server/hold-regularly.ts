import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { ShiftPatternId } from '../rota.ts';
import { decideSignUp, mayHold, type CannotSignUp } from '../sign-up.ts';
import { keepPace } from './pace.ts';
import { freePlace, takePlace } from './places.ts';
import { actorAsHolder, holdersById, holdStill, type KnownShift } from './standing.ts';

/** A shift of a pattern that somebody could not take with the others, and why. */
export interface Missed {
	startsAt: Date;
	because: CannotSignUp;
}

/**
 * Signs up for every shift of a pattern, those still to be written down included. Where some cannot be held the others
 * are, and which ones is told; where none can, it is refused.
 */
export async function holdRegularly(tx: Tx, patternId: ShiftPatternId) {
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	const shifts = await shiftsOfPattern(tx, patternId);
	const me = await actorAsHolder(tx);
	if (!shifts[0]) return refuse('no-such-pattern');
	if (!mayHold(shifts[0], me.duties)) return refuse('not-asked-to-hold');

	const missed: Missed[] = [];
	for (const shift of shifts) {
		if (shift.people.includes(tx.actor) || shift.calledOff) continue;
		const [now] = (await holdersById(tx.db, [tx.actor], tx.now)).values();
		const decision = decideSignUp(shift, now!, tx.now);
		if ('refused' in decision) missed.push({ startsAt: shift.startsAt, because: decision.refused });
		else await takePlace(tx, shift, tx.actor);
	}
	const open = shifts.filter(({ calledOff }) => !calledOff).length;
	if (missed.length === open && missed[0]) return refuse(missed[0].because);

	await tx.db
		.insertInto('regular_holder')
		.values({ pattern_id: patternId, person_id: tx.actor, since: tx.now })
		.onConflict((already) => already.doNothing())
		.execute();
	return { held: open - missed.length, missed };
}

/** Holds a pattern no longer: gives back every shift of it that has not begun. */
export async function holdNoLonger(tx: Tx, patternId: ShiftPatternId) {
	const shifts = await shiftsOfPattern(tx, patternId);
	const ended = await tx.db
		.deleteFrom('regular_holder')
		.where('pattern_id', '=', patternId)
		.where('person_id', '=', tx.actor)
		.returning('pattern_id')
		.executeTakeFirst();
	if (!ended) return refuse('not-on-it');
	const mine = shifts.filter(({ people, startsAt }) => people.includes(tx.actor) && startsAt > tx.now);
	for (const shift of mine) await freePlace(tx, shift, tx.actor);
	return { steppedBack: mine.length };
}

/** The shifts of a pattern that are not over, held still, soonest first. */
async function shiftsOfPattern(tx: Tx, patternId: ShiftPatternId): Promise<KnownShift[]> {
	// So that none is written down between now and the moment somebody holds them all.
	await tx.db.selectFrom('shift_pattern').select('id').where('id', '=', patternId).forUpdate().execute();
	const ahead = await tx.db
		.selectFrom('shift')
		.select('id')
		.where('pattern_id', '=', patternId)
		.where('ends_at', '>', tx.now)
		.execute();
	return holdStill(
		tx,
		ahead.map(({ id }) => id),
	);
}
