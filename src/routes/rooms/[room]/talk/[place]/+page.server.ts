import { error, redirect } from '@sveltejs/kit';
import { MessageForm } from '#features/conversations/forms.ts';
import { messageLineAt } from '#features/conversations/server/index.ts';
import { may } from '#features/rooms/policy.ts';
import { editMessage } from '#features/rooms/server/edit-message.ts';
import { readForm, sayNo } from '#web/form.ts';
import { roomAt } from '../../room.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** One’s own message, to be said differently. Anybody else’s is not here. */
async function myMessage(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const { db, vault } = event.locals;
	const { room, standing, alias } = await roomAt(event);
	const place = Number(event.params.place);
	if (!alias || !Number.isInteger(place) || place > 2 ** 31 - 1) error(404);
	const line = await messageLineAt(
		db,
		vault,
		room.id,
		{ personId: event.locals.viewer?.id ?? null, aliasId: alias.id, host: false },
		place,
	);
	if (!line || line.author.id !== alias.id || line.state === 'gone') error(404);
	return { room, standing, line };
}

export const load: PageServerLoad = async (event) => {
	const { room, standing, line } = await myMessage(event);
	if (may.read(standing).refused) redirect(303, `/rooms/${room.slug}`);
	return { room, line };
};

export const actions: Actions = {
	async default(event) {
		const { room, line } = await myMessage(event);
		const form = await readForm(
			event.request,
			MessageForm.pick({ body: true, contentNote: true, sure: true }),
		);
		if (!form.ok) return form.again;
		const edited = await event.locals.transact((tx) =>
			editMessage(tx, { roomId: room.id, place: line.place, ...form.data }),
		);
		if ('refused' in edited && edited.refused) return sayNo({ refused: edited.refused }, form.values);
		redirect(303, `/rooms/${room.slug}/talk#m${line.place}`);
	},
};
