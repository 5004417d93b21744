import { redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { isToldOfAnother } from '#features/asking/server/index.ts';
import { MessageForm, PlaceForm, ResonateForm } from '#features/conversations/forms.ts';
import { pageOf, removeMessage } from '#features/conversations/server/index.ts';
import { EndForm } from '#features/pairings/forms.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import { may } from '#features/pairings/policy.ts';
import { answerQuietly, endPairing, readSoFar, say } from '#features/pairings/server/index.ts';
import { cardOf } from '#features/sit-with-me/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { readForm, sayNo } from '#web/form.ts';
import { pairingAt } from './pairing.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, vault, person } = event.locals;
	const { pairing, standing, me } = await pairingAt(event);
	const query = event.url.searchParams;
	const conversation = await pageOf(db, vault, pairing.id, { me: me?.id, host: false, query });
	const last = conversation.before ? undefined : conversation.lines.at(-1)?.place;
	if (last !== undefined && last > (conversation.readTo ?? 0))
		await event.locals.transact((tx) => readSoFar(tx, { pairingId: pairing.id, place: last }));
	return {
		pairing,
		speaking: may.speak(standing),
		/** Whether the other chose to say that they went on to somebody else. */
		wentOn: pairing.supporting && pairing.endedAt !== null && (await isToldOfAnother(db, pairing.id)),
		card: await cardOf(db, vault, pairing.id),
		conversation,
		sharedDevice: person?.session.sharedDevice ?? false,
		/** So that a closing sentence is said once, however often the button is pressed. */
		closingId: randomUUID(),
	};
};

/** Reads the form, does what it asks in this pairing, and comes back to where that leads. */
const doing =
	<Schema extends z.ZodType>(
		schema: Schema,
		operation: (tx: Tx, pairingId: PairingId, data: z.output<Schema>) => Promise<object>,
	) =>
	async (event: RequestEvent) => {
		const { pairing } = await pairingAt(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.again;
		const done = await event.locals.transact((tx) => operation(tx, pairing.id, form.data));
		if ('refused' in done && typeof done.refused === 'string')
			return sayNo({ refused: done.refused }, form.values);
		redirect(303, `/pairings/${pairing.id}#m${'place' in done ? String(done.place) : ''}`);
	};

export const actions: Actions = {
	say: doing(MessageForm, (tx, pairingId, data) => say(tx, { pairingId, ...data, replyTo: data.replyTo })),
	/** What came live has been seen. */
	read: doing(PlaceForm, (tx, pairingId, { place }) => readSoFar(tx, { pairingId, place })),
	resonate: doing(ResonateForm, (tx, pairingId, data) => answerQuietly(tx, { pairingId, ...data })),
	remove: doing(PlaceForm, (tx, pairingId, { place }) => removeMessage(tx, pairingId, place)),
	end: doing(EndForm, endPairing),
};
