import { error, redirect } from '@sveltejs/kit';
import { detailsIn, LineForm } from '#features/help/forms.ts';
import { correctLine, keptLine } from '#features/help/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { keepingLines, listAt } from '../keeping.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
	keepingLines(locals);
	return { line: (await keptLine(locals.db, params.line)) ?? error(404) };
};

export const actions: Actions = {
	async default({ locals, params, request }) {
		keepingLines(locals);
		const line = (await keptLine(locals.db, params.line)) ?? error(404);
		const form = await readForm(request, LineForm);
		if (!form.ok) return form.again;
		const details = detailsIn(form.data, { zone: locals.zone, before: line.hours });
		const kept = await locals.transact((tx) => correctLine(tx, { id: line.id, details }));
		if ('refused' in kept) return sayNo(kept, form.values);
		redirect(303, listAt(kept.id));
	},
};
