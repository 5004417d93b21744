import { error, redirect } from '@sveltejs/kit';
import { LimitsForm, RoomForm, StateForm } from '#features/rooms/forms.ts';
import { may } from '#features/rooms/policy.ts';
import { limitKeeping, keptAtMost } from '#features/rooms/server/limit-keeping.ts';
import { changeRoom, changeState } from '#features/rooms/server/open-room.ts';
import { readForm, sayNo } from '#web/form.ts';
import { roomAt, tabsFor } from '../room.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** Whoever may not change a room finds no settings. */
async function roomToArrange(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const at = await roomAt(event);
	if (may.arrange(at.standing).refused) error(404);
	return at;
}

export const load: PageServerLoad = async (event) => {
	const { room, standing } = await roomToArrange(event);
	return { room, tabs: tabsFor(standing), keptAtMost: await keptAtMost(event.locals.db) };
};

export const actions: Actions = {
	async details(event) {
		const { room } = await roomToArrange(event);
		const form = await readForm(event.request, RoomForm);
		if (!form.ok) return form.again;
		const changed = await event.locals.transact((tx) => changeRoom(tx, { roomId: room.id, ...form.data }));
		if ('refused' in changed) return sayNo(changed, form.values);
		redirect(303, `/rooms/${room.slug}`);
	},

	async state(event) {
		const { room } = await roomToArrange(event);
		const form = await readForm(event.request, StateForm);
		if (!form.ok) return form.again;
		const changed = await event.locals.transact((tx) => changeState(tx, { roomId: room.id, ...form.data }));
		if ('refused' in changed) return sayNo(changed);
		redirect(303, `/rooms/${room.slug}`);
	},

	async limits(event) {
		const { room } = await roomToArrange(event);
		const form = await readForm(event.request, LimitsForm);
		if (!form.ok) return form.again;
		const limited = await event.locals.transact((tx) => limitKeeping(tx, form.data));
		if ('refused' in limited) return sayNo(limited);
		redirect(303, `/rooms/${room.slug}/settings`);
	},
};
