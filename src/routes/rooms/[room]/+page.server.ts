import { redirect } from '@sveltejs/kit';
import { mayHold } from '#features/rooms/holding.ts';
import { ComeInForm, NoteForm } from '#features/rooms/forms.ts';
import { may } from '#features/rooms/policy.ts';
import { answerCall } from '#features/rooms/server/call-someone.ts';
import { comeIn, leaveRoom } from '#features/rooms/server/come-in.ts';
import { beginHold, liftShut, shiftEndOf, shutAtOnce } from '#features/rooms/server/hold-room.ts';
import { keepNote } from '#features/rooms/server/keep-note.ts';
import { keptAtMost } from '#features/rooms/server/limit-keeping.ts';
import { callsFor, doorway } from '#features/rooms/server/queries.ts';
import type { RoomId } from '#features/rooms/room.ts';
import type { Tx } from '#platform/db.ts';
import { readForm, sayNo } from '#web/form.ts';
import { elsewhere, roomAt, tabsFor } from './room.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, person, viewer, now } = event.locals;
	const { room, standing, alias } = await roomAt(event);
	const entry = await doorway(db, room, viewer, now);
	const asked = viewer !== null && viewer.ageBand === room.ageBand && mayHold(room, viewer);
	const shiftEndsAt = asked ? await shiftEndOf(db, room.rotaId, viewer.id, now) : undefined;
	const calls = await callsFor(db, viewer);
	return {
		room,
		entry,
		me: viewer ? { alias: alias?.id } : undefined,
		now,
		tabs: tabsFor(standing),
		keepDays: Math.min(room.keepDays, await keptAtMost(db)),
		...(entry.door.is === 'closed' ? await elsewhere(event) : { others: [], meeting: [] }),
		coming: may.comeIn(standing),
		isIn: standing.presence !== undefined && entry.door.is === 'held',
		holding: {
			asked,
			holds: standing.hold !== undefined,
			onShift: shiftEndsAt !== undefined,
			called: calls.filter(({ slug }) => slug === room.slug),
		},
		lapsed: event.url.searchParams.has('lapsed') && standing.hold === undefined,
		steward: !may.closeAtOnce(standing).refused,
		sharedDevice: person?.session.sharedDevice ?? false,
	};
};

/** Runs what a button asks for, and goes where it leads. */
async function act<Outcome extends object>(
	event: RequestEvent,
	operation: (tx: Tx, roomId: RoomId) => Promise<Outcome>,
	{ to }: { to: string },
) {
	const { room } = await roomAt(event);
	const here = `/rooms/${room.slug}`;
	if (!event.locals.viewer) redirect(303, `/sign-up?next=${encodeURIComponent(here)}`);
	const outcome = await event.locals.transact((tx) => operation(tx, room.id));
	if ('refused' in outcome && typeof outcome.refused === 'string') return sayNo({ refused: outcome.refused });
	redirect(303, here + to);
}

export const actions: Actions = {
	async in(event) {
		const form = await readForm(event.request, ComeInForm);
		if (!form.ok) return form.again;
		return act(event, (tx, roomId) => comeIn(tx, { roomId, ...form.data }), { to: '/talk#say' });
	},

	leave: (event) => act(event, leaveRoom, { to: '' }),
	hold: (event) => act(event, beginHold, { to: '/hold' }),
	answer: (event) => act(event, answerCall, { to: '/hold' }),
	shut: (event) => act(event, shutAtOnce, { to: '' }),
	lift: (event) => act(event, liftShut, { to: '' }),

	async keep(event) {
		const form = await readForm(event.request, NoteForm);
		if (!form.ok) return form.again;
		const { room } = await roomAt(event);
		const here = `/rooms/${room.slug}`;
		if (!event.locals.viewer) redirect(303, `/sign-in?next=${encodeURIComponent(here)}`);
		const kept = await event.locals.transact((tx) => keepNote(tx, form.data));
		if ('refused' in kept) return sayNo(kept, form.values);
		redirect(303, '/me/notes?kept');
	},
};
