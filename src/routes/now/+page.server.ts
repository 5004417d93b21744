import { redirect } from '@sveltejs/kit';
import { comeFrom } from '#features/attention/server/index.ts';
import { maySignUpFrom, organisationOf, signUp } from '#features/people/server/index.ts';
import { NewcomerForm, NowForm } from '#features/sit-with-me/forms.ts';
import { askNow, cameTo, howItIs, myWait } from '#features/sit-with-me/server/index.ts';
import { theApp } from '#web/app.ts';
import { readForm, sayNo } from '#web/form.ts';
import { startSession } from '#web/session.ts';
import { nextOpening, spokenHere, waysOn } from './ways-on.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const { db, vault, viewer, now, locale } = locals;
	if (viewer && request.method === 'GET' && (await myWait(db, vault, viewer.id, now)))
		redirect(303, '/now/waiting');
	const whom = {
		ageBand: viewer?.ageBand ?? ('adult' as const),
		language: spokenHere(locale),
		personId: viewer?.id,
	};
	const how = await howItIs(db, whom, { now });
	return {
		language: whom.language,
		how,
		next: how.there === 'nobody' ? await nextOpening(locals, whom) : null,
		ways: await waysOn(locals),
		now,
		came: viewer ? await cameTo(db, viewer.id, now) : undefined,
		left: url.searchParams.has('left'),
		ageBands: viewer ? [] : (await organisationOf(db)).ageBands,
	};
};

export const actions: Actions = {
	/** Whoever has no nickname yet makes one in the same step; when that cannot be, nothing they said is lost. */
	async ask(event) {
		const { locals, request } = event;
		if (locals.viewer) {
			const form = await readForm(request, NowForm);
			if (!form.ok) return form.again;
			const asked = await locals.transact((tx) => askNow(tx, form.data));
			if ('refused' in asked) return sayNo(asked, form.values);
			redirect(303, '/now/waiting');
		}

		const form = await readForm(request, NewcomerForm);
		if (!form.ok) return form.again;
		const { nickname, ageBand, sharedDevice, ...card } = form.data;
		const slowed = await maySignUpFrom(theApp().spine, event.getClientAddress(), locals.now);
		if (slowed.refused) return sayNo(slowed, form.values);
		const { locale, zone, now } = locals;
		const asked = await locals.transact(async (tx) => {
			const newcomer = await signUp(tx, { nickname, ageBand, locale, zone, passphrase: null });
			if ('refused' in newcomer) return newcomer;
			const { personId } = newcomer;
			await comeFrom(tx, { personId, address: event.getClientAddress() });
			const made = await askNow(tx.as({ actor: personId, now }), card);
			return 'refused' in made ? made : newcomer;
		});
		if ('refused' in asked) return sayNo(asked, form.values);
		await startSession(event, asked.personId, { sharedDevice });
		redirect(303, '/now/waiting');
	},
};
