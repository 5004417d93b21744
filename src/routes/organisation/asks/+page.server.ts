import { error, redirect } from '@sveltejs/kit';
import type { TaskId } from '#features/asking/ask.ts';
import { TaskForm } from '#features/asking/forms.ts';
import { may } from '#features/asking/policy.ts';
import { openTasks, runsLately, settleTask, waitingNow } from '#features/asking/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, viewer } }) => {
	if (!viewer || may.lookAfter({ viewer }).refused) error(404);
	return {
		tasks: await openTasks(db, viewer.id),
		waiting: await waitingNow(db, viewer.id),
		runs: await runsLately(db),
	};
};

export const actions: Actions = {
	async settle({ locals, request }) {
		if (may.lookAfter({ viewer: locals.viewer }).refused) error(404);
		const form = await readForm(request, TaskForm);
		if (!form.ok) return form.again;
		const settled = await locals.transact((tx) => settleTask(tx, { taskId: form.data.task as TaskId }));
		if ('refused' in settled) return sayNo(settled, form.values);
		redirect(303, '/organisation/asks');
	},
};
