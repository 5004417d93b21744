import { error, redirect } from '@sveltejs/kit';
import { MessageForm } from '#features/conversations/forms.ts';
import { messageLineAt } from '#features/conversations/server/index.ts';
import { sayDifferently } from '#features/pairings/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { pairingAt } from '../pairing.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** One’s own message in a talk of two, to be said differently. Anybody else’s is not here. */
async function myMessage(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const { db, vault } = event.locals;
	const { pairing, me } = await pairingAt(event);
	const place = Number(event.params.place);
	if (!me || !Number.isInteger(place) || place > 2 ** 31 - 1) error(404);
	const line = await messageLineAt(
		db,
		vault,
		pairing.id,
		{ personId: event.locals.viewer?.id ?? null, aliasId: me.id, host: false },
		place,
	);
	if (!line || line.author.id !== me.id || line.state === 'gone') error(404);
	return { line, pairingId: pairing.id, talk: `/pairings/${pairing.id}` };
}

export const load: PageServerLoad = myMessage;

export const actions: Actions = {
	async default(event) {
		const { line, pairingId, talk } = await myMessage(event);
		const form = await readForm(
			event.request,
			MessageForm.pick({ body: true, contentNote: true, sure: true }),
		);
		if (!form.ok) return form.again;
		const edited = await event.locals.transact((tx) =>
			sayDifferently(tx, { pairingId, place: line.place, ...form.data }),
		);
		if ('refused' in edited && edited.refused) return sayNo({ refused: edited.refused }, form.values);
		redirect(303, `${talk}#m${line.place}`);
	},
};
