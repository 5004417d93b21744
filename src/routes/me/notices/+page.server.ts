import { redirect } from '@sveltejs/kit';
import { PutAwayForm, WantedForm } from '#features/notices/forms.ts';
import { kinds, type NoticeId } from '#features/notices/notice.ts';
import { noticesFor, putAllAway, putAway, want, wantedBy } from '#features/notices/server/index.ts';
import { readForm } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	return {
		notices: await noticesFor(locals.db, me.id),
		kinds,
		wanted: await wantedBy(locals.db, me.id),
		kept: url.searchParams.has('kept'),
	};
};

export const actions: Actions = {
	async away(event) {
		signedIn(event);
		const form = await readForm(event.request, PutAwayForm);
		if (!form.ok) return form.again;
		await event.locals.transact((tx) => putAway(tx, { notice: form.data.notice as NoticeId }));
		redirect(303, '/me/notices');
	},

	async all(event) {
		signedIn(event);
		await event.locals.transact(putAllAway);
		redirect(303, '/me/notices');
	},

	async wanted(event) {
		signedIn(event);
		const form = await readForm(event.request, WantedForm);
		if (!form.ok) return form.again;
		await event.locals.transact((tx) => want(tx, form.data.kind));
		redirect(303, '/me/notices?kept#wanted');
	},
};
