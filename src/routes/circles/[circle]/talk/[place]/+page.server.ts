import { error, redirect } from '@sveltejs/kit';
import { may } from '#features/circles/policy.ts';
import { editMessage } from '#features/circles/server/edit-message.ts';
import { MessageForm } from '#features/conversations/forms.ts';
import { messageLineAt } from '#features/conversations/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { circleAt } from '../../circle.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** One’s own message, to be said differently. Anybody else’s is not here. */
async function myMessage(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const { db, vault } = event.locals;
	const { circle, standing, alias } = await circleAt(event);
	const place = Number(event.params.place);
	if (may.read(standing).refused || !alias || !Number.isInteger(place) || place > 2 ** 31 - 1) error(404);
	const line = await messageLineAt(
		db,
		vault,
		circle.id,
		{ personId: event.locals.viewer?.id ?? null, aliasId: alias.id, host: false },
		place,
	);
	if (!line || line.author.id !== alias.id || line.state === 'gone') error(404);
	return { circle, line };
}

export const load: PageServerLoad = myMessage;

export const actions: Actions = {
	async default(event) {
		const { circle, line } = await myMessage(event);
		const form = await readForm(
			event.request,
			MessageForm.pick({ body: true, contentNote: true, sure: true }),
		);
		if (!form.ok) return form.again;
		const edited = await event.locals.transact((tx) =>
			editMessage(tx, { circleId: circle.id, place: line.place, ...form.data }),
		);
		if ('refused' in edited && edited.refused) return sayNo({ refused: edited.refused }, form.values);
		redirect(303, `/circles/${circle.slug}/talk#m${line.place}`);
	},
};
