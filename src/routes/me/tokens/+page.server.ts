import { redirect } from '@sveltejs/kit';
import { RevokeForm, TokenForm } from '#features/access/forms.ts';
import { makeToken, revokeToken, tokensOf } from '#features/access/server/index.ts';
import { lifetimes, scopes, USUAL_LIFETIME, type TokenId } from '#features/access/token.ts';
import { readForm, sayNo } from '#web/form.ts';
import { freshlySignedIn, signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	return {
		tokens: await tokensOf(locals.db, me.id, locals.now),
		fresh: me.session.fresh,
		scopes,
		lifetimes,
		usual: USUAL_LIFETIME,
	};
};

export const actions: Actions = {
	/** Answers with the token itself, this once; no address leads back to it. */
	async make(event) {
		const { locals, request } = event;
		freshlySignedIn(event);
		const form = await readForm(request, TokenForm);
		if (!form.ok) return form.again;
		const made = await locals.transact((tx) => makeToken(tx, form.data));
		return 'refused' in made ? sayNo(made, form.values) : made;
	},

	async revoke({ locals, request, url }) {
		signedIn({ locals, url });
		const form = await readForm(request, RevokeForm);
		if (!form.ok) return form.again;
		await locals.transact((tx) => revokeToken(tx, form.data.token as TokenId));
		redirect(303, '/me/tokens');
	},
};
