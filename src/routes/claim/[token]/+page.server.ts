import { redirect } from '@sveltejs/kit';
import { ClaimForm } from '#features/people/forms.ts';
import { claim, isClaimOpen } from '#features/people/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	open: await isClaimOpen(locals.db, params.token),
	here: url.pathname,
});

export const actions: Actions = {
	async default({ locals, params, request, url }) {
		signedIn({ locals, url });
		const form = await readForm(request, ClaimForm);
		if (!form.ok) return form.again;
		const claimed = await locals.transact((tx) => claim(tx, { token: params.token, ...form.data }));
		if ('refused' in claimed) return sayNo(claimed, form.values);
		redirect(303, '/organisation');
	},
};
