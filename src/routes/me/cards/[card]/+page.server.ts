import { error, redirect } from '@sveltejs/kit';
import { homes } from '#composition';
import type { CardId } from '#features/attention/card.ts';
import { CardForm } from '#features/attention/forms.ts';
import { answerCard } from '#features/attention/server/index.ts';
import { cardAt } from '#features/conversations/server/index.ts';
import { howItIs } from '#features/sit-with-me/server/index.ts';
import { isId } from '#platform/ids.ts';
import { readForm } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import { spokenHere, waysOn } from '../../../now/ways-on.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** What lies before somebody after words that carry danger. Anybody else’s is not here. */
export const load: PageServerLoad = async ({ locals, url, params }) => {
	const { db, vault, now, locale } = locals;
	const me = signedIn({ locals, url });
	if (!isId(params.card)) error(404);
	const asked = { personId: me.id, cardId: params.card as unknown as CardId, now };
	const card = (await cardAt(db, vault, asked)) ?? error(404);
	const whom = { ageBand: me.ageBand, language: spokenHere(locale), personId: me.id };
	return {
		card,
		back: await homes.find(({ kind }) => kind === card.home)!.pathOf(db, card.conversationId),
		how: await howItIs(db, whom, { now }),
		ways: await waysOn(locals),
		now,
	};
};

export const actions: Actions = {
	async default(event) {
		signedIn(event);
		const { card } = event.params;
		const form = await readForm(event.request, CardForm);
		if (!form.ok) return form.again;
		if (!isId(card)) error(404);
		const done = await event.locals.transact((tx) =>
			answerCard(tx, { cardId: card as unknown as CardId, ...form.data }),
		);
		if ('refused' in done) error(404);
		redirect(303, `/me/cards/${card}`);
	},
};
