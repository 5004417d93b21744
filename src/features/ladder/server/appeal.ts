import { openCase, settleCase } from '#features/desk/server/index.ts';
import { notify } from '#features/notices/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { Reportable } from '#platform/reportable.ts';
import { refuse } from '#platform/ruling.ts';
import { appealed, appealJudged } from '../events.ts';
import { decideAppeal, decideJudgement } from '../decide.ts';
import type { MeasureId, Verdict } from '../ladder.ts';
import { undo } from './effects.ts';
import { note } from './impose.ts';
import { holdMeasure } from './queries.ts';
import { sealTo } from './words.ts';

/** Asks for a decision about oneself to be looked at again, once, by somebody who had no part in it. */
export async function appeal(tx: Tx, { measureId, words }: { measureId: MeasureId; words: string }) {
	const measure = await holdMeasure(tx, measureId);
	if (!measure) return refuse('not-found');
	const decision = decideAppeal(measure, tx.actor);
	if ('refused' in decision) return decision;

	const me = (await viewerById(tx.db, tx.actor))!;
	const { caseId } = await openCase(tx, {
		about: `measure:${measureId}`,
		subjectId: tx.actor,
		ageBand: me.ageBand,
		kind: 'appeal',
		tier: 1,
		because: 'ladder.appeal.because',
		decidedBy: [measure.decidedBy, measure.secondedBy].filter((who) => who !== null),
	});
	await tx.db
		.updateTable('measure')
		.set({
			appealed_at: tx.now,
			appeal: await sealTo(tx, tx.actor, 'appeal', measureId, words),
			appeal_case: caseId,
		})
		.where('id', '=', measureId)
		.execute();
	await note(tx, 'ladder.appealed', measureId, { subjectId: tx.actor, caseId });
	await tx.announce(appealed({ measureId }));
	return { caseId };
}

/** Answers an appeal. Overturned, everything is again as it was before the decision; upheld, it stays. Both with a reason. */
export async function judge(
	tx: Tx,
	{
		measureId,
		verdict,
		answer,
		reportables,
	}: { measureId: MeasureId; verdict: Verdict; answer: string; reportables: readonly Reportable[] },
) {
	const measure = await holdMeasure(tx, measureId);
	if (!measure) return refuse('not-found');
	const decision = decideJudgement((await viewerById(tx.db, tx.actor)) ?? null, measure);
	if ('refused' in decision) return decision;
	const { subjectId, appealCase } = measure;
	if (!subjectId || !appealCase) return refuse('no-appeal');

	const over = verdict === 'overturned' ? { state: 'overturned' as const, over_at: tx.now } : {};
	await tx.db
		.updateTable('measure')
		.set({
			...{ judged_by: tx.actor, judged_at: tx.now, verdict, ...over },
			answer: await sealTo(tx, subjectId, 'answer', measureId, answer),
		})
		.where('id', '=', measureId)
		.execute();
	if (verdict === 'overturned') await undo(tx, measure, reportables);
	const settled = await settleCase(tx, { caseId: appealCase, by: tx.actor, outcome: 'closed' });
	if ('refused' in settled) return settled;
	await note(tx, 'ladder.appeal-judged', measureId, { subjectId, caseId: appealCase, verdict });
	const path = `/me/measures/${measureId}`;
	await notify(tx, { to: subjectId, kind: 'word-from-stewards', about: measureId, at: null, path });
	await tx.announce(appealJudged({ measureId, verdict }));
	return { verdict };
}
