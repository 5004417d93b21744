import { error, redirect } from '@sveltejs/kit';
import { GiveDutyForm, OrganisationForm, TakeDutyForm } from '#features/people/forms.ts';
import { may } from '#features/people/policy.ts';
import {
	appoint,
	changeOrganisation,
	dutyHolders,
	organisationOf,
	takeDuty,
} from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { readForm, sayNo } from '#web/form.ts';
import { locales } from '../../words.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	coordinating(locals);
	return {
		organisation: await organisationOf(locals.db),
		holders: await dutyHolders(locals.db),
		locales,
		kept: url.searchParams.has('kept'),
	};
};

export const actions: Actions = {
	async change({ locals, request }) {
		coordinating(locals);
		const form = await readForm(request, OrganisationForm);
		if (!form.ok) return form.again;
		if (!locales.includes(form.data.locale)) return sayNo({ refused: 'no-such-language' });

		const changed = await locals.transact((tx) => changeOrganisation(tx, form.data));
		if (changed.refused) return sayNo(changed);
		redirect(303, '/organisation?kept');
	},

	async give({ locals, request }) {
		coordinating(locals);
		const form = await readForm(request, GiveDutyForm);
		if (!form.ok) return form.again;

		const appointed = await locals.transact((tx) => appoint(tx, form.data));
		if ('refused' in appointed) return sayNo(appointed, form.data);
		redirect(303, '/organisation#duties');
	},

	async take({ locals, request }) {
		coordinating(locals);
		const form = await readForm(request, TakeDutyForm);
		if (!form.ok) return form.again;

		const { person, duty } = form.data;
		const taken = await locals.transact((tx) => takeDuty(tx, { personId: person as PersonId, duty }));
		if ('refused' in taken) return sayNo(taken);
		redirect(303, '/organisation#duties');
	},
};

/** For everybody else this page does not exist. */
function coordinating({ viewer }: App.Locals) {
	if (may.changeOrganisation({ viewer }).refused) error(404);
}
