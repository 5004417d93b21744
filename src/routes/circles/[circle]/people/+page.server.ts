import { error, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { PauseForm, PersonForm, WaitAnswerForm } from '#features/circles/forms.ts';
import { may } from '#features/circles/policy.ts';
import { answerRequest } from '#features/circles/server/answer-request.ts';
import { askToPause } from '#features/circles/server/ask-to-pause.ts';
import {
	handOverHosting,
	stepBackFromHosting,
	takeOnHosting,
} from '#features/circles/server/hand-over-hosting.ts';
import { invite } from '#features/circles/server/invitations.ts';
import { countsIn, requestsIn, sittersIn, toldIn } from '#features/circles/server/queries.ts';
import type { Tx } from '#platform/db.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import { readForm, sayNo } from '#web/form.ts';
import { circleAt, tabsFor } from '../circle.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, vault, viewer } = event.locals;
	const { circle, standing, alias } = await circleAt(event);
	if (may.read(standing).refused) redirect(303, `/circles/${circle.slug}`);
	const host = !may.host(standing).refused;
	return {
		circle,
		host,
		me: alias?.id,
		now: event.locals.now,
		tabs: tabsFor(standing),
		sitters: await sittersIn(db, circle.id, viewer?.id ?? null),
		counts: await countsIn(db, circle.id),
		requests: host && viewer ? await requestsIn(db, circle.id, viewer.id) : [],
		// Whoever only sits in shares no circle with anybody.
		told: viewer
			? await toldIn(db, vault, circle.id, { viewer, sharesCircle: standing.seat !== undefined })
			: {},
	};
};

/** Whoever may not look in finds none of its doors either. */
async function circleOfMine(event: RequestEvent) {
	const at = await circleAt(event);
	if (may.read(at.standing).refused) error(404);
	return at;
}

/** Reads the form, does what it asks as a host of this circle, and comes back. */
const doing =
	<Schema extends z.ZodType>(
		schema: Schema,
		operation: (
			tx: Tx,
			circleId: Awaited<ReturnType<typeof circleAt>>['circle']['id'],
			data: z.output<Schema>,
		) => Promise<object>,
	) =>
	async (event: RequestEvent) => {
		const { circle } = await circleOfMine(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.again;
		const done = await event.locals.transact((tx) => operation(tx, circle.id, form.data));
		if ('refused' in done && typeof done.refused === 'string') return sayNo({ refused: done.refused });
		redirect(303, `/circles/${circle.slug}/people`);
	};

export const actions: Actions = {
	answer: doing(WaitAnswerForm, (tx, circleId, { waiter, answer }) =>
		answerRequest(tx, { circleId, waiter: waiter as AliasId, answer }),
	),
	pause: doing(PauseForm, (tx, circleId, { alias, hours }) =>
		askToPause(tx, { circleId, alias: alias as AliasId, hours }),
	),
	'hand-over': doing(PersonForm, (tx, circleId, { alias }) =>
		handOverHosting(tx, { circleId, alias: alias as AliasId }),
	),

	async 'take-on'(event) {
		const { circle } = await circleOfMine(event);
		const done = await event.locals.transact((tx) => takeOnHosting(tx, circle.id));
		if ('refused' in done) return sayNo(done);
		redirect(303, `/circles/${circle.slug}/people`);
	},

	async 'step-back'(event) {
		const { circle } = await circleOfMine(event);
		const done = await event.locals.transact((tx) => stepBackFromHosting(tx, circle.id));
		if ('refused' in done) return sayNo(done);
		redirect(303, `/circles/${circle.slug}/people`);
	},

	async invite(event) {
		const { circle } = await circleOfMine(event);
		const made = await event.locals.transact((tx) => invite(tx, circle.id));
		if ('refused' in made) return sayNo(made);
		return { invitation: `${event.url.origin}/circles/${circle.slug}?invitation=${made.token}` };
	},
};
