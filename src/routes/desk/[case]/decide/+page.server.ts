import { error, redirect } from '@sveltejs/kit';
import { reportables } from '#composition';
import type { CaseId } from '#features/desk/case.ts';
import { may as mayAtDesk } from '#features/desk/policy.ts';
import { standingIn } from '#features/desk/server/index.ts';
import { draftReason } from '#features/ladder/draft.ts';
import { DecideForm, JudgeForm, MeasureForm } from '#features/ladder/forms.ts';
import { endOf, stepsFor, type MeasureId } from '#features/ladder/ladder.ts';
import { decideMeasure, decideSecond } from '#features/ladder/decide.ts';
import { may } from '#features/ladder/policy.ts';
import {
	drop,
	groundOf,
	historyOf,
	impose,
	judge,
	lift,
	measureById,
	measuresIn,
	readsIn,
	ruleRows,
	rulesOf,
	second,
	wordsOf,
} from '#features/ladder/server/index.ts';
import { suggestStep } from '#features/ladder/suggestion.ts';
import { isId } from '#platform/ids.ts';
import { sayIn } from '../../../../words.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, vault, viewer, now } = locals;
	const { caseId, ...ground } = await deciding(locals, params.case);
	const rows = await ruleRows(db);
	const ruleOf = (code: string) => rows.find((rule) => rule.code === code) ?? { code, sentence: null };

	const [prefix, appealed] = ground.about.split(':');
	if (prefix === 'measure') {
		const measure = (await measureById(db, appealed ?? '')) ?? error(404);
		const { step, rule, decidedAt, endsAt, state, judgedAt, verdict } = measure;
		return {
			caseId,
			appeal: {
				measure: { step, decidedAt, endsAt, state, judgedAt, verdict },
				rule: ruleOf(rule),
				words: await wordsOf(db, vault, measure.id),
				no:
					may.judge({ viewer, measure }).refused ??
					(viewer && ground.heldBy.includes(viewer.id) ? undefined : 'not-yours'),
			},
		};
	}

	const { subjectId, tier } = ground;
	const decided = decideMeasure(viewer, ground, { step: 'word' });
	const rules = await rulesOf(db);
	const picked = rules.find(({ code }) => code === url.searchParams.get('rule'));
	const before = subjectId ? await historyOf(db, subjectId) : [];
	const possible = stepsFor(ground);
	const suggested = suggestStep({ tier, rule: picked?.code, possible }, before, now);
	const theirs = sayIn(subjectId ? await readsIn(db, subjectId) : locals.locale, locals.zone);
	const measures = await measuresIn(db, caseId);
	const waiting = measures.find(({ state }) => state === 'proposed');
	return {
		caseId,
		deciding: {
			no: 'refused' in decided ? decided.refused : undefined,
			mayLift: !may.decide({ viewer, ground }).refused,
			rules,
			picked,
			before: before
				.filter(({ state }) => state !== 'proposed' && state !== 'dropped')
				.map((measure) => ({ ...measure, rule: ruleOf(measure.rule) })),
			possible,
			suggested,
			draft: picked ? draftReason(picked, suggested.step, theirs) : '',
			waiting: waiting && {
				...waiting,
				rule: ruleOf(waiting.rule),
				reason: (await wordsOf(db, vault, waiting.id)).reason,
				maySecond: !('refused' in decideSecond(viewer, waiting)),
				mine: waiting.decidedBy === viewer?.id,
			},
			done: measures
				.filter(({ state }) => state !== 'proposed' && state !== 'dropped')
				.map(({ id, step, state, decidedAt, rule }) => ({ id, step, state, decidedAt, rule: ruleOf(rule) })),
		},
	};
};

export const actions: Actions = {
	async decide({ locals, params, request }) {
		const { caseId, subjectId, about } = await deciding(locals, params.case);
		const form = await readForm(request, DecideForm);
		if (!form.ok) return form.again;
		const { step, lasts, rule, reason, hides, everywhere } = form.data;
		const end = endOf(step, lasts, locals.now);
		if ('refused' in end) return sayNo(end, form.values);
		if (!subjectId) return sayNo({ refused: 'nobody-there' }, form.values);
		if (!(await rulesOf(locals.db)).some(({ code }) => code === rule))
			return sayNo({ refused: 'no-such-rule' }, form.values);

		const { endsAt } = end;
		const how = { step, rule, reason, endsAt, hides, everywhere };
		const imposed = await locals.transact((tx) =>
			impose(tx, { caseId, subjectId, about, reportables, ...how }),
		);
		if ('refused' in imposed) return sayNo(imposed, form.values);
		redirect(303, `/desk/${params.case}/decide`);
	},

	second: onMeasure((tx, measureId) => second(tx, { measureId, reportables })),
	drop: onMeasure((tx, measureId) => drop(tx, measureId)),
	lift: onMeasure((tx, measureId) => lift(tx, { measureId, reportables })),

	async judge({ locals, params, request }) {
		const { about } = await deciding(locals, params.case);
		const form = await readForm(request, JudgeForm);
		if (!form.ok) return form.again;
		const [, measureId] = about.split(':');
		const judged = await locals.transact((tx) =>
			judge(tx, { measureId: measureId as MeasureId, reportables, ...form.data }),
		);
		if ('refused' in judged) return sayNo(judged, form.values);
		redirect(303, `/desk/${params.case}/decide`);
	},
};

type Doing = (
	tx: Parameters<Parameters<App.Locals['transact']>[0]>[0],
	id: MeasureId,
) => Promise<object & { refused?: string }>;

/** A press about one measure of this case. */
function onMeasure(doing: Doing): Actions[string] {
	return async ({ locals, params, request }) => {
		const { caseId } = await deciding(locals, params.case ?? '');
		const form = await readForm(request, MeasureForm);
		if (!form.ok) return form.again;
		const measure = await measureById(locals.db, form.data.measure);
		if (measure?.caseId !== caseId) error(404);
		const done = await locals.transact((tx) => doing(tx, measure.id));
		if (done.refused !== undefined) return sayNo({ refused: done.refused });
		redirect(303, `/desk/${caseId}/decide`);
	};
}

/**
 * A case one may work on. Coordinators who are no stewards come only to agree, or not, to what waits for a second person. For
 * everybody else there is nothing here.
 */
async function deciding({ db, viewer }: App.Locals, named: string) {
	if (!isId(named)) error(404);
	const caseId = named as string as CaseId;
	const ground = (await groundOf(db, caseId, reportables)) ?? error(404);
	if (mayAtDesk.look(await standingIn(db, caseId, viewer)).refused) {
		const waiting = (await measuresIn(db, caseId)).find(({ state }) => state === 'proposed');
		if (!waiting || may.second({ viewer, measure: waiting }).refused) error(404);
	}
	return { caseId, ...ground };
}
