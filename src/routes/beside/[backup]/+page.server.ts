import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { looksHere } from '#features/break-glass/server/index.ts';
import { afterSaying } from '#features/conversations/after-saying.ts';
import { MessageForm, PlaceForm, ResonateForm } from '#features/conversations/forms.ts';
import { pageOf, removeMessage } from '#features/conversations/server/index.ts';
import { mayCome } from '#features/sessions/policy.ts';
import {
	endBackup,
	namesIn,
	readBesideUpTo,
	resonateBeside,
	sayBeside,
} from '#features/sessions/server/index.ts';
import type { BackupId } from '#features/sessions/session.ts';
import type { Tx } from '#platform/db.ts';
import { readForm, sayNo } from '#web/form.ts';
import { backupAt } from './backup.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, vault, person, now } = event.locals;
	const { backup, standing, viewer, me } = await backupAt(event);
	const query = event.url.searchParams;
	const conversation = await pageOf(db, vault, backup.id, { viewer, me: me?.id, host: false, query, now });
	const last = conversation.before ? undefined : conversation.lines.at(-1)?.place;
	if (last !== undefined && last > (conversation.readTo ?? 0))
		await event.locals.transact((tx) => readBesideUpTo(tx, { backupId: backup.id, place: last }));
	return {
		backup,
		names: await namesIn(db, backup.id, viewer.id),
		looks: await looksHere(db, backup.id, viewer.id, now),
		speaking: mayCome.speak(standing),
		/** Those who asked come from a talk of two of their own; whoever came does not know it. */
		backTo: standing.backup!.askers.includes(viewer.id) ? backup.pairingId : null,
		conversation,
		sharedDevice: person?.session.sharedDevice ?? false,
	};
};

/** Reads the form, does what it asks in this talk, and comes back to where that leads. */
const doing =
	<Schema extends z.ZodType>(
		schema: Schema,
		operation: (tx: Tx, backupId: BackupId, data: z.output<Schema>) => Promise<object>,
	) =>
	async (event: RequestEvent) => {
		const { backup } = await backupAt(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.again;
		const done = await event.locals.transact((tx) => operation(tx, backup.id, form.data));
		if ('refused' in done && typeof done.refused === 'string')
			return sayNo({ refused: done.refused }, form.values);
		redirect(303, afterSaying(`/beside/${backup.id}`, done));
	};

export const actions: Actions = {
	say: doing(MessageForm, (tx, backupId, data) =>
		sayBeside(tx, { backupId, ...data, replyTo: data.replyTo }),
	),
	/** What came live has been seen. */
	read: doing(PlaceForm, (tx, backupId, { place }) => readBesideUpTo(tx, { backupId, place })),
	resonate: doing(ResonateForm, (tx, backupId, data) => resonateBeside(tx, { backupId, ...data })),
	remove: doing(PlaceForm, (tx, backupId, { place }) => removeMessage(tx, backupId, place)),

	async end(event) {
		const { backup } = await backupAt(event);
		const ended = await event.locals.transact((tx) => endBackup(tx, { backupId: backup.id }));
		if ('refused' in ended) return sayNo(ended);
		redirect(303, `/beside/${backup.id}`);
	},
};
