import { redirect } from '@sveltejs/kit';
import { SessionForm } from '#features/people/forms.ts';
import type { SessionId } from '#features/people/person.ts';
import { endOtherSessions, endSession, sessionsOf } from '#features/people/server/index.ts';
import { readForm } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	return { sessions: await sessionsOf(locals.db, me.id), here: me.session.id };
};

export const actions: Actions = {
	async end({ locals, request, url }) {
		signedIn({ locals, url });
		const form = await readForm(request, SessionForm);
		if (!form.ok) return form.again;
		await locals.transact((tx) => endSession(tx, form.data.session as SessionId));
		redirect(303, '/me/sessions');
	},

	async others({ locals, url }) {
		const me = signedIn({ locals, url });
		await locals.transact((tx) => endOtherSessions(tx, me.session.id));
		redirect(303, '/me/sessions');
	},
};
