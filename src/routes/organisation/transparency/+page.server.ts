import { error, redirect } from '@sveltejs/kit';
import { SumsForm } from '#features/ladder/forms.ts';
import { areSumsOpen, showSums } from '#features/ladder/server/index.ts';
import { may } from '#features/ladder/policy.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	coordinating(locals);
	return { open: await areSumsOpen(locals.db), kept: url.searchParams.has('kept') };
};

export const actions: Actions = {
	async default({ locals, request }) {
		coordinating(locals);
		const form = await readForm(request, SumsForm);
		if (!form.ok) return form.again;
		const shown = await locals.transact((tx) => showSums(tx, form.data));
		if ('refused' in shown) return sayNo(shown);
		redirect(303, '/organisation/transparency?kept');
	},
};

/** For everybody else this page does not exist. */
function coordinating({ viewer }: App.Locals) {
	if (may.arrange({ viewer }).refused) error(404);
}
