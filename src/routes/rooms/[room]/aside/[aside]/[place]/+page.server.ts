import { error, redirect } from '@sveltejs/kit';
import { MessageForm } from '#features/conversations/forms.ts';
import { messageLineAt } from '#features/conversations/server/index.ts';
import { mayAside } from '#features/rooms/policy.ts';
import { editAside } from '#features/rooms/server/asides.ts';
import { readForm, sayNo } from '#web/form.ts';
import { asideAt } from '../aside.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** One’s own message in a talk of two, to be said differently. Anybody else’s is not here. */
async function myMessage(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const { db, vault } = event.locals;
	const { room, aside, standing, me } = await asideAt(event);
	const place = Number(event.params.place);
	if (mayAside.read(standing).refused || !me || !Number.isInteger(place) || place > 2 ** 31 - 1) error(404);
	const line = await messageLineAt(
		db,
		vault,
		aside.id,
		{ personId: event.locals.viewer?.id ?? null, aliasId: me.id, host: false },
		place,
	);
	if (!line || line.author.id !== me.id || line.state === 'gone') error(404);
	return { line, asideId: aside.id, talk: `/rooms/${room.slug}/aside/${aside.id}` };
}

export const load: PageServerLoad = myMessage;

export const actions: Actions = {
	async default(event) {
		const { line, asideId, talk } = await myMessage(event);
		const form = await readForm(
			event.request,
			MessageForm.pick({ body: true, contentNote: true, sure: true }),
		);
		if (!form.ok) return form.again;
		const edited = await event.locals.transact((tx) =>
			editAside(tx, { asideId, place: line.place, ...form.data }),
		);
		if ('refused' in edited && edited.refused) return sayNo({ refused: edited.refused }, form.values);
		redirect(303, `${talk}#m${line.place}`);
	},
};
