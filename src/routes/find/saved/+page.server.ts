import { redirect } from '@sveltejs/kit';
import { filtersIn, ForgetForm, KeepForm, queryOf } from '#features/directory/forms.ts';
import { forgetSearch, keepSearch, sawSearches, searchesWithNews } from '#features/directory/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const { db, vault, now, zone, locale } = locals;
	return { searches: await searchesWithNews(db, vault, me, { now, zone, locale }) };
};

export const actions: Actions = {
	async keep({ locals, request, url }) {
		signedIn({ locals, url });
		const form = await readForm(request, KeepForm);
		if (!form.ok) return form.again;

		const filters = filtersIn(new URLSearchParams(form.data.query));
		const kept = await locals.transact((tx) => keepSearch(tx, filters));
		if ('refused' in kept) return sayNo(kept);
		redirect(303, `/find${queryOf(filters)}&kept`);
	},

	async forget({ locals, request, url }) {
		signedIn({ locals, url });
		const form = await readForm(request, ForgetForm);
		if (!form.ok) return form.again;
		await locals.transact((tx) => forgetSearch(tx, form.data.search));
		redirect(303, '/find/saved');
	},

	async seen({ locals, url }) {
		signedIn({ locals, url });
		await locals.transact(sawSearches);
		redirect(303, '/find/saved');
	},
};
