import { redirect } from '@sveltejs/kit';
import { CircleForm } from '#features/circles/forms.ts';
import { may } from '#features/circles/policy.ts';
import { openCircle } from '#features/circles/server/open-circle.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals: { viewer }, url }) => {
	if (!viewer) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	return { opening: may.open({ viewer }) };
};

export const actions: Actions = {
	async default({ locals, request, url }) {
		const { viewer } = locals;
		if (!viewer) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
		const form = await readForm(request, CircleForm);
		if (!form.ok) return form.again;
		const opened = await locals.transact((tx) => openCircle(tx, { ...form.data, ageBand: viewer.ageBand }));
		if ('refused' in opened) return sayNo(opened, form.values);
		redirect(303, `/circles/${opened.slug}`);
	},
};
