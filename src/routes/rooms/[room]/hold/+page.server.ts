import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import type { AliasId } from '#features/conversations/conversation.ts';
import {
	AsideForm,
	PauseForm,
	PersonForm,
	PinForm,
	SlowForm,
	StayForm,
	UnpinForm,
} from '#features/rooms/forms.ts';
import { may } from '#features/rooms/policy.ts';
import type { AsideId, RoomId, TopicId } from '#features/rooms/room.ts';
import { askToPause, endPause } from '#features/rooms/server/ask-to-pause.ts';
import { endAside, offerAside } from '#features/rooms/server/asides.ts';
import { callSomeone, endCall } from '#features/rooms/server/call-someone.ts';
import { giveSign } from '#features/rooms/server/come-in.ts';
import { changeHold, handOver } from '#features/rooms/server/hold-room.ts';
import { pinnedIn, pinTopic, unpinTopic } from '#features/rooms/server/pin-topic.ts';
import { deskOf, doorway, guestsIn } from '#features/rooms/server/queries.ts';
import { slowDown } from '#features/rooms/server/slow-down.ts';
import type { Tx } from '#platform/db.ts';
import { readForm, sayNo } from '#web/form.ts';
import { signedIn } from '#web/signed-in.ts';
import { roomAt, tabsFor } from '../room.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const viewer = signedIn(event);
	const { db, vault, now } = event.locals;
	const { room, standing } = await roomAt(event);
	if (may.hold(standing).refused) redirect(303, `/rooms/${room.slug}`);

	await event.locals.transact((tx) => giveSign(tx, room.id));
	const { door } = standing;
	return {
		room,
		now,
		entry: await doorway(db, room, viewer, now),
		tabs: tabsFor(standing),
		desk: await deskOf(db, room.id, viewer.id, now),
		guests: await guestsIn(db, room.id, viewer, now),
		pinned: (await pinnedIn(db, vault, room.id)).map(({ id, words }) => ({ id, words })),
		full: door.is === 'held' && standing.present >= room.secondAt * door.by.length,
	};
};

/** Reads the form, does what it asks as a holder of this room, and comes back to the desk. */
const doing =
	<Schema extends z.ZodType>(
		schema: Schema,
		operation: (tx: Tx, roomId: RoomId, data: z.output<Schema>) => Promise<object>,
	) =>
	async (event: RequestEvent) => {
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.again;
		return pressing(event, (tx, roomId) => operation(tx, roomId, form.data));
	};

/** The same for a button alone. */
const pressed = (operation: (tx: Tx, roomId: RoomId) => Promise<object>) => (event: RequestEvent) =>
	pressing(event, operation);

async function pressing(event: RequestEvent, operation: (tx: Tx, roomId: RoomId) => Promise<object>) {
	const { room } = await roomAt(event);
	const here = `/rooms/${room.slug}`;
	signedIn(event);
	const done = await event.locals.transact((tx) => operation(tx, room.id));
	if (!('refused' in done) || typeof done.refused !== 'string') redirect(303, `${here}/hold`);
	// The desk is not theirs any more, so the door tells them.
	if (done.refused === 'hold-lapsed' || done.refused === 'not-holding') redirect(303, `${here}?lapsed`);
	return sayNo({ refused: done.refused });
}

export const actions: Actions = {
	still: pressed((tx, roomId) => changeHold(tx, { roomId, what: { still: 'here' } })),
	stay: doing(StayForm, (tx, roomId, what) => changeHold(tx, { roomId, what })),
	'wrap-up': pressed((tx, roomId) => changeHold(tx, { roomId, what: { wrapUp: true } })),
	'hand-over': doing(PersonForm, (tx, roomId, { alias }) =>
		handOver(tx, { roomId, alias: alias as AliasId }),
	),
	call: pressed(callSomeone),
	'end-call': pressed(endCall),
	pause: doing(PauseForm, (tx, roomId, { alias, minutes }) =>
		askToPause(tx, { roomId, alias: alias as AliasId, minutes }),
	),
	'end-pause': doing(PersonForm, (tx, roomId, { alias }) =>
		endPause(tx, { roomId, alias: alias as AliasId }),
	),
	slow: doing(SlowForm, (tx, roomId, { seconds }) => slowDown(tx, { roomId, seconds })),
	pin: doing(PinForm, (tx, roomId, { words }) => pinTopic(tx, { roomId, words })),
	unpin: doing(UnpinForm, (tx, roomId, { topic }) => unpinTopic(tx, { roomId, topic: topic as TopicId })),
	aside: doing(PersonForm, (tx, roomId, { alias }) => offerAside(tx, { roomId, alias: alias as AliasId })),
	'end-aside': doing(AsideForm, (tx, roomId, { aside }) => endAside(tx, { roomId, aside: aside as AsideId })),
};
