import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { WaitLimitForm } from '#features/sit-with-me/forms.ts';
import { may } from '#features/sit-with-me/policy.ts';
import { limitWait, waitMinutes } from '#features/sit-with-me/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Coordinators only. For everybody else this is not here. */
function coordinating({ viewer }: Pick<RequestEvent, 'locals'>['locals']) {
	if (may.limitWait({ viewer }).refused) error(404);
}

export const load: PageServerLoad = async ({ locals, url }) => {
	coordinating(locals);
	return { minutes: await waitMinutes(locals.db), kept: url.searchParams.has('kept') };
};

export const actions: Actions = {
	async default({ locals, request }) {
		coordinating(locals);
		const form = await readForm(request, WaitLimitForm);
		if (!form.ok) return form.again;
		const kept = await locals.transact((tx) => limitWait(tx, form.data));
		if ('refused' in kept) return sayNo(kept, form.values);
		redirect(303, '/now/settings?kept');
	},
};
