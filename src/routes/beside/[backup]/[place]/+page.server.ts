import { error, redirect } from '@sveltejs/kit';
import { MessageForm } from '#features/conversations/forms.ts';
import { messageLineAt } from '#features/conversations/server/index.ts';
import { editBeside } from '#features/sessions/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { backupAt } from '../backup.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** One’s own message in a talk with whoever has come, to be said differently. Anybody else’s is not here. */
async function myMessage(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const { db, vault } = event.locals;
	const { backup, me } = await backupAt(event);
	const place = Number(event.params.place);
	if (!me || !Number.isInteger(place) || place > 2 ** 31 - 1) error(404);
	const line = await messageLineAt(
		db,
		vault,
		backup.id,
		{ personId: event.locals.viewer?.id ?? null, aliasId: me.id, host: false },
		place,
	);
	if (!line || line.author.id !== me.id || line.state === 'gone') error(404);
	return { line, backupId: backup.id, talk: `/beside/${backup.id}` };
}

export const load: PageServerLoad = myMessage;

export const actions: Actions = {
	async default(event) {
		const { line, backupId, talk } = await myMessage(event);
		const form = await readForm(
			event.request,
			MessageForm.pick({ body: true, contentNote: true, sure: true }),
		);
		if (!form.ok) return form.again;
		const edited = await event.locals.transact((tx) =>
			editBeside(tx, { backupId, place: line.place, ...form.data }),
		);
		if ('refused' in edited && edited.refused) return sayNo({ refused: edited.refused }, form.values);
		redirect(303, `${talk}#m${line.place}`);
	},
};
