import { redirect } from '@sveltejs/kit';
import { searchesWithNews } from '#features/directory/server/index.ts';
import { AboutForm } from '#features/people/forms.ts';
import { aboutMe, tellAboutMe } from '#features/people/server/index.ts';
import { readForm } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const searches = await searchesWithNews(locals.db, locals.vault, me, locals);
	return {
		fresh: searches.reduce((sum, { fresh }) => sum + fresh, 0),
		nickname: me.nickname,
		supports: me.duties.includes('supporter'),
		about: await aboutMe(locals.db, locals.vault, me.id),
		kept: url.searchParams.has('kept'),
	};
};

export const actions: Actions = {
	async default({ locals, request, url }) {
		signedIn({ locals, url });
		const form = await readForm(request, AboutForm);
		if (!form.ok) return form.again;

		const { languages, pronouns, lived, words, ...audience } = form.data;
		await locals.transact((tx) =>
			tellAboutMe(tx, {
				languages: { told: languages, audience: audience.languagesAudience },
				pronouns: { told: pronouns, audience: audience.pronounsAudience },
				lived: { told: lived, audience: audience.livedAudience },
				words: { told: words, audience: audience.wordsAudience },
			}),
		);
		redirect(303, '/me?kept');
	},
};
