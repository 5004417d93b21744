import { record } from '#features/audit/server/index.ts';
import type { CaseId } from '#features/desk/case.ts';
import { caseAsRulesSee, settleCase } from '#features/desk/server/index.ts';
import { notify } from '#features/notices/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Reportable } from '#platform/reportable.ts';
import { refuse } from '#platform/ruling.ts';
import { measureDropped, measureImposed, measureProposed } from '../events.ts';
import { decideMeasure, decideSecond } from '../decide.ts';
import type { Ground, MeasureId, Step } from '../ladder.ts';
import { carryOut, isHideable, placeOf } from './effects.ts';
import { endMeasures } from './end-measures.ts';
import { holdMeasure, type FullMeasure } from './queries.ts';
import { sealTo } from './words.ts';

/** What is decided, about whom and why. */
export interface Imposing {
	caseId: CaseId;
	subjectId: PersonId;
	step: Step;
	rule: string;
	/** In words to whoever it concerns. */
	reason: string;
	endsAt: Date | null;
	/** What it is about, as a reportable names it. */
	about: string;
	/** Whether the thing is to be out of sight as well, where the step is another. */
	hides?: boolean;
	/** Whether they are asked to listen everywhere, and not only where it happened. */
	everywhere?: boolean;
	/** The kinds of things that can be hidden. */
	reportables: readonly Reportable[];
}

/** What stands behind a case; undefined when there is none. */
export async function groundOf(
	db: Reader,
	caseId: CaseId,
	reportables: readonly Reportable[],
): Promise<(Ground & { about: string; tier: 1 | 2 | 3 }) | undefined> {
	const found = await caseAsRulesSee(db, caseId);
	if (!found) return undefined;
	const { about, tier, subjectId, reporterIds, state, takenBy, secondId } = found;
	const hideable = await isHideable(db, reportables, about);
	const placed = (await placeOf(db, about)) !== undefined;
	return {
		about,
		tier,
		subjectId,
		reporterIds,
		heldBy: [takenBy, secondId],
		open: state === 'open',
		hideable,
		placed,
	};
}

/**
 * Takes a step of the ladder. What it does, the word to whoever it concerns, the notice, the line in the audit log and the fact
 * are one transaction. Shutting somebody out is only proposed by this, and the case stays open until somebody seconds it.
 */
export async function impose(tx: Tx, imposing: Imposing) {
	const { caseId, subjectId, step, rule, about, endsAt, reportables } = imposing;
	const { hides = false, everywhere = false } = imposing;
	await tx.db.selectFrom('person').select('id').where('id', '=', subjectId).forUpdate().execute();
	const ground = await groundOf(tx.db, caseId, reportables);
	if (!ground || ground.subjectId !== subjectId) return refuse('not-found');
	const decision = decideMeasure((await viewerById(tx.db, tx.actor)) ?? null, ground, { step });
	if ('refused' in decision) return decision;
	if (await isWaiting(tx, caseId)) return refuse('waits-already');

	const id = tx.newId<'measure'>() as MeasureId;
	const reason = await sealTo(tx, subjectId, 'reason', id, imposing.reason);
	await tx.db
		.insertInto('measure')
		.values({
			...{ id, case_id: caseId, subject_id: subjectId, about, step, rule, reason, state: decision.state },
			...{ hides, everywhere, decided_by: tx.actor, seconded_by: null, decided_at: tx.now, ends_at: endsAt },
			...{ over_at: null, appealed_at: null, appeal: null, appeal_case: null },
			...{ judged_by: null, judged_at: null, verdict: null, answer: null },
		})
		.execute();
	await note(tx, `ladder.${decision.state === 'proposed' ? 'proposed' : 'imposed'}`, id, {
		subjectId,
		caseId,
		step,
		rule,
	});
	if (decision.state === 'proposed') {
		await tx.announce(measureProposed({ measureId: id, step }));
		return { measureId: id, state: decision.state };
	}
	return takeEffect(tx, (await holdMeasure(tx, id))!, reportables);
}

