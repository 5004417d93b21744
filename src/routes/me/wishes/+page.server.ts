import { redirect } from '@sveltejs/kit';
import { WishesForm } from '#features/wishes/forms.ts';
import { dropWishes, looksAt, myWishes, writeWishes } from '#features/wishes/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { id, session } = signedIn(event);
	const { db, vault } = event.locals;
	return {
		...(await myWishes(db, vault, id)),
		looks: (await looksAt(db, id)).length > 0,
		owner: id,
		sharedDevice: session.sharedDevice,
		kept: event.url.searchParams.has('kept'),
	};
};

export const actions: Actions = {
	async keep(event) {
		signedIn(event);
		const form = await readForm(event.request, WishesForm);
		if (!form.ok) return form.again;
		const kept = await event.locals.transact((tx) => writeWishes(tx, form.data));
		if ('refused' in kept) return sayNo(kept, form.values);
		redirect(303, '/me/wishes?kept');
	},

	async drop(event) {
		signedIn(event);
		await event.locals.transact(dropWishes);
		redirect(303, '/me/wishes');
	},
};
