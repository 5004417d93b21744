import { error, redirect } from '@sveltejs/kit';
import { RotaForm } from '#features/rota/forms.ts';
import { may } from '#features/rota/policy.ts';
import { openRota } from '#features/rota/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** For everybody but coordinators this page does not exist. */
function coordinating({ viewer }: App.Locals) {
	if (may.open({ viewer }).refused) error(404);
}

export const load: PageServerLoad = ({ locals }) => {
	coordinating(locals);
	return { zones: Intl.supportedValuesOf('timeZone') };
};

export const actions: Actions = {
	async default({ locals, request }) {
		coordinating(locals);
		const form = await readForm(request, RotaForm);
		if (!form.ok) return form.again;
		const opened = await locals.transact((tx) => openRota(tx, form.data));
		if ('refused' in opened) return sayNo(opened, form.values);
		redirect(303, `/rota/${opened.slug}`);
	},
};
