import { redirect } from '@sveltejs/kit';
import { detailsIn, LineForm } from '#features/help/forms.ts';
import { addLine } from '#features/help/server/index.ts';
import { countryLines } from '#features/safety/lines/all.ts';
import { readForm, sayNo } from '#web/form.ts';
import { askedFor } from '../../../help/asked.ts';
import { keepingLines, listAt } from '../keeping.ts';
import type { Actions, PageServerLoad } from './$types.js';

const countryIn = (url: URL) => askedFor(url.searchParams).country ?? countryLines[0]!.country;

export const load: PageServerLoad = ({ locals, url }) => {
	keepingLines(locals);
	return { country: countryIn(url) };
};

export const actions: Actions = {
	async default({ locals, request, url }) {
		keepingLines(locals);
		const form = await readForm(request, LineForm);
		if (!form.ok) return form.again;
		const details = detailsIn(form.data, { zone: locals.zone, before: null });
		const kept = await locals.transact((tx) => addLine(tx, { country: countryIn(url), details }));
		if ('refused' in kept) return sayNo(kept, form.values);
		redirect(303, listAt(kept.id));
	},
};
