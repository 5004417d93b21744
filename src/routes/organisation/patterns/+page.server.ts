import { error, redirect } from '@sveltejs/kit';
import { PatternsForm } from '#features/attention/forms.ts';
import { startValues } from '#features/attention/patterns.ts';
import { patternsOf, setPatterns } from '#features/attention/server/index.ts';
import { may } from '#features/people/policy.ts';
import { readForm } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** For coordinators. For everybody else this page does not exist. */
export const load: PageServerLoad = async ({ locals: { db, viewer }, url }) => {
	if (may.changeOrganisation({ viewer }).refused) error(404);
	return { patterns: await patternsOf(db), startValues, saved: url.searchParams.has('saved') };
};

export const actions: Actions = {
	async default({ locals, request }) {
		if (may.changeOrganisation(locals).refused) error(404);
		const form = await readForm(request, PatternsForm);
		if (!form.ok) return form.again;
		const done = await locals.transact((tx) => setPatterns(tx, form.data));
		if ('refused' in done) error(404);
		redirect(303, '/organisation/patterns?saved');
	},
};
