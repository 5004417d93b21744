import { redirect } from '@sveltejs/kit';
import { NotesForm } from '#features/sessions/forms.ts';
import { may } from '#features/sessions/policy.ts';
import { notesOf, writeNotes } from '#features/sessions/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { pairingAt } from '../pairing.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, vault, now } = event.locals;
	const { pairing, standing } = await pairingAt(event);
	const [newest, ...earlier] = await notesOf(db, vault, pairing.id);
	return {
		pairing,
		newest,
		earlier,
		writing: may.note({ ...standing, session: undefined, now }),
		kept: event.url.searchParams.has('kept'),
	};
};

export const actions: Actions = {
	async default(event) {
		const { pairing } = await pairingAt(event);
		const form = await readForm(event.request, NotesForm);
		if (!form.ok) return form.again;
		const kept = await event.locals.transact((tx) => writeNotes(tx, { pairingId: pairing.id, ...form.data }));
		if ('refused' in kept) return sayNo(kept, form.values);
		redirect(303, `/pairings/${pairing.id}/notes?kept`);
	},
};
