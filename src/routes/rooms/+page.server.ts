import { may } from '#features/rooms/policy.ts';
import { callsFor, roomsChange, roomsFor } from '#features/rooms/server/queries.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { db, viewer, now } }) => {
	const band = viewer?.ageBand ?? 'adult';
	const change = await roomsChange(db, band);
	const rooms = await roomsFor(db, viewer, now);
	return {
		rooms,
		now,
		topic: `rooms:${band}`,
		change,
		again: rooms.flatMap(({ changesAt }) => changesAt ?? []).toSorted((a, b) => +a - +b)[0],
		calls: await callsFor(db, viewer),
		opening: may.arrange({ viewer }),
	};
};
