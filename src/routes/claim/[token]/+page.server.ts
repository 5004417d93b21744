import { redirect } from '@sveltejs/kit';
import { claim, isClaimOpen } from '#features/people/server/index.ts';
import { sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	open: await isClaimOpen(locals.db, params.token),
	here: url.pathname,
});

export const actions: Actions = {
	async default({ locals, params, url }) {
		signedIn({ locals, url });
		const claimed = await locals.transact((tx) => claim(tx, params.token));
		if ('refused' in claimed) return sayNo(claimed);
		redirect(303, '/organisation');
	},
};
