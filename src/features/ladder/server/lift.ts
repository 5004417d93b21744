import { notify } from '#features/notices/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { Reportable } from '#platform/reportable.ts';
import { refuse } from '#platform/ruling.ts';
import { measureLifted } from '../events.ts';
import type { MeasureId } from '../ladder.ts';
import { may } from '../policy.ts';
import { undo } from './effects.ts';
import { note } from './impose.ts';
import { holdMeasure } from './queries.ts';

/** Stewards think better of it, without being asked. Everything is as it was before. */
export async function lift(
	tx: Tx,
	{ measureId, reportables }: { measureId: MeasureId; reportables: readonly Reportable[] },
) {
	const measure = await holdMeasure(tx, measureId);
	if (!measure) return refuse('not-found');
	const { subjectId } = measure;
	const viewer = (await viewerById(tx.db, tx.actor)) ?? null;
	const ruling = may.decide({ viewer, ground: { subjectId, reporterIds: [] } });
	if (ruling.refused) return ruling;
	if (measure.state !== 'standing') return refuse('taken-back-already');

	await tx.db
		.updateTable('measure')
		.set({ state: 'lifted', over_at: tx.now })
		.where('id', '=', measureId)
		.execute();
	await undo(tx, measure, reportables);
	await note(tx, 'ladder.lifted', measureId, {
		subjectId,
		caseId: measure.caseId,
		step: measure.step,
	});
	const path = `/me/measures/${measureId}`;
	if (subjectId)
		await notify(tx, { to: subjectId, kind: 'word-from-stewards', about: measureId, at: null, path });
	await tx.announce(measureLifted({ measureId }));
	return { measureId };
}
