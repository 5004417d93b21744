import { error, redirect } from '@sveltejs/kit';
import { AnotherForm } from '#features/asking/forms.ts';
import { tryAnother } from '#features/asking/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { pairingAt } from '../pairing.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** For the one who asked. To the supporter this page is not there. */
async function mineAt(event: RequestEvent) {
	const { pairing } = await pairingAt(event);
	if (pairing.supporting) error(404);
	return pairing;
}

export const load: PageServerLoad = async (event) => ({ pairing: await mineAt(event) });

export const actions: Actions = {
	async default(event) {
		const { id: pairingId } = await mineAt(event);
		const form = await readForm(event.request, AnotherForm);
		if (!form.ok) return form.again;
		const gone = await event.locals.transact((tx) =>
			tryAnother(tx, { pairingId, tell: form.data.tell === 'yes' }),
		);
		if ('refused' in gone) return sayNo(gone, form.values);
		redirect(303, '/ask/who');
	},
};
