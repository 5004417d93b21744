import { redirect } from '@sveltejs/kit';
import { NoteForm } from '#features/rooms/forms.ts';
import { keepNote } from '#features/rooms/server/keep-note.ts';
import { cameTo, myWait, talksChange } from '#features/sit-with-me/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, vault, viewer, person, now } }) => {
	const change = viewer ? await talksChange(db, viewer.ageBand) : 0;
	const wait = viewer ? await myWait(db, vault, viewer.id, now) : undefined;
	return {
		wait,
		came: viewer && !wait ? await cameTo(db, viewer.id, now) : undefined,
		change,
		now,
		sharedDevice: person?.session.sharedDevice ?? false,
	};
};

export const actions: Actions = {
	async keep(event) {
		signedIn(event);
		const form = await readForm(event.request, NoteForm);
		if (!form.ok) return form.again;
		const kept = await event.locals.transact((tx) => keepNote(tx, form.data));
		if ('refused' in kept) return sayNo(kept, form.values);
		redirect(303, '/me/notes?kept');
	},
};
