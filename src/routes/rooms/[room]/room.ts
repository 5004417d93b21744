import { error } from '@sveltejs/kit';
import { meetingsSoon } from '#features/circles/server/queries.ts';
import { aliasIn } from '#features/conversations/server/index.ts';
import { may, type Standing } from '#features/rooms/policy.ts';
import { roomBySlug, roomsFor } from '#features/rooms/server/queries.ts';
import { standingIn } from '#features/rooms/server/standing.ts';
import { after, hours, minutes } from '#platform/time.ts';

interface Asked {
	locals: App.Locals;
	params: { room: string };
}

/** The room of this address and where its reader stands in it. Hidden and missing look the same. */
export async function roomAt({ locals: { db, viewer, now }, params }: Asked) {
	const room = (await roomBySlug(db, params.room)) ?? error(404);
	const standing = await standingIn(db, room.id, viewer, now);
	if (may.find(standing).refused) error(404);

	const alias = viewer ? await aliasIn(db, room.id, viewer.id) : undefined;
	return { room, standing, alias };
}

/** Which pages of the room this person is offered. */
export const tabsFor = (standing: Standing) => ({
	talk: !may.read(standing).refused,
	hold: !may.hold(standing).refused,
	settings: !may.arrange(standing).refused,
});

/** Nobody meets for longer than this without a break. */
const LONGEST_MEETING = hours(10);

/** What else is open at this moment, for whoever stands before a closed door. */
export async function elsewhere({ locals: { db, viewer, now }, params }: Asked) {
	const rooms = await roomsFor(db, viewer, now);
	const begun = await meetingsSoon(db, viewer, { from: after(now, -LONGEST_MEETING), until: now });
	return {
		others: rooms.filter(({ slug, door }) => door.is === 'held' && slug !== params.room),
		meeting: begun.filter((meeting) => after(meeting.startsAt, minutes(meeting.minutes)) > now),
	};
}

/** Whether only what changes by itself is asked for: see `ui/live-parts.ts`. */
export const onlyParts = (url: URL) => url.searchParams.has('parts');
