import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ConfirmForm, ConfirmPasskeyForm } from '#features/people/forms.ts';
import { freshenSession, proveOneself, waysIn, whoAnswers } from '#features/people/server/index.ts';
import { theApp } from '#web/app.ts';
import { readForm, sayNo } from '#web/form.ts';
import { ourPath } from '#web/our-path.ts';
import { signedIn } from '#web/signed-in.ts';
import { siteOf } from '#web/site.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const next = ourPath(url.searchParams.get('next'));
	if (me.session.fresh) redirect(303, next);
	return { next, ways: await waysIn(locals.db, me.id) };
};

export const actions: Actions = {
	async passphrase(event) {
		const me = signedIn(event);
		const form = await readForm(event.request, ConfirmForm);
		if (!form.ok) return form.again;

		const { passphrase, next } = form.data;
		const address = event.getClientAddress();
		const proof = await proveOneself(theApp().spine, me, { passphrase, address }, event.locals.now);
		return proof.refused ? sayNo(proof) : goOn(event, next);
	},

	async passkey(event) {
		const me = signedIn(event);
		const form = await readForm(event.request, ConfirmPasskeyForm);
		if (!form.ok) return form.again;

		const site = await siteOf(event);
		const found = await event.locals.transact((tx) => whoAnswers(tx, site, form.data.passkey));
		if ('refused' in found) return sayNo(found);
		return found.personId === me.id ? goOn(event, form.data.next) : sayNo({ refused: 'passkey-failed' });
	},
};

async function goOn({ locals, url }: RequestEvent, next: string): Promise<never> {
	const { session } = signedIn({ locals, url });
	await locals.transact((tx) => freshenSession(tx, session));
	redirect(303, ourPath(next));
}
