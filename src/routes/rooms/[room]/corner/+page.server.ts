import { redirect } from '@sveltejs/kit';
import { messagesBefore } from '#features/conversations/server/index.ts';
import { may } from '#features/rooms/policy.ts';
import { giveSign } from '#features/rooms/server/come-in.ts';
import { cornerIn, doorway } from '#features/rooms/server/queries.ts';
import { after, minutes } from '#platform/time.ts';
import { roomAt } from '../room.ts';
import type { PageServerLoad } from './$types.js';

/** How many lines are enough to know that somebody is there. */
const FEW = 3;

/** The corner is looked at again this often, and no sooner. */
const SLOWLY = minutes(2);

export const load: PageServerLoad = async (event) => {
	const { db, vault, viewer, now } = event.locals;
	const { room, standing, alias } = await roomAt(event);
	if (!viewer || may.read(standing).refused || !standing.presence?.corner)
		redirect(303, `/rooms/${room.slug}`);

	await event.locals.transact((tx) => giveSign(tx, room.id));
	const lines = await messagesBefore(db, vault, room.id, {
		personId: viewer.id,
		aliasId: alias?.id,
		host: false,
	});
	return {
		room,
		now,
		entry: await doorway(db, room, viewer, now),
		corner: (await cornerIn(db, room.id, viewer, now)).filter(({ id }) => id !== alias?.id),
		// What has a note on it is not for a place where nothing can be folded away in time.
		lines: lines.filter(({ state, contentNote }) => state === 'said' && !contentNote).slice(-FEW),
		again: after(now, SLOWLY),
	};
};
