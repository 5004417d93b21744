import { error, redirect } from '@sveltejs/kit';
import { BeForm } from '#features/people/forms.ts';
import { beMadeUp, madeUpPeople } from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { theApp } from '#web/app.ts';
import { readForm } from '#web/form.ts';
import { startSession } from '#web/session.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Outside a demonstration there is nothing here. */
function inDemo() {
	const { demo } = theApp().config;
	if (!demo) error(404);
	return { demo };
}

export const load: PageServerLoad = async ({ locals }) => {
	inDemo();
	return { people: await madeUpPeople(locals.db), me: locals.person?.id };
};

export const actions: Actions = {
	async default(event) {
		const { demo } = inDemo();
		const form = await readForm(event.request, BeForm);
		if (!form.ok) return form.again;

		const somebody = await beMadeUp(event.locals.db, form.data.person as PersonId, { demo });
		if ('refused' in somebody) error(404);
		await startSession(event, somebody.personId, { sharedDevice: false });
		redirect(303, '/');
	},
};