/** The second person agrees, and it holds from now on. The time it lasts begins now as well. */
export async function second(
	tx: Tx,
	{ measureId, reportables }: { measureId: MeasureId; reportables: readonly Reportable[] },
) {
	const measure = await holdMeasure(tx, measureId);
	if (!measure) return refuse('not-found');
	const decision = decideSecond((await viewerById(tx.db, tx.actor)) ?? null, measure);
	if ('refused' in decision) return decision;
	const lasting = measure.endsAt && measure.endsAt.getTime() - measure.decidedAt.getTime();
	const endsAt = lasting === null ? null : new Date(tx.now.getTime() + lasting);
	await tx.db
		.updateTable('measure')
		.set({ state: decision.state, seconded_by: tx.actor, ends_at: endsAt })
		.where('id', '=', measureId)
		.execute();
	await note(tx, 'ladder.seconded', measureId, {
		subjectId: measure.subjectId,
		caseId: measure.caseId,
		step: measure.step,
	});
	return takeEffect(tx, { ...measure, state: 'standing', endsAt }, reportables);
}

/** It is not to be after all: whoever proposed it thinks again, or whoever was asked says no. The case stays open. */
export async function drop(tx: Tx, measureId: MeasureId) {
	const measure = await holdMeasure(tx, measureId);
	const viewer = (await viewerById(tx.db, tx.actor)) ?? null;
	if (!measure) return refuse('not-found');
	const decision = measure.decidedBy === tx.actor ? measure : decideSecond(viewer, measure);
	if ('refused' in decision) return decision;
	if (measure.state !== 'proposed') return refuse('not-waiting');
	await tx.db
		.updateTable('measure')
		.set({ state: 'dropped', over_at: tx.now, reason: null })
		.where('id', '=', measureId)
		.execute();
	const { subjectId, caseId } = measure;
	await note(tx, 'ladder.dropped', measureId, { subjectId, caseId });
	await tx.announce(measureDropped({ measureId }));
	return { measureId, state: 'dropped' as const };
}

async function takeEffect(tx: Tx, measure: FullMeasure, reportables: readonly Reportable[]) {
	const { id, caseId, step, endsAt } = measure;
	const subjectId = measure.subjectId;
	if (!subjectId) return refuse('nobody-there');
	const done = await carryOut(tx, measure, reportables);
	if (done.refused) return done;
	// Whoever has the case ends it; the second person only agrees.
	const by = (await caseAsRulesSee(tx.db, caseId))?.takenBy ?? tx.actor;
	const staysHidden = step === 'hidden' || measure.hides;
	const settled = await settleCase(tx, { caseId, by, outcome: 'measured', staysHidden });
	if ('refused' in settled) return settled;
	const path = `/me/measures/${id}`;
	await notify(tx, { to: subjectId, kind: 'word-from-stewards', about: id, at: null, path });
	await tx.announce(measureImposed({ measureId: id, step, personId: subjectId }));
	if (endsAt) await tx.enqueue(endMeasures, {}, { at: endsAt, key: `ladder.end:${id}` });
	return { measureId: id, state: 'standing' as const };
}

async function isWaiting(tx: Tx, caseId: CaseId): Promise<boolean> {
	const waiting = await tx.db
		.selectFrom('measure')
		.select('id')
		.where('case_id', '=', caseId)
		.where('state', '=', 'proposed')
		.executeTakeFirst();
	return waiting !== undefined;
}

/** One line in the audit log: ids and codes, no words. */
export const note = (
	tx: Tx,
	kind: string,
	id: MeasureId,
	{ subjectId, ...facts }: { subjectId: PersonId | null } & Record<string, string | null>,
) =>
	record(tx, {
		kind,
		by: tx.actor,
		about: `measure:${id}`,
		at: tx.now,
		facts: { personId: subjectId, ...facts },
	});
