import { error, redirect } from '@sveltejs/kit';
import { riskDocument } from '#features/ladder/risk-document.ts';
import { assessment, reviewRisk } from '#features/ladder/server/index.ts';
import { may } from '#features/ladder/policy.ts';
import { dayTold } from '#web/day-told.ts';
import { sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	coordinating(locals);
	const found = await assessment(locals.db, locals.now);
	return { sections: riskDocument(found, locals.say, dayTold(locals.locale)) };
};

export const actions: Actions = {
	async reviewed({ locals }) {
		coordinating(locals);
		const reviewed = await locals.transact(reviewRisk);
		if (reviewed.refused) return sayNo(reviewed);
		redirect(303, '/organisation/risk');
	},
};

/** For everybody else this page does not exist. */
function coordinating({ viewer }: App.Locals) {
	if (may.arrange({ viewer }).refused) error(404);
}
