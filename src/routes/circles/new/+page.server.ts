import { redirect } from '@sveltejs/kit';
import { CircleForm } from '#features/circles/forms.ts';
import { may } from '#features/circles/policy.ts';
import { openCircle } from '#features/circles/server/open-circle.ts';
import { organisationOf } from '#features/people/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, viewer }, url }) => {
	if (!viewer) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	return { opening: may.open({ viewer }), bands: (await organisationOf(db)).ageBands };
};

export const actions: Actions = {
	async default({ locals, request, url }) {
		if (!locals.viewer) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
		const form = await readForm(request, CircleForm);
		if (!form.ok) return form.again;
		const opened = await locals.transact((tx) => openCircle(tx, form.data));
		if ('refused' in opened) return sayNo(opened, form.values);
		redirect(303, `/circles/${opened.slug}`);
	},
};
