import { redirect } from '@sveltejs/kit';
import { SignInForm, SignInPasskeyForm } from '#features/people/forms.ts';
import { whoAnswers, whoSignsIn } from '#features/people/server/index.ts';
import { theApp } from '#web/app.ts';
import { readCookie } from '#web/cookies.ts';
import { readForm, sayNo } from '#web/form.ts';
import { ourPath } from '#web/our-path.ts';
import { startSession } from '#web/session.ts';
import { siteOf } from '#web/site.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals, url }) => {
	const next = ourPath(url.searchParams.get('next'));
	if (locals.person) redirect(303, next);
	return { next, demo: theApp().config.demo };
};

export const actions: Actions = {
	async passphrase(event) {
		const { cookies, locals, request, url } = event;
		const form = await readForm(request, SignInForm);
		if (!form.ok) return form.again;
		const { nickname, passphrase, sharedDevice } = form.data;

		const deviceToken = readCookie(cookies, url, 'device');
		const address = event.getClientAddress();
		const found = await whoSignsIn(
			theApp().spine,
			{ nickname, passphrase, deviceToken, address },
			locals.now,
		);
		if ('refused' in found) return sayNo(found, { nickname, sharedDevice: sharedDevice ? 'yes' : '' });

		await startSession(event, found.personId, { sharedDevice });
		redirect(303, ourPath(form.data.next));
	},

	async passkey(event) {
		const { locals, request } = event;
		const form = await readForm(request, SignInPasskeyForm);
		if (!form.ok) return form.again;

		const site = await siteOf(event);
		const found = await locals.transact((tx) => whoAnswers(tx, site, form.data.passkey));
		if ('refused' in found) return sayNo(found);

		await startSession(event, found.personId, form.data);
		redirect(303, ourPath(form.data.next));
	},
};
