import type { Reader } from '#platform/db.ts';
import type { Event } from '#platform/event.ts';
import type { Id } from '#platform/ids.ts';
import type { Listing } from '../listing.ts';

export type SubjectId = Id<'circle'> | Id<'room'>;

/** A kind of place of our own that can be found beside the meetings elsewhere. Its feature hands one to the composition. */
export interface Listable {
	kind: 'circle' | 'room';
	/** The facts after which one of them may have something else to say, or nothing any more. */
	follows: readonly Follows[];
	/** What one of them says for everyone to find; undefined where it is not for everyone, and it is not listed. */
	of(db: Reader, id: SubjectId): Promise<Listing | undefined>;
	/** Every one that has something to say. */
	all(db: Reader): Promise<SubjectId[]>;
}

export interface Follows {
	factName: string;
	/** Whom the fact is about. */
	subject(db: Reader, data: Event['data']): Promise<SubjectId | undefined>;
}
