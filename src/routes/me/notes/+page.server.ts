import { redirect } from '@sveltejs/kit';
import { DropNoteForm } from '#features/rooms/forms.ts';
import type { NoteId } from '#features/rooms/room.ts';
import { dropNote, notesOf } from '#features/rooms/server/keep-note.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { id } = signedIn(event);
	const { db, vault } = event.locals;
	return { notes: await notesOf(db, vault, id), kept: event.url.searchParams.has('kept') };
};

export const actions: Actions = {
	async drop(event) {
		signedIn(event);
		const form = await readForm(event.request, DropNoteForm);
		if (!form.ok) return form.again;
		const dropped = await event.locals.transact((tx) => dropNote(tx, { note: form.data.note as NoteId }));
		if ('refused' in dropped) return sayNo(dropped);
		redirect(303, '/me/notes');
	},
};
