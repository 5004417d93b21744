import { redirect } from '@sveltejs/kit';
import { beDiscreet } from '#web/find-person.ts';
import { ourPath } from '#web/our-path.ts';
import { changeSettings } from '#features/people/server/change-settings.ts';
import { formIn } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals, url }) => ({
	from: ourPath(url.searchParams.get('from')),
	discreet: locals.discreet,
});

export const actions: Actions = {
	async default(event) {
		const form = await formIn(event.request);
		const discreet = form.get('discreet') === 'yes';
		beDiscreet(event, discreet);
		const { person } = event.locals;
		if (person) await event.locals.transact((tx) => changeSettings(tx, { ...person, discreet }));
		event.locals.discreet = discreet;
		redirect(303, ourPath(String(form.get('from'))));
	},
};
