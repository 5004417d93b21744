import { redirect } from '@sveltejs/kit';
import { personal } from '#composition';
import { EraseForm } from '#features/people/forms.ts';
import { nicknameKey } from '#features/people/nickname.ts';
import { erasePerson } from '#features/people/server/index.ts';
import { dropCookie } from '#web/cookies.ts';
import { readForm, sayNo } from '#web/form.ts';
import { freshlySignedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => ({ nickname: freshlySignedIn(event).nickname });

export const actions: Actions = {
	async default(event) {
		const me = freshlySignedIn(event);
		const { cookies, locals, request, setHeaders, url } = event;
		const form = await readForm(request, EraseForm);
		if (!form.ok) return form.again;
		if (nicknameKey(form.data.confirm) !== nicknameKey(me.nickname))
			return sayNo({ refused: 'confirm-differs' });

		await locals.transact((tx) => erasePerson(tx, me.id, personal));
		for (const name of ['session', 'device', 'locale', 'discreet'] as const) dropCookie(cookies, url, name);
		setHeaders({ 'clear-site-data': '"cache", "storage"' });
		redirect(303, '/');
	},
};
