import type { AgeBand, Duty } from '#features/people/person.ts';
import type { RotaId } from '#features/rota/rota.ts';
import type { Id } from '#platform/ids.ts';
import { minutes } from '#platform/time.ts';

export type RoomId = Id<'room'>;
export type CallId = Id<'second-call'>;
export type TopicId = Id<'pinned-topic'>;
export type NoteId = Id<'kept-note'>;

/** An aside is a conversation of two. */
export type AsideId = Id<'aside'>;

/** Who can be asked to hold a room. */
export const holding = ['supporter', 'steward'] as const satisfies readonly Duty[];
export type HoldingDuty = (typeof holding)[number];

/** What a coordinator says about a room when opening it. */
export interface RoomDetails {
	name: string;
	/** What it is for. */
	about: string;
	/** The language spoken, as a BCP 47 tag. */
	language: string;
	ageBand: AgeBand;
	heldBy: readonly HoldingDuty[];
	agreements: string;
	/** One holder looks after at most so many people; for more there is a second. */
	secondAt: number;
	/** Days after which a message is deleted for good. */
	keepDays: number;
}

export const usualRoom = {
	heldBy: ['supporter', 'steward'],
	secondAt: 12,
	keepDays: 90,
} as const satisfies Partial<RoomDetails>;

/** A drop-in chat that is open only while somebody holds it. */
export interface Room {
	id: RoomId;
	rotaId: RotaId;
	/** Resting: nobody can open it for now. Closed: it is no more. */
	state: 'open' | 'resting' | 'closed';
	ageBand: AgeBand;
	heldBy: readonly HoldingDuty[];
	agreementsVersion: number;
	secondAt: number;
	/** A steward shut it, and nobody opens it before. */
	shutUntil: Date | null;
	/** Seconds between two messages of one person; 0 for none. */
	slowSeconds: number;
}

export const intents = ['talk', 'read'] as const;

/** Somebody’s being in a room, for as long as they are. It is for counting and for holders, never “last seen”. */
export interface Presence {
	intent: (typeof intents)[number];
	firstTime: boolean;
	/** Sits with everybody in the quiet corner, and is not addressed. */
	corner: boolean;
}

/** Whoever has given no sign for so long is not counted any more… */
export const COUNTED_FOR = minutes(15);
/** …and after this they are not in the room any more. */
export const GONE_AFTER = minutes(60);

/** How many people are there, as people would say it. Nobody is counted out. */
export type Crowd = 'nobody' | 'one' | 'few' | 'several' | 'many';

export function crowdOf(people: number): Crowd {
	if (people <= 0) return 'nobody';
	if (people === 1) return 'one';
	if (people < 5) return 'few';
	return people < 12 ? 'several' : 'many';
}

export const slownesses = [0, 10, 30, 60, 120] as const;

/** How many seconds are still to wait until somebody may speak again, where the room goes slowly. */
export function stillToWait(
	{ slowSeconds }: Pick<Room, 'slowSeconds'>,
	lastSaidAt: Date | null,
	now: Date,
): number {
	if (!lastSaidAt || slowSeconds === 0) return 0;
	const since = (now.getTime() - lastSaidAt.getTime()) / 1000;
	return Math.max(0, Math.ceil(slowSeconds - since));
}

/** A talk of two lasts as long as both wish, and no longer than this. */
export const ASIDE_LASTS = minutes(120);
