import { fromAddress } from '#features/reports/address.ts';
import { error, redirect } from '@sveltejs/kit';
import { ReportForm } from '#features/reports/forms.ts';
import { makeReport, thingFor } from '#features/reports/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	// Back to this very thing after signing in.
	if (!locals.person) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	const { db, vault, now } = locals;
	const written = url.searchParams.get('about');
	if (!written) return { thing: undefined };
	const about = fromAddress(written);
	const thing = await thingFor(db, vault, { viewer: locals.person.id, about }, now);
	if (!thing || thing.authorId === locals.person.id) error(404);
	return {
		thing: {
			about,
			kind: thing.reportable.prefix,
			where: thing.where,
			standsInTalk: thing.reportable.around !== undefined,
		},
	};
};

export const actions: Actions = {
	async default(event) {
		signedIn(event);
		const form = await readForm(event.request, ReportForm);
		if (!form.ok) return form.again;
		const made = await event.locals.transact((tx) => makeReport(tx, form.data));
		if ('refused' in made) {
			if (made.refused === 'nothing-there') error(404);
			return sayNo(made, form.values);
		}
		redirect(303, `/me/reports?told=${made.kept ? 'kept' : 'yes'}`);
	},
};
