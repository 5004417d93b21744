import type { Viewer } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { after } from '#platform/time.ts';
import { mayHold, type Door, type Hold } from './holding.ts';
import { ASIDE_LASTS, stillToWait, type Presence, type Room } from './room.ts';

/** Everything a rule may look at. Rules never fetch, so they can be asked anywhere. */
export interface Standing {
	viewer: Viewer | null;
	/** Undefined when there is no such room. */
	room: Room | undefined;
	/** Who holds it, at this moment. */
	door: Door;
	/** The viewer’s own hold, while it counts. */
	hold: Hold | undefined;
	/** The viewer’s being in the room, since it was opened. */
	presence: Presence | undefined;
	/** How many are in, those who hold it aside. */
	present: number;
	/** The version of the agreements this person has accepted; 0 for none. */
	acceptedVersion: number;
	pausedUntil: Date | null;
	/** When they last said something, where the room goes slowly. */
	lastSaidAt: Date | null;
	now: Date;
}

type NotHere = 'not-found';
type NotIn = NotHere | 'room-closed' | 'not-in-room';
type Silent = NotIn | 'agreements-first' | 'asked-to-pause';

const has = (viewer: Pick<Viewer, 'duties'> | null, duty: 'coordinator' | 'steward') =>
	viewer?.duties.includes(duty) ?? false;

export const may = {
	/** Opening rooms and changing them. */
	arrange: ({ viewer }: Pick<Standing, 'viewer'>): Ruling<'not-a-coordinator'> =>
		has(viewer, 'coordinator') ? allowed : refuse('not-a-coordinator'),

	/** What is public about a room. Bands never mix; who answers for all rooms finds all. */
	find({ viewer, room }: Pick<Standing, 'viewer' | 'room'>): Ruling<NotHere> {
		if (!room) return refuse('not-found');
		if (has(viewer, 'coordinator')) return allowed;
		if (room.state === 'closed') return refuse('not-found');
		if (has(viewer, 'steward')) return allowed;
		return room.ageBand === (viewer?.ageBand ?? 'adult') ? allowed : refuse('not-found');
	},

	/** One holder looks after so many people. Whoever is in stays in, and a second holder opens the door again. */
	comeIn(
		standing: Standing,
	): Ruling<NotHere | 'not-signed-in' | 'other-age-band' | 'room-closed' | 'needs-second-holder'> {
		const found = may.find(standing);
		if (found.refused) return found;
		const { viewer, room, door, presence, present, hold } = standing;
		if (!viewer) return refuse('not-signed-in');
		if (viewer.ageBand !== room!.ageBand) return refuse('other-age-band');
		if (door.is === 'closed') return refuse('room-closed');
		if (presence || hold) return allowed;
		return present < room!.secondAt * door.by.length ? allowed : refuse('needs-second-holder');
	},

	/** The conversation: for those who are in, while somebody holds the room. */
	read(standing: Standing): Ruling<NotIn> {
		const found = may.find(standing);
		if (found.refused) return found;
		if (standing.door.is === 'closed') return refuse('room-closed');
		return standing.presence ? allowed : refuse('not-in-room');
	},

	/** Saying something: being in a held room, accepted agreements, not asked to pause, and not faster than the room goes. */
	speak(standing: Standing): Ruling<Silent | 'slow-mode'> {
		const edit = may.edit(standing);
		if (edit.refused) return edit;
		const { room, lastSaidAt, now, hold } = standing;
		return !hold && stillToWait(room!, lastSaidAt, now) > 0 ? refuse('slow-mode') : allowed;
	},

	/** Saying it differently needs what saying it needs, but no wait. */
	edit(standing: Standing): Ruling<Silent> {
		const read = may.read(standing);
		if (read.refused) return read;
		const { room, acceptedVersion, pausedUntil, now } = standing;
		if (acceptedVersion < room!.agreementsVersion) return refuse('agreements-first');
		return pausedUntil && pausedUntil > now ? refuse('asked-to-pause') : allowed;
	},

	/** A quiet answer asks less than a word. */
	resonate: (standing: Standing): Ruling<NotIn> => may.read(standing),

	/** Going by another name here, and not while asked to pause, because it touches old words. */
	rename(standing: Standing): Ruling<NotIn | 'asked-to-pause'> {
		const read = may.read(standing);
		if (read.refused) return read;
		const { pausedUntil, now } = standing;
		return pausedUntil && pausedUntil > now ? refuse('asked-to-pause') : allowed;
	},

	/** The holder’s tools: for whoever holds the room at this moment. */
	hold(standing: Standing): Ruling<NotHere | 'not-holding'> {
		const found = may.find(standing);
		if (found.refused) return found;
		return standing.door.is === 'held' && standing.hold ? allowed : refuse('not-holding');
	},

	/** Hearing “I need someone”, and coming. */
	help(standing: Standing): Ruling<NotHere | 'not-asked-to-hold' | 'already-holding'> {
		const found = may.find(standing);
		if (found.refused) return found;
		const { viewer, room, hold } = standing;
		if (!viewer || viewer.ageBand !== room!.ageBand || !mayHold(room!, viewer))
			return refuse('not-asked-to-hold');
		return hold ? refuse('already-holding') : allowed;
	},

	/** Closing a room at once, whoever holds it. */
	closeAtOnce(standing: Standing): Ruling<NotHere | 'not-a-steward'> {
		const found = may.find(standing);
		if (found.refused) return found;
		const { viewer } = standing;
		return has(viewer, 'steward') || has(viewer, 'coordinator') ? allowed : refuse('not-a-steward');
	},
};

/** A talk of two, as its rules see it. */
export interface AsideStanding {
	viewer: Viewer | null;
	/** Undefined when there is none, or none that this is about. */
	aside:
		| {
				personId: PersonId | null;
				holderId: PersonId | null;
				begunAt: Date | null;
				endedAt: Date | null;
				/** Whether the holder still has a duty by which they may hold the room. */
				holderMay: boolean;
				/** Whether a block stands between the two. */
				apart: boolean;
		  }
		| undefined;
	now: Date;
}

export const mayAside = {
	/** Only the two. */
	find({ viewer, aside }: AsideStanding): Ruling<NotHere> {
		if (!viewer || !aside || aside.apart) return refuse('not-found');
		return viewer.id === aside.personId || viewer.id === aside.holderId ? allowed : refuse('not-found');
	},

	/** What was said stays with both until it is deleted. */
	read(standing: AsideStanding): Ruling<NotHere | 'aside-not-begun'> {
		const found = mayAside.find(standing);
		if (found.refused) return found;
		return standing.aside!.begunAt ? allowed : refuse('aside-not-begun');
	},

	/** Until one of the two ends it, for two hours at most, and only with somebody who may hold. */
	speak(standing: AsideStanding): Ruling<NotHere | 'aside-not-begun' | 'aside-ended'> {
		const read = mayAside.read(standing);
		if (read.refused) return read;
		const { aside, now } = standing;
		const over = aside!.endedAt !== null || now >= after(aside!.begunAt!, ASIDE_LASTS);
		return over || !aside!.holderMay || !aside!.personId || !aside!.holderId
			? refuse('aside-ended')
			: allowed;
	},
};
