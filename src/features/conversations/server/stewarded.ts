import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { ConversationId, Kind } from '../conversation.ts';

/** What was there before, as plain values: ids, moments and flags, never words. */
export type Was = Readonly<Record<string, string | number | boolean | null>>;

/** Somebody in a place. */
export interface InPlace {
	id: ConversationId;
	personId: PersonId;
}

/**
 * What stewards can do about somebody in the places of one kind, and how exactly it is taken back. Each answers with what was
 * there before, undefined where there was nothing to do.
 */
export interface Stewarded {
	kind: Kind;
	/** Where this person is now. */
	placesOf(tx: Tx, personId: PersonId): Promise<ConversationId[]>;
	/** Asks them to listen until then. A longer pause that they were asked for by a host stays. */
	pause?(tx: Tx, at: InPlace, until: Date): Promise<Was | undefined>;
	endPause?(tx: Tx, at: InPlace, was: Was, until: Date): Promise<void>;
	/** Takes their place away, and keeps them out; without an end, until it is taken back. */
	takeOut(tx: Tx, at: InPlace, until: Date | null): Promise<Was | undefined>;
	/** Gives the place back as it was, also where no place is free: nobody waits for what should not have been taken. */
	putBack(tx: Tx, at: InPlace, was: Was): Promise<void>;
}
