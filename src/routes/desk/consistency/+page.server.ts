import { error, redirect } from '@sveltejs/kit';
import { reportables } from '#composition';
import { may } from '#features/ladder/policy.ts';
import { AgainForm } from '#features/ladder/forms.ts';
import { consistency, judgeAgain, looksFor } from '#features/ladder/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const { db, vault, viewer, now } = looking(locals);
	const [first] = may.judgeAgain({ viewer }).refused ? [] : await looksFor(db, viewer!.id);
	const [prefix, id = ''] = first?.about.split(':') ?? [];
	const reportable = reportables.find((each) => each.prefix === prefix);
	// As its author sees it: whoever judges again learns neither who it was nor what was decided.
	const thing = first?.subjectId && (await reportable?.show(db, vault, first.subjectId, id, now));
	return {
		look: first && { id: first.id, text: thing ? thing.text : undefined },
		judges: !may.judgeAgain({ viewer }).refused,
		figures: await consistency(db),
	};
};

export const actions: Actions = {
	async default({ locals, request }) {
		looking(locals);
		const form = await readForm(request, AgainForm);
		if (!form.ok) return form.again;
		const { look, step } = form.data;
		const judged = await locals.transact((tx) => judgeAgain(tx, { lookId: look, step }));
		if ('refused' in judged) return sayNo(judged);
		redirect(303, '/desk/consistency');
	},
};

/** For stewards and coordinators; for everybody else there is nothing here. */
function looking(locals: App.Locals) {
	return may.readConsistency(locals).refused ? error(404) : locals;
}
