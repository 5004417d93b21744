import { redirect } from '@sveltejs/kit';
import { MentoringForm } from '#features/sessions/forms.ts';
import { may } from '#features/sessions/policy.ts';
import {
	agreeToMentoring,
	endMentoring,
	mentoringOf,
	proposeMentoring,
} from '#features/sessions/server/index.ts';
import { readForm, sayNo } from '#web/form.ts';
import { after, dayOf, days } from '#platform/time.ts';
import { pairingAt } from '../pairing.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { pairing, standing, viewer } = await pairingAt(event);
	const mentoring = await mentoringOf(db, pairing.id);
	return {
		pairing,
		mentoring: mentoring && {
			...mentoring,
			mine: mentoring.proposedBy === viewer.id,
			due: mentoring.agreedAt !== null && mentoring.reviewOn <= dayOf(now),
		},
		open: !may.note({ ...standing, session: undefined, now }).refused,
		tomorrow: dayOf(after(now, days(1))),
	};
};

/** Comes back to the page with what is so now, or with why not. */
async function leads(event: RequestEvent, done: object, values = {}) {
	if ('refused' in done && typeof done.refused === 'string') return sayNo({ refused: done.refused }, values);
	redirect(303, `/pairings/${event.params.pairing}/mentoring`);
}

export const actions: Actions = {
	async propose(event) {
		const { pairing } = await pairingAt(event);
		const form = await readForm(event.request, MentoringForm);
		if (!form.ok) return form.again;
		const wanted = { pairingId: pairing.id, ...form.data };
		return leads(event, await event.locals.transact((tx) => proposeMentoring(tx, wanted)), form.values);
	},

	async agree(event) {
		const { pairing } = await pairingAt(event);
		return leads(event, await event.locals.transact((tx) => agreeToMentoring(tx, { pairingId: pairing.id })));
	},

	async end(event) {
		const { pairing } = await pairingAt(event);
		return leads(event, await event.locals.transact((tx) => endMentoring(tx, { pairingId: pairing.id })));
	},
};
