import { error } from '@sveltejs/kit';
import { aliasIn } from '#features/conversations/server/index.ts';
import { mayAside } from '#features/rooms/policy.ts';
import { asideStanding } from '#features/rooms/server/asides.ts';
import { asideById, roomBySlug } from '#features/rooms/server/queries.ts';

interface Asked {
	locals: App.Locals;
	params: { room: string; aside: string };
}

/** The talk of two of this address. To anybody but the two it is not there. */
export async function asideAt({ locals: { db, viewer, now }, params }: Asked) {
	const room = (await roomBySlug(db, params.room)) ?? error(404);
	const aside = (await asideById(db, room.id, params.aside)) ?? error(404);
	const standing = await asideStanding(db, aside.id, viewer, now);
	if (!viewer || mayAside.find(standing).refused) error(404);
	return { room, aside, standing, me: await aliasIn(db, aside.id, viewer.id) };
}
