import { error, redirect } from '@sveltejs/kit';
import { ComeForm } from '#features/sessions/forms.ts';
import { callsChange, callsFor, come, debriefsOf, endBackup } from '#features/sessions/server/index.ts';
import type { BackupId } from '#features/sessions/session.ts';
import { after, minutes } from '#platform/time.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** For those who may be asked to come, or ask. For everybody else this is not here. */
function lookingAfter({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const me = signedIn({ locals, url });
	if (me.duties.every((duty) => duty === 'host')) error(404);
	return me;
}

export const load: PageServerLoad = async (event) => {
	const me = lookingAfter(event);
	const { db, now } = event.locals;
	return {
		calls: await callsFor(db, me, now),
		mine: await debriefsOf(db, me, now),
		/** Looked at again so often where there is a script. */
		again: after(now, minutes(1)),
		topic: `calls:${me.ageBand}`,
		change: await callsChange(db, me.ageBand),
	};
};

export const actions: Actions = {
	async come(event) {
		lookingAfter(event);
		const form = await readForm(event.request, ComeForm);
		if (!form.ok) return form.again;
		const backupId = form.data.backup as BackupId;
		const came = await event.locals.transact((tx) => come(tx, { backupId }));
		if ('refused' in came) return sayNo(came);
		redirect(303, `/beside/${backupId}`);
	},

	/** It is all right again before anybody has come. */
	async end(event) {
		lookingAfter(event);
		const form = await readForm(event.request, ComeForm);
		if (!form.ok) return form.again;
		const ended = await event.locals.transact((tx) =>
			endBackup(tx, { backupId: form.data.backup as BackupId }),
		);
		if ('refused' in ended) return sayNo(ended);
		redirect(303, '/beside');
	},
};
