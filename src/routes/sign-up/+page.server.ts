import { redirect } from '@sveltejs/kit';
import { comeFrom } from '#features/attention/server/index.ts';
import { SignUpForm, SignUpPasskeyForm } from '#features/people/forms.ts';
import { checkPassphrase } from '#features/people/passphrase.ts';
import {
	addPasskey,
	hashPassphrase,
	maySignUpFrom,
	organisationOf,
	signUp,
} from '#features/people/server/index.ts';
import { theApp } from '#web/app.ts';
import { readForm, sayNo } from '#web/form.ts';
import { ourPath } from '#web/our-path.ts';
import { startSession } from '#web/session.ts';
import { siteOf } from '#web/site.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const next = ourPath(url.searchParams.get('next'));
	// After signing up this page still has a code to show.
	if (locals.person && request.method === 'GET') redirect(303, next);
	return { next, ageBands: (await organisationOf(locals.db)).ageBands };
};

export const actions: Actions = {
	async passphrase(event) {
		const { locals, request } = event;
		const form = await readForm(request, SignUpForm);
		if (!form.ok) return form.again;
		const { nickname, ageBand, passphrase, sharedDevice } = form.data;
		const typed = { nickname, ageBand, sharedDevice: sharedDevice ? 'yes' : '' };

		const ruling = checkPassphrase(passphrase, nickname);
		if (ruling.refused) return sayNo(ruling, typed);
		const slowed = await maySignUpFrom(theApp().spine, event.getClientAddress(), locals.now);
		if (slowed.refused) return sayNo(slowed, typed);

		const { locale, zone } = locals;
		const hashed = await hashPassphrase(passphrase);
		const address = event.getClientAddress();
		const signedUp = await locals.transact(async (tx) => {
			const newcomer = await signUp(tx, { nickname, ageBand, locale, zone, passphrase: hashed });
			if (!('refused' in newcomer)) await comeFrom(tx, { personId: newcomer.personId, address });
			return newcomer;
		});
		if ('refused' in signedUp) return sayNo(signedUp, typed);

		await startSession(event, signedUp.personId, { sharedDevice });
		return { recoveryCode: signedUp.recoveryCode, next: ourPath(form.data.next) };
	},

	async passkey(event) {
		const { locals, request } = event;
		const form = await readForm(request, SignUpPasskeyForm);
		if (!form.ok) return form.again;
		const { nickname, ageBand, passkey, sharedDevice } = form.data;
		const typed = { nickname, ageBand, sharedDevice: sharedDevice ? 'yes' : '' };

		const slowed = await maySignUpFrom(theApp().spine, event.getClientAddress(), locals.now);
		if (slowed.refused) return sayNo(slowed, typed);

		const { locale, zone } = locals;
		const site = await siteOf(event);
		const name = locals.say('people.passkeys.first');
		const signedUp = await locals.transact(async (tx) => {
			const newcomer = await signUp(tx, { nickname, ageBand, locale, zone, passphrase: null });
			if ('refused' in newcomer) return newcomer;
			const { personId } = newcomer;
			await comeFrom(tx, { personId, address: event.getClientAddress() });
			const added = await addPasskey(tx, site, { personId, purpose: 'sign-up', answer: passkey, name });
			return 'refused' in added ? added : newcomer;
		});
		if ('refused' in signedUp) return sayNo(signedUp, typed);

		await startSession(event, signedUp.personId, { sharedDevice });
		return { recoveryCode: signedUp.recoveryCode, next: ourPath(form.data.next) };
	},
};
