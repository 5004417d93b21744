import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { AskForm } from '#features/asking/forms.ts';
import { askDirectly, avoid, openingsFor, waitingFor } from '#features/asking/server/index.ts';
import { supporterFor } from '#features/supporters/server/index.ts';
import type { SupporterId } from '#features/supporters/supporter.ts';
import { isId } from '#platform/ids.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** The page of this address. Whoever may not see it is told what they would be told if there were none. */
async function supporterAt({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
	const me = signedIn({ locals, url });
	const { db, vault, viewer } = locals;
	const id = params['supporter'] ?? '';
	const supporter = isId(id) ? await supporterFor(db, vault, viewer, id as SupporterId) : undefined;
	return { me, supporter: supporter ?? error(404) };
}

export const load: PageServerLoad = async (event) => {
	const { me, supporter } = await supporterAt(event);
	const { db, now } = event.locals;
	const opening = (await openingsFor(db, [supporter], now)).get(supporter.personId)!;
	const { nickname, shows } = supporter;
	return {
		id: supporter.id,
		nickname,
		shows,
		opening,
		mine: supporter.personId === me.id,
		waiting: await waitingFor(db, me.id, now),
	};
};

export const actions: Actions = {
	async ask(event) {
		const { supporter } = await supporterAt(event);
		const form = await readForm(event.request, AskForm);
		if (!form.ok) return form.again;
		const asked = await event.locals.transact((tx) =>
			askDirectly(tx, form.data, { supporterId: supporter.id }),
		);
		if ('refused' in asked) return sayNo(asked, form.values);
		redirect(303, '/pairings');
	},

	/** Keeps this supporter out of one’s suggestions. */
	async avoid(event) {
		const { me, supporter } = await supporterAt(event);
		if (supporter.personId === me.id) error(404);
		await event.locals.transact((tx) => avoid(tx, { supporterId: supporter.id }));
		redirect(303, '/ask');
	},
};
