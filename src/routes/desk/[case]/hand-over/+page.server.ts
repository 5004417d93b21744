import { error, redirect } from '@sveltejs/kit';
import { HandOverForm } from '#features/desk/forms.ts';
import { may } from '#features/desk/policy.ts';
import { handedOver, handOver, otherStewards } from '#features/desk/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { readForm, sayNo } from '#web/form.ts';
import { caseAt } from '../../desk.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { me, caseId, card, standing } = await caseAt(event);
	if (may.hold(standing).refused) error(404);
	const { db, vault } = event.locals;
	return {
		card,
		handed: await handedOver(db, vault, caseId),
		others: await otherStewards(db, me),
	};
};

export const actions: Actions = {
	async default(event) {
		const { caseId } = await caseAt(event);
		const form = await readForm(event.request, HandOverForm);
		if (!form.ok) return form.again;
		const { to, ...words } = form.data;
		const given = await event.locals.transact((tx) =>
			handOver(tx, { caseId, to: to as PersonId | undefined, ...words }),
		);
		if ('refused' in given) return sayNo(given, form.values);
		redirect(303, '/desk');
	},
};
