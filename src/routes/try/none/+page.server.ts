import { redirect } from '@sveltejs/kit';
import { NeedForm } from '#features/tastes/forms.ts';
import { askForGroup, greeterFor, mayAskFrom } from '#features/tastes/server/index.ts';
import { theApp } from '#web/app.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, viewer, now }, url }) => ({
	greeter: await greeterFor(db, viewer, now),
	told: url.searchParams.has('told'),
});

export const actions: Actions = {
	async default({ locals, request, getClientAddress }) {
		const form = await readForm(request, NeedForm);
		if (!form.ok) return form.again;
		const slowed = await mayAskFrom(theApp().spine, getClientAddress(), locals.now);
		if (slowed.refused) return sayNo(slowed, form.values);
		await locals.transact((tx) => askForGroup(tx, form.data));
		redirect(303, '/try/none?told');
	},
};
