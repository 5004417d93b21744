import { redirect } from '@sveltejs/kit';
import { AskWhoForm } from '#features/asking/forms.ts';
import { isTold } from '#features/asking/fit.ts';
import {
	askDirectly,
	askWhoeverFits,
	fitOf,
	suggestionsFor,
	waitingFor,
} from '#features/asking/server/index.ts';
import type { SupporterId } from '#features/supporters/supporter.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const { db, vault, now } = locals;
	if (await waitingFor(db, me.id, now).then((waiting) => waiting && waiting.way !== 'one'))
		redirect(303, '/pairings');
	const fit = await fitOf(db, vault, me.id);
	if (!fit || !isTold(fit)) redirect(303, '/ask');
	return {
		languages: [...fit.languages, ...fit.enoughLanguages],
		suggestions: await suggestionsFor(db, vault, me, now),
	};
};

export const actions: Actions = {
	async default(event) {
		signedIn(event);
		const form = await readForm(event.request, AskWhoForm);
		if (!form.ok) return form.again;
		const { to, ...card } = form.data;
		const asked = await event.locals.transact((tx) =>
			to === 'first-free' || to === 'round'
				? askWhoeverFits(tx, card, { way: to })
				: askDirectly(tx, card, { supporterId: to as SupporterId, way: 'chosen' }),
		);
		if ('refused' in asked) return sayNo(asked, form.values);
		redirect(303, '/pairings');
	},
};
