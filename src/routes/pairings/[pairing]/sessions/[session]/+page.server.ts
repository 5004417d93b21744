import { error, redirect } from '@sveltejs/kit';
import { sessionIn } from '#features/pairings/server/index.ts';
import { AfterForm } from '#features/sessions/forms.ts';
import { may } from '#features/sessions/policy.ts';
import {
	askForDebrief,
	debriefsOf,
	myAfter,
	sayHowItWas,
	sayNotMet,
	wasNotMet,
} from '#features/sessions/server/index.ts';
import { phaseOf } from '#features/sessions/session.ts';
import { readForm, sayNo } from '#web/form.ts';
import { pairingAt } from '../../pairing.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** The session of this address. To anybody but the two it is not there. */
async function sessionAt(event: Pick<RequestEvent, 'locals' | 'params'>) {
	const there = await pairingAt(event);
	const { db, now } = event.locals;
	const session = (await sessionIn(db, there.pairing.id, event.params.session)) ?? error(404);
	return { ...there, session, standing: { ...there.standing, session, now } };
}

export const load: PageServerLoad = async (event) => {
	const { db, vault, now } = event.locals;
	const { pairing, session, standing, viewer } = await sessionAt(event);
	return {
		pairing,
		session,
		phase: phaseOf(session, now),
		answering: may.answer(standing),
		said: await myAfter(db, vault, session.id, viewer.id),
		notMet: await wasNotMet(db, session.id),
		debriefable: !may.askDebrief(standing).refused,
		debriefs: (await debriefsOf(db, viewer, now)).length > 0,
	};
};

const comeBack = (event: RequestEvent, done: object, to = '') => {
	if ('refused' in done && typeof done.refused === 'string') return sayNo({ refused: done.refused });
	redirect(303, `/pairings/${event.params.pairing}/sessions/${event.params.session}${to}`);
};

export const actions: Actions = {
	async answer(event) {
		const { pairing, session } = await sessionAt(event);
		const form = await readForm(event.request, AfterForm);
		if (!form.ok) return form.again;
		const said = { pairingId: pairing.id, bookingId: session.id, ...form.data };
		return comeBack(event, await event.locals.transact((tx) => sayHowItWas(tx, said)), '#said');
	},

	async 'not-met'(event) {
		const { pairing, session } = await sessionAt(event);
		const which = { pairingId: pairing.id, bookingId: session.id };
		return comeBack(event, await event.locals.transact((tx) => sayNotMet(tx, which)));
	},

	async debrief(event) {
		const { pairing, session } = await sessionAt(event);
		const which = { pairingId: pairing.id, bookingId: session.id };
		return comeBack(event, await event.locals.transact((tx) => askForDebrief(tx, which)), '#debrief');
	},
};
