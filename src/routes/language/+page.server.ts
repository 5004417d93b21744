import { redirect } from '@sveltejs/kit';
import { locales, pseudoLocales } from '../../words.ts';
import { days } from '#platform/time.ts';
import { theApp } from '#web/app.ts';
import { writeCookie } from '#web/cookies.ts';
import { ourPath } from '#web/our-path.ts';
import { formIn } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const offered = () => (theApp().config.pseudoLocales ? [...locales, ...pseudoLocales] : locales);

export const load: PageServerLoad = ({ url }) => ({
	from: ourPath(url.searchParams.get('from')),
	offered: offered(),
});

export const actions: Actions = {
	async default({ cookies, request, url }) {
		const form = await formIn(request);
		const locale = String(form.get('locale'));
		if (offered().includes(locale)) writeCookie(cookies, url, 'locale', locale, days(365));
		redirect(303, ourPath(String(form.get('from'))));
	},
};
