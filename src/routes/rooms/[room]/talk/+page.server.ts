import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { looksHere } from '#features/break-glass/server/index.ts';
import { afterSaying } from '#features/conversations/after-saying.ts';
import { HideForm, MessageForm, PlaceForm, ResonateForm } from '#features/conversations/forms.ts';
import { pageOf, removeMessage } from '#features/conversations/server/index.ts';
import { AgreementsForm, AliasForm, AsideForm, CornerForm } from '#features/rooms/forms.ts';
import { isAsked } from '#features/rooms/holding.ts';
import { may } from '#features/rooms/policy.ts';
import { stillToWait, type AsideId, type RoomId } from '#features/rooms/room.ts';
import { acceptAgreements } from '#features/rooms/server/accept-agreements.ts';
import { beginAside, endAside } from '#features/rooms/server/asides.ts';
import { changeAlias } from '#features/rooms/server/change-alias.ts';
import { giveSign, leaveRoom, sitInCorner } from '#features/rooms/server/come-in.ts';
import { changeHold } from '#features/rooms/server/hold-room.ts';
import { hideMessage, showMessage } from '#features/rooms/server/hide-message.ts';
import { pinnedIn } from '#features/rooms/server/pin-topic.ts';
import { sayInRoom } from '#features/rooms/server/post-message.ts';
import { asideOf, cornerIn, doorway, roomIdOf } from '#features/rooms/server/queries.ts';
import { readUpTo } from '#features/rooms/server/read-up-to.ts';
import { resonate } from '#features/rooms/server/resonate.ts';
import type { Tx } from '#platform/db.ts';
import { theApp } from '#web/app.ts';
import { readForm, sayNo } from '#web/form.ts';
import { elsewhere, onlyParts, roomAt, tabsFor } from '../room.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, vault, viewer, person, now } = event.locals;
	const { room, standing, alias } = await roomAt(event);
	const reading = may.read(standing);
	const here = `/rooms/${room.slug}`;
	// Whoever was just told no stays, so that what they wrote does.
	const stays = reading.refused === 'room-closed' || event.request.method === 'POST';
	if (!viewer || (reading.refused && !stays)) redirect(303, here);
	if (standing.presence?.corner) redirect(303, `${here}/corner`);

	const shown = {
		isIn: !reading.refused,
		room,
		now,
		alias,
		entry: await doorway(db, room, viewer, now),
		tabs: tabsFor(standing),
		host: !may.hold(standing).refused,
		asked: standing.hold !== undefined && isAsked(standing.hold, now),
		accepted: standing.acceptedVersion,
		pausedUntil: standing.pausedUntil,
		looks: await looksHere(db, room.id, viewer.id, now),
		speaking: may.speak(standing),
		resonating: may.resonate(standing),
		wait: stillToWait(room, standing.lastSaidAt, now),
		sharedDevice: person?.session.sharedDevice ?? false,
	};
	if (reading.refused) return { ...shown, ...nothingIn, ...(await elsewhere(event)) };

	await event.locals.transact((tx) => giveSign(tx, room.id));
	const query = event.url.searchParams;
	const conversation = onlyParts(event.url)
		? undefined
		: await pageOf(db, vault, room.id, { viewer, me: alias?.id, host: shown.host, query, now });
	const last = conversation?.before ? undefined : conversation?.lines.at(-1)?.place;
	if (last !== undefined && last > (conversation?.readTo ?? 0))
		await event.locals.transact((tx) => readUpTo(tx, { roomId: room.id, place: last }));
	return {
		...shown,
		others: [],
		meeting: [],
		conversation,
		pinned: (await pinnedIn(db, vault, room.id)).map(({ id, words }) => ({ id, words })),
		corner: await cornerIn(db, room.id, viewer, now),
		aside: await asideOf(db, room.id, viewer.id),
	};
};

/** What a closed room shows of itself. */
const nothingIn = { conversation: undefined, pinned: [], corner: [], aside: undefined };

