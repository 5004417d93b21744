import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { looksHere } from '#features/break-glass/server/index.ts';
import { afterSaying } from '#features/conversations/after-saying.ts';
import { MessageForm, PlaceForm, ResonateForm } from '#features/conversations/forms.ts';
import { pageOf, removeMessage } from '#features/conversations/server/index.ts';
import { mayAside } from '#features/rooms/policy.ts';
import type { AsideId, RoomId } from '#features/rooms/room.ts';
import { endAside, readAsideUpTo, resonateAside, sayAside } from '#features/rooms/server/asides.ts';
import type { Tx } from '#platform/db.ts';
import { readForm, sayNo } from '#web/form.ts';
import { onlyParts } from '../../room.ts';
import { asideAt } from './aside.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, vault, person, viewer, now } = event.locals;
	const { room, aside, standing, me } = await asideAt(event);
	const reading = mayAside.read(standing);
	const query = event.url.searchParams;
	const conversation =
		reading.refused || onlyParts(event.url)
			? undefined
			: await pageOf(db, vault, aside.id, { viewer, me: me?.id, host: false, query, now });
	const last = conversation?.before ? undefined : conversation?.lines.at(-1)?.place;
	if (last !== undefined && last > (conversation?.readTo ?? 0))
		await event.locals.transact((tx) => readAsideUpTo(tx, { asideId: aside.id, place: last }));
	return {
		room,
		aside,
		looks: await looksHere(db, aside.id, person?.id, now),
		reading,
		speaking: mayAside.speak(standing),
		conversation,
		sharedDevice: person?.session.sharedDevice ?? false,
	};
};

/** Reads the form, does what it asks in this talk, and comes back to where that leads. */
const doing =
	<Schema extends z.ZodType>(
		schema: Schema,
		operation: (tx: Tx, asideId: AsideId, data: z.output<Schema>) => Promise<object>,
	) =>
	async (event: RequestEvent) => {
		const { aside } = await asideAt(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.again;
		const done = await event.locals.transact((tx) => operation(tx, aside.id, form.data));
		if ('refused' in done && typeof done.refused === 'string')
			return sayNo({ refused: done.refused }, form.values);
		const { room, aside: id } = event.params;
		redirect(303, afterSaying(`/rooms/${room}/aside/${id}`, done));
	};

export const actions: Actions = {
	say: doing(MessageForm, (tx, asideId, data) => sayAside(tx, { asideId, ...data, replyTo: data.replyTo })),
	/** What came live has been seen. */
	read: doing(PlaceForm, (tx, asideId, { place }) => readAsideUpTo(tx, { asideId, place })),
	resonate: doing(ResonateForm, (tx, asideId, data) => resonateAside(tx, { asideId, ...data })),
	remove: doing(PlaceForm, (tx, asideId, { place }) => removeMessage(tx, asideId, place)),

	async end(event) {
		const { room, aside } = await asideAt(event);
		const ended = await event.locals.transact((tx) =>
			endAside(tx, { roomId: room.id as RoomId, aside: aside.id }),
		);
		if ('refused' in ended) return sayNo(ended);
		redirect(303, `/rooms/${room.slug}/talk#say`);
	},
};
