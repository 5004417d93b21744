import { redirect } from '@sveltejs/kit';
import { BodyForm } from '#features/keeping/forms.ts';
import { may } from '#features/keeping/policy.ts';
import { openBody } from '#features/keeping/server/open-body.ts';
import { bodiesOf } from '#features/keeping/server/queries.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const me = signedIn(event);
	const { db, zone } = event.locals;
	return { bodies: await bodiesOf(db, me), mayOpen: !may.open({ viewer: me }).refused, zone };
};

export const actions: Actions = {
	async open(event) {
		signedIn(event);
		const form = await readForm(event.request, BodyForm);
		if (!form.ok) return form.again;
		const opened = await event.locals.transact((tx) => openBody(tx, form.data));
		if ('refused' in opened) return sayNo(opened, form.values);
		redirect(303, `/keeping/${opened.slug}`);
	},
};
