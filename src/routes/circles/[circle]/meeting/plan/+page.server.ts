import { error, redirect } from '@sveltejs/kit';
import { PlanForm } from '#features/circle-mode/forms.ts';
import { may } from '#features/circle-mode/policy.ts';
import { rearrange } from '#features/circle-mode/script.ts';
import { changePlan, planOf } from '#features/circle-mode/server/plan.ts';
import { readForm, sayNo } from '#web/form.ts';
import { meetingAt } from '../meeting.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

async function preparedCircle(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const { circle, standing } = await meetingAt(event);
	if (may.prepare(standing).refused) error(404);
	return circle;
}

export const load: PageServerLoad = async (event) => {
	const circle = await preparedCircle(event);
	return {
		circle,
		plan: await planOf(event.locals.db, circle.id),
		saved: event.url.searchParams.has('saved'),
	};
};

export const actions: Actions = {
	async default(event) {
		const circle = await preparedCircle(event);
		const form = await readForm(event.request, PlanForm);
		if (!form.ok) return form.again;
		const { change, script, settings } = form.data;
		// A draft comes back changed, and is kept only when it is saved.
		if (change !== 'save') return { draft: { script: rearrange(script, change), settings } };
		const changed = await event.locals.transact((tx) =>
			changePlan(tx, { circleId: circle.id, script, settings }),
		);
		if ('refused' in changed) {
			const again = sayNo(changed);
			return { ...again.data, draft: { script, settings } };
		}
		redirect(303, `/circles/${circle.slug}/meeting/plan?saved`);
	},
};
