import { meetingsSoon } from '#features/circles/server/queries.ts';
import { languages } from '#features/people/about.ts';
import type { AgeBand } from '#features/people/person.ts';
import { roomsFor } from '#features/rooms/server/queries.ts';
import { nextHours } from '#features/supporters/server/index.ts';
import { after, hours, minutes } from '#platform/time.ts';

type Asked = Pick<App.Locals, 'db' | 'vault' | 'viewer' | 'now'>;

/** What is on at this moment and in the next hours, beside a talk of two. */
export async function waysOn({ db, viewer, now }: Asked) {
	const rooms = await roomsFor(db, viewer, now);
	const meetings = await meetingsSoon(db, viewer, {
		from: after(now, -hours(2)),
		until: after(now, hours(18)),
	});
	return {
		rooms: rooms.filter(({ door }) => door.is === 'held').slice(0, 3),
		circles: meetings
			.filter((meeting) => after(meeting.startsAt, minutes(meeting.minutes)) > now)
			.slice(0, 4),
	};
}

/** When somebody plans to be here next: a supporter’s hours, or a room that opens, whichever is first. */
export async function nextOpening(
	{ db, vault, viewer, now }: Asked,
	whom: { ageBand: AgeBand; language: string },
): Promise<{ at: Date; room: string | null } | null> {
	const theirs = await nextHours(db, vault, whom, now);
	const room = (await roomsFor(db, viewer, now)).find(
		({ opensAt, ageBand }) => opensAt !== null && opensAt > now && ageBand === whom.ageBand,
	);
	const opens = room?.opensAt ?? null;
	if (opens && (!theirs || opens < theirs)) return { at: opens, room: room!.name };
	return theirs && { at: theirs, room: null };
}

/** The language of the page, where it is one that people speak. */
export const spokenHere = (locale: string): string =>
	languages.find((language) => language === locale.split('-')[0]) ?? 'en';
