import { redirect } from '@sveltejs/kit';
import { organisationOf } from '#features/people/server/index.ts';
import { NewRoomForm } from '#features/rooms/forms.ts';
import { may } from '#features/rooms/policy.ts';
import { openRoom } from '#features/rooms/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	signedIn(event);
	const { db, viewer, zone } = event.locals;
	const { ageBands } = await organisationOf(db);
	return { opening: may.arrange({ viewer }), ageBands, zone };
};

export const actions: Actions = {
	async default(event) {
		signedIn(event);
		const form = await readForm(event.request, NewRoomForm);
		if (!form.ok) return form.again;
		const opened = await event.locals.transact((tx) => openRoom(tx, form.data));
		if ('refused' in opened) return sayNo(opened, form.values);
		redirect(303, `/rooms/${opened.slug}`);
	},
};
