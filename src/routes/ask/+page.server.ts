import { redirect } from '@sveltejs/kit';
import { FitForm } from '#features/asking/forms.ts';
import { isTold } from '#features/asking/fit.ts';
import {
	fitOf,
	fitToBeginWith,
	knownTo,
	tellWhatFits,
	waitingFor,
	wishable,
} from '#features/asking/server/index.ts';
import { readForm } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const { db, vault, now } = locals;
	const told = await fitOf(db, vault, me.id);
	const isKnown = told !== undefined && isTold(told);
	const toBegin = await fitToBeginWith(db, vault, me);
	const fit = isKnown ? told : { ...toBegin, avoids: told?.avoids ?? [] };
	return {
		fit,
		isKnown,
		wishable: await wishable(db, vault, me),
		known: await knownTo(db, me.id, fit.avoids),
		waiting: (await waitingFor(db, me.id, now)) !== undefined,
	};
};

export const actions: Actions = {
	async keep(event) {
		const me = signedIn(event);
		const form = await readForm(event.request, FitForm);
		if (!form.ok) return form.again;
		await event.locals.transact((tx) => tellWhatFits(tx, form.data));
		const waiting = await waitingFor(event.locals.db, me.id, event.locals.now);
		redirect(303, waiting ? '/pairings' : '/ask/who');
	},
};
