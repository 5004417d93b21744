import { redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { looksHere } from '#features/break-glass/server/index.ts';
import { cardBetween, isToldOfAnother } from '#features/asking/server/index.ts';
import { afterSaying } from '#features/conversations/after-saying.ts';
import { MessageForm, PlaceForm, ResonateForm } from '#features/conversations/forms.ts';
import { pageOf, removeMessage } from '#features/conversations/server/index.ts';
import { EndForm } from '#features/pairings/forms.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import { may } from '#features/pairings/policy.ts';
import { cardOf } from '#features/sit-with-me/server/index.ts';
import {
	answerQuietly,
	endPairing,
	readSoFar,
	say,
	sessionNear,
	sessionsBefore,
	sessionsOf,
} from '#features/pairings/server/index.ts';
import { may as maySession } from '#features/sessions/policy.ts';
import { askForSecond, backupIn, endBackup } from '#features/sessions/server/index.ts';
import { changesNext, phaseOf } from '#features/sessions/session.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { after, hours } from '#platform/time.ts';
import { readForm, sayNo } from '#web/form.ts';
import { pairingAt } from './pairing.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, vault, person, now } = event.locals;
	const { pairing, standing, viewer, me } = await pairingAt(event);
	const query = event.url.searchParams;
	const conversation = await pageOf(db, vault, pairing.id, { viewer, me: me?.id, host: false, query, now });
	const session = await sessionNear(db, pairing.id, now);
	const [before] = session ? [] : await sessionsBefore(db, pairing.id, now);
	const last = conversation.before ? undefined : conversation.lines.at(-1)?.place;
	if (last !== undefined && last > (conversation.readTo ?? 0))
		await event.locals.transact((tx) => readSoFar(tx, { pairingId: pairing.id, place: last }));
	return {
		pairing,
		looks: await looksHere(db, pairing.id, person?.id, now),
		speaking: may.speak(standing),
		/** Whether the other chose to say that they went on to somebody else. */
		wentOn: pairing.supporting && pairing.endedAt !== null && (await isToldOfAnother(db, pairing.id)),
		conversation,
		card: (await cardBetween(db, vault, pairing.id)) ?? (await cardOf(db, vault, pairing.id)),
		session: session && { ...session, phase: phaseOf(session, now) },
		/** So that the page turns by itself when the session begins, comes to its close and ends. */
		again: await nextChange(db, pairing.id, now),
		/** A session that has just ended, of which something can be said. */
		justOver: before && now < after(before.endsAt, hours(3)) ? before.id : undefined,
		backup: await backupIn(db, pairing.id, viewer.id, now),
		callable: !maySession.callSecond({ ...standing, session, now }).refused,
		sharedDevice: person?.session.sharedDevice ?? false,
		/** So that a closing sentence is said once, however often the button is pressed. */
		closingId: randomUUID(),
	};
};

async function nextChange(db: Reader, pairingId: PairingId, now: Date) {
	const [next] = await sessionsOf(db, pairingId, now);
	return next && changesNext(next, now);
}

/** Presses that need no words, and come back to where that shows. */
const pressing =
	(operation: (tx: Tx, pairingId: PairingId) => Promise<object>) => async (event: RequestEvent) => {
		const { pairing } = await pairingAt(event);
		const done = await event.locals.transact((tx) => operation(tx, pairing.id));
		if ('refused' in done && typeof done.refused === 'string') return sayNo({ refused: done.refused });
		redirect(303, `/pairings/${pairing.id}#session`);
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
		redirect(303, afterSaying(`/pairings/${pairing.id}`, done));
	};

export const actions: Actions = {
	say: doing(MessageForm, (tx, pairingId, data) => say(tx, { pairingId, ...data, replyTo: data.replyTo })),
	/** What came live has been seen. */
	read: doing(PlaceForm, (tx, pairingId, { place }) => readSoFar(tx, { pairingId, place })),
	resonate: doing(ResonateForm, (tx, pairingId, data) => answerQuietly(tx, { pairingId, ...data })),
	remove: doing(PlaceForm, (tx, pairingId, { place }) => removeMessage(tx, pairingId, place)),
	end: doing(EndForm, endPairing),
	second: pressing(askForSecond),
	'all-right': pressing(async (tx, pairingId) => {
		const backup = await backupIn(tx.db, pairingId, tx.actor, tx.now);
		return backup ? endBackup(tx, { backupId: backup.id }) : {};
	}),
};
