import { error, redirect } from '@sveltejs/kit';
import { RemarkForm } from '#features/keeping/forms.ts';
import { mayRemarkFrom } from '#features/keeping/server/pace.ts';
import { listingRemarkable } from '#features/keeping/server/queries.ts';
import { remarkChange } from '#features/keeping/server/remark.ts';
import { theApp } from '#web/app.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db }, params, url }) => {
	const { name } = (await listingRemarkable(db, params.listing)) ?? error(404);
	return { name, address: params.listing, told: url.searchParams.has('told') };
};

export const actions: Actions = {
	async default({ locals, params, request, getClientAddress }) {
		const { id: listingId, bodyId } = (await listingRemarkable(locals.db, params.listing)) ?? error(404);
		const form = await readForm(request, RemarkForm);
		if (!form.ok) return form.again;
		const slowed = await mayRemarkFrom(theApp().spine, getClientAddress(), locals.now);
		if (slowed.refused) return sayNo(slowed, form.values);
		const told = await locals.transact((tx) => remarkChange(tx, { bodyId, listingId, ...form.data }));
		if ('refused' in told) return sayNo(told, form.values);
		redirect(303, `/changed/${encodeURIComponent(params.listing)}?told`);
	},
};
