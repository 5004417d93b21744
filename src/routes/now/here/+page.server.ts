import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { HereForm, NoticeForm, WaitingForm } from '#features/sit-with-me/forms.ts';
import { changesNext, hereUntil, untilChoices } from '#features/sit-with-me/here.ts';
import {
	beHere,
	beWith,
	cardsWaiting,
	freeAgain,
	myBeingHere,
	notice,
	stillHere,
	stopBeingHere,
	talksChange,
} from '#features/sit-with-me/server/index.ts';
import type { NowAskId } from '#features/sit-with-me/waiting.ts';
import type { Tx } from '#platform/db.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Whoever a coordinator has asked. For everybody else this is not here. */
function supporting({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const me = signedIn({ locals, url });
	if (!me.duties.includes('supporter')) error(404);
	return me;
}

export const load: PageServerLoad = async (event) => {
	const me = supporting(event);
	const { db, vault, now } = event.locals;
	const change = await talksChange(db, me.ageBand);
	const { here, cannot } = await myBeingHere(db, vault, me, now);
	return {
		here,
		cannot,
		goneAt: here && hereUntil(here),
		again: here && changesNext(here, now),
		choices: untilChoices(now),
		cards: await cardsWaiting(db, vault, me, now),
		/** Without a script the page looks again by itself, unless somebody would rather not. */
		still: event.url.searchParams.has('still'),
		topic: `talks:${me.ageBand}`,
		change,
	};
};

/** Does what a button asks for, and comes back, or goes where two sit down together. */
async function done(event: RequestEvent, operation: (tx: Tx) => Promise<object>) {
	const outcome = await event.locals.transact(operation);
	if ('refused' in outcome && typeof outcome.refused === 'string') return sayNo({ refused: outcome.refused });
	redirect(303, 'pairingId' in outcome ? `/pairings/${String(outcome.pairingId)}` : '/now/here');
}

const pressed = (operation: (tx: Tx) => Promise<object>) => async (event: RequestEvent) => {
	supporting(event);
	return done(event, operation);
};

const act =
	<Schema extends z.ZodType>(
		schema: Schema,
		operation: (tx: Tx, form: z.output<Schema>) => Promise<object>,
	) =>
	async (event: RequestEvent) => {
		supporting(event);
		const form = await readForm(event.request, schema);
		return form.ok ? done(event, (tx) => operation(tx, form.data)) : form.again;
	};

export const actions: Actions = {
	begin: act(HereForm, beHere),
	still: pressed(stillHere),
	free: pressed(freeAgain),
	stop: pressed(stopBeingHere),
	notice: act(NoticeForm, (tx, { ask, minutes }) => notice(tx, { askId: ask as NowAskId, minutes })),
	come: act(WaitingForm, (tx, { ask }) => beWith(tx, { askId: ask as NowAskId })),
};
