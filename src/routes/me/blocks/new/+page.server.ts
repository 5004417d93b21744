import { fromAddress } from '#features/reports/address.ts';
import { error, redirect } from '@sveltejs/kit';
import { blockables } from '#composition';
import { BlockForm } from '#features/blocks/forms.ts';
import { block, whoIs } from '#features/blocks/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const viewer = signedIn(event);
	const who = fromAddress(event.url.searchParams.get('who') ?? '');
	const { db, now } = event.locals;
	const met = (await whoIs(db, blockables, viewer, who, now)) ?? error(404);
	return { who, as: met.as, in: met.in };
};

export const actions: Actions = {
	async default(event) {
		const viewer = signedIn(event);
		const form = await readForm(event.request, BlockForm);
		if (!form.ok) return form.again;
		const { db, now } = event.locals;
		const met = (await whoIs(db, blockables, viewer, form.data.who, now)) ?? error(404);
		const known = { as: met.as, in: met.in };
		const done = await event.locals.transact((tx) => block(tx, { personId: met.personId, known }));
		if ('refused' in done) return sayNo(done);
		redirect(303, '/me/blocks?blocked');
	},
};