/** Reads the form, does what it asks in this room, and comes back to where that leads. */
const doing =
	<Schema extends z.ZodType>(
		schema: Schema,
		operation: (tx: Tx, roomId: RoomId, data: z.output<Schema>) => Promise<object>,
		to: (data: z.output<Schema>) => string,
	) =>
	async (event: RequestEvent) => {
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.again;
		const { room } = await roomAt(event);
		const here = `/rooms/${room.slug}`;
		if (!event.locals.viewer) redirect(303, `/sign-in?next=${encodeURIComponent(here)}`);
		const done = await event.locals.transact((tx) => operation(tx, room.id, form.data));
		if ('refused' in done && typeof done.refused === 'string')
			return sayNo({ refused: done.refused }, form.values);
		redirect(303, here + to(form.data));
	};

const toPlace = ({ place }: { place: number }) => `/talk#m${place}`;
const toTalk = () => '/talk#say';

export const actions: Actions = {
	async say(event) {
		const form = await readForm(event.request, MessageForm);
		if (!form.ok) return form.again;
		const { db, viewer, now } = event.locals;
		const here = `/rooms/${event.params.room}`;
		const roomId = await roomIdOf(db, event.params.room);
		if (!roomId || !viewer) {
			await roomAt(event);
			redirect(303, `/sign-in?next=${encodeURIComponent(here)}`);
		}
		const posted = await sayInRoom(theApp().spine, roomId, {
			...form.data,
			replyTo: form.data.replyTo,
			by: viewer.id,
			at: now,
		});
		if ('refused' in posted) {
			// Whoever may not find a room cannot tell it from one that is not there. Only a no has to be asked about.
			await roomAt(event);
			return sayNo(posted, form.values);
		}
		redirect(303, afterSaying(`${here}/talk`, posted));
	},

	accept: doing(AgreementsForm, (tx, roomId, data) => acceptAgreements(tx, { roomId, ...data }), toTalk),
	alias: doing(AliasForm, (tx, roomId, data) => changeAlias(tx, { roomId, ...data }), toTalk),
	/** What came live has been seen. The page itself remembers what it showed. */
	read: doing(
		PlaceForm,
		(tx, roomId, data) => readUpTo(tx, { roomId, ...data }),
		() => '/talk',
	),
	resonate: doing(ResonateForm, (tx, roomId, data) => resonate(tx, { roomId, ...data }), toPlace),
	remove: doing(PlaceForm, (tx, roomId, { place }) => removeMessage(tx, roomId, place), toPlace),
	hide: doing(HideForm, (tx, roomId, data) => hideMessage(tx, { roomId, ...data }), toPlace),
	show: doing(PlaceForm, (tx, roomId, data) => showMessage(tx, { roomId, ...data }), toPlace),
	corner: doing(
		CornerForm,
		(tx, roomId, data) => sitInCorner(tx, { roomId, ...data }),
		({ corner }) => (corner ? '/corner' : '/talk#say'),
	),
	'begin-aside': doing(
		AsideForm,
		(tx, roomId, { aside }) => beginAside(tx, { roomId, aside: aside as AsideId }),
		({ aside }) => `/aside/${aside}#say`,
	),
	'end-aside': doing(
		AsideForm,
		(tx, roomId, { aside }) => endAside(tx, { roomId, aside: aside as AsideId }),
		toTalk,
	),

	async still(event) {
		const { room } = await roomAt(event);
		const here = `/rooms/${room.slug}`;
		if (!event.locals.viewer) redirect(303, `/sign-in?next=${encodeURIComponent(here)}`);
		const still = await event.locals.transact((tx) =>
			changeHold(tx, { roomId: room.id, what: { still: 'here' } }),
		);
		redirect(303, 'refused' in still ? `${here}?lapsed` : `${here}/talk#say`);
	},

	async leave(event) {
		const { room } = await roomAt(event);
		const here = `/rooms/${room.slug}`;
		if (!event.locals.viewer) redirect(303, `/sign-in?next=${encodeURIComponent(here)}`);
		const left = await event.locals.transact((tx) => leaveRoom(tx, room.id));
		if ('refused' in left) return sayNo(left);
		redirect(303, here);
	},
};
