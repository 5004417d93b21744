import { error, redirect } from '@sveltejs/kit';
import { RemoveSynonymForm, SynonymForm } from '#features/directory/forms.ts';
import { may } from '#features/directory/policy.ts';
import { keepSynonym, removeSynonym, synonyms } from '#features/directory/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	keeping(locals);
	const word = (url.searchParams.get('word') ?? '').slice(0, 80);
	return { word, families: await synonyms(locals.db, word), kept: url.searchParams.has('kept') };
};

export const actions: Actions = {
	async keep({ locals, request }) {
		keeping(locals);
		const form = await readForm(request, SynonymForm);
		if (!form.ok) return form.again;

		const kept = await locals.transact((tx) => keepSynonym(tx, form.data));
		if ('refused' in kept) return sayNo(kept, form.values);
		redirect(303, '/organisation/words?kept');
	},

	async remove({ locals, request }) {
		keeping(locals);
		const form = await readForm(request, RemoveSynonymForm);
		if (!form.ok) return form.again;
		await locals.transact((tx) => removeSynonym(tx, form.data.id));
		redirect(303, '/organisation/words');
	},
};

/** For everybody else this page does not exist. */
function keeping({ viewer }: App.Locals) {
	if (may.keepSynonyms({ viewer }).refused) error(404);
}
