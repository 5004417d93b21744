import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { patternEnded, patternMade } from '../events.ts';
import { may } from '../policy.ts';
import type { RotaId, ShiftPatternId } from '../rota.ts';
import { decidePattern, type ShiftPattern } from '../shift.ts';
import { callOffAll } from './call-off-shift.ts';
import { keepPace } from './pace.ts';
import { actorIn } from './standing.ts';
import { writeShiftsOf } from './write-shifts.ts';

/** Has shifts come again by a rule. The next weeks’ are written down at once. */
export async function makePattern(tx: Tx, { rotaId, ...pattern }: ShiftPattern & { rotaId: RotaId }) {
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	const rota = await tx.db.selectFrom('rota').select('zone').where('id', '=', rotaId).executeTakeFirst();
	if (!rota) return refuse('not-found');

	const ruling = may.arrange(await actorIn(tx, rotaId));
	if (ruling.refused) return ruling;
	const decision = decidePattern(pattern, rota.zone, tx.now);
	if ('refused' in decision) return decision;

	const id: ShiftPatternId = tx.newId();
	await tx.db
		.insertInto('shift_pattern')
		.values({ id, rota_id: rotaId, ...pattern, made_at: tx.now })
		.execute();
	await writeShiftsOf(tx, id);
	await tx.announce(patternMade({ rotaId, patternId: id }));
	return { patternId: id };
}

/** Ends a pattern: what has not begun of it is called off, and nothing more is written down. */
export async function endPattern(
	tx: Tx,
	{ rotaId, patternId }: { rotaId: RotaId; patternId: ShiftPatternId },
) {
	const ruling = may.arrange(await actorIn(tx, rotaId));
	if (ruling.refused) return ruling;
	const pattern = await tx.db
		.selectFrom('shift_pattern')
		.select('id')
		.where('id', '=', patternId)
		.where('rota_id', '=', rotaId)
		.forUpdate()
		.executeTakeFirst();
	if (!pattern) return refuse('no-such-pattern');

	await callOffAll(tx, (shift) =>
		shift.and([shift('shift.pattern_id', '=', patternId), shift('shift.starts_at', '>', tx.now)]),
	);
	await tx.db.deleteFrom('shift_pattern').where('id', '=', patternId).execute();
	await tx.announce(patternEnded({ rotaId, patternId }));
	return { ended: patternId };
}
