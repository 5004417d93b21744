import type { ConversationId } from '#features/conversations/conversation.ts';
import type { Id, PersonId } from '#platform/ids.ts';

/** A pairing is a conversation of two. */
export type PairingId = ConversationId & Id<'pairing'>;
export type BookingId = Id<'booking'>;
/** Sessions that were booked together. */
export type SeriesId = Id<'series'>;
export type SlotWaitId = Id<'slot-wait'>;

/** Two people, for as long as both wish. Whoever is gone is null. */
export interface Pairing {
	id: PairingId;
	supporterId: PersonId | null;
	memberId: PersonId | null;
	beganAt: Date;
	endedAt: Date | null;
	/** Whether a coordinator’s asking of the supporter still stands. */
	supporterAsked: boolean;
	/** Whether a block stands between the two. */
	apart: boolean;
}

/** A slot is kept for whoever fills in the form for so many minutes. */
export const HELD_FOR_MINUTES = 10;

/** A time that falls free is kept so long for whoever waits for it, and then for the next. */
export const OFFERED_FOR_MINUTES = 180;

/** More times than anybody waits for. */
export const MOST_WAITS = 10;

/** Whether somebody is one of the two. */
export const isOneOf = ({ supporterId, memberId }: Pairing, personId: PersonId): boolean =>
	personId === supporterId || personId === memberId;

/** The other of the two; null once they have gone. */
export const otherOf = ({ supporterId, memberId }: Pairing, personId: PersonId): PersonId | null =>
	personId === supporterId ? memberId : supporterId;
