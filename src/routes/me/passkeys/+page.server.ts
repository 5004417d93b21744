import { redirect } from '@sveltejs/kit';
import { NewPasskeyForm, PasskeyForm } from '#features/people/forms.ts';
import type { PasskeyId } from '#features/people/person.ts';
import { addPasskey, namePasskey, passkeysOf, removePasskey } from '#features/people/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { freshlySignedIn, signedIn } from '#web/signed-in.ts';
import { siteOf } from '#web/site.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	return { passkeys: await passkeysOf(locals.db, me.id), fresh: me.session.fresh };
};

export const actions: Actions = {
	async add(event) {
		const { locals, request } = event;
		const me = freshlySignedIn(event);
		const form = await readForm(request, NewPasskeyForm);
		if (!form.ok) return form.again;

		const site = await siteOf(event);
		const name = form.data.name || locals.say('people.passkeys.first');
		const added = await locals.transact((tx) =>
			addPasskey(tx, site, { personId: me.id, purpose: 'add', answer: form.data.passkey, name }),
		);
		if ('refused' in added) return sayNo(added);
		redirect(303, '/me/passkeys');
	},

	async name({ locals, request, url }) {
		signedIn({ locals, url });
		const form = await readForm(request, PasskeyForm);
		if (!form.ok) return form.again;
		const { id, name } = form.data;
		await locals.transact((tx) => namePasskey(tx, { passkeyId: id as PasskeyId, name }));
		redirect(303, '/me/passkeys');
	},

	async remove(event) {
		const { locals, request } = event;
		freshlySignedIn(event);
		const form = await readForm(request, PasskeyForm);
		if (!form.ok) return form.again;
		const removed = await locals.transact((tx) => removePasskey(tx, form.data.id as PasskeyId));
		if ('refused' in removed) return sayNo(removed);
		redirect(303, '/me/passkeys');
	},
};
