import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { OfferId } from '#features/asking/ask.ts';
import { OfferForm } from '#features/asking/forms.ts';
import { acceptOffer, cardsFor, declineOffer } from '#features/asking/server/index.ts';
import {
	CoolForm,
	DropForm,
	ExceptionForm,
	HoursForm,
	LimitsForm,
	OffHoursForm,
	OpenForm,
	PageForm,
	RestForm,
} from '#features/supporters/forms.ts';
import { may } from '#features/supporters/policy.ts';
import {
	addException,
	addHours,
	coolDown,
	dropHours,
	keepPage,
	mySupporting,
	openPage,
	rest,
	setLimits,
	setOffHours,
} from '#features/supporters/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { Id } from '#platform/ids.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Whoever a coordinator has asked. For everybody else this is not here. */
function supporting({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const me = signedIn({ locals, url });
	if (may.offer({ viewer: locals.viewer }).refused) error(404);
	return me;
}

export const load: PageServerLoad = async (event) => {
	const me = supporting(event);
	const { db, vault, now } = event.locals;
	return {
		mine: await mySupporting(db, vault, me.id),
		cards: await cardsFor(db, vault, me.id, now),
		now,
	};
};

/** Does what a button asks for, and comes back to where that shows. */
const act =
	<Schema extends z.ZodType>(
		schema: Schema,
		{ to }: { to: string },
		operation: (tx: Tx, form: z.output<Schema>) => Promise<object>,
	) =>
	async (event: RequestEvent) => {
		supporting(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.again;
		const done = await event.locals.transact((tx) => operation(tx, form.data));
		if ('refused' in done && typeof done.refused === 'string')
			return sayNo({ refused: done.refused }, form.values);
		redirect(303, 'pairingId' in done ? `/pairings/${String(done.pairingId)}` : `/me/supporting#${to}`);
	};

export const actions: Actions = {
	page: act(PageForm, { to: 'page' }, keepPage),
	open: act(OpenForm, { to: 'page' }, (tx, { open }) => openPage(tx, open === 'yes')),
	rest: act(RestForm, { to: 'page' }, (tx, { resting }) => rest(tx, resting === 'yes')),
	hours: act(HoursForm, { to: 'hours' }, addHours),
	days: act(ExceptionForm, { to: 'days' }, addException),
	drop: act(DropForm, { to: 'hours' }, (tx, { id }) =>
		dropHours(tx, { id: id as Id<'supporter-hours'> | Id<'supporter-exception'> }),
	),
	limits: act(LimitsForm, { to: 'limits' }, setLimits),
	cool: act(CoolForm, { to: 'page' }, (tx, { hours }) => coolDown(tx, hours)),
	'off-hours': act(OffHoursForm, { to: 'off-hours' }, setOffHours),
	accept: act(OfferForm, { to: 'cards' }, (tx, { offer }) => acceptOffer(tx, { offerId: offer as OfferId })),
	decline: act(OfferForm, { to: 'cards' }, (tx, { offer }) =>
		declineOffer(tx, { offerId: offer as OfferId }),
	),
};
