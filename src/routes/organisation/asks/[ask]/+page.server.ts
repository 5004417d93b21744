import { error, redirect } from '@sveltejs/kit';
import type { AskId } from '#features/asking/ask.ts';
import { PutForm } from '#features/asking/forms.ts';
import { may } from '#features/asking/policy.ts';
import { putTo, whyNotWith } from '#features/asking/server/index.ts';
import type { SupporterId } from '#features/supporters/supporter.ts';
import { isId } from '#platform/ids.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, vault, viewer, now }, params }) => {
	if (!viewer || may.lookAfter({ viewer }).refused || !isId(params.ask)) error(404);
	return { ask: (await whyNotWith(db, vault, params.ask, viewer.id, now)) ?? error(404) };
};

export const actions: Actions = {
	async put({ locals, params, request }) {
		if (may.lookAfter({ viewer: locals.viewer }).refused || !isId(params.ask)) error(404);
		const form = await readForm(request, PutForm);
		if (!form.ok) return form.again;
		const put = await locals.transact((tx) =>
			putTo(tx, { askId: params.ask as AskId, supporterId: form.data.supporter as SupporterId }),
		);
		if ('refused' in put) return sayNo(put, form.values);
		redirect(303, `/organisation/asks/${params.ask}`);
	},
};
