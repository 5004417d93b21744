import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Ruling } from '#platform/ruling.ts';
import type { ConversationId, Kind } from '../conversation.ts';

/** What a feature whose places have conversations says about them to whatever must reach into every conversation. */
export interface Home {
	kind: Kind;
	/** The rule that guards the page. */
	mayRead(db: Reader, viewer: PersonId | null, id: ConversationId, now: Date): Promise<Ruling>;
	/** Whether somebody may say something there now, in their own time: that a place goes slowly keeps nobody from writing. */
	mayWrite(db: Reader, viewer: PersonId, id: ConversationId, now: Date): Promise<Ruling>;
	/** Whether somebody looks after what is said there: reads what waits, and passes it on. Stewards do anyway. */
	mayTend(db: Reader, viewer: PersonId, id: ConversationId, now: Date): Promise<Ruling>;
	/** To whom it shows who is there, where that is not those who may read. */
	showsPeople?(db: Reader, viewer: PersonId, id: ConversationId, now: Date): Promise<Ruling>;
	/** Whether the place has a name of its own, and not only those of the people in it. */
	isNamed: boolean;
	/** What its people call it, with the names of those in it that this person is shown; null for all of them. */
	nameOf(db: Reader, id: ConversationId, seenBy: PersonId | null): Promise<string>;
	/** Where those who are in it find it. */
	pathOf(db: Reader, id: ConversationId): Promise<string>;
}
