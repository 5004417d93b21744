import type { Reader } from './db.ts';
import type { PersonId } from './ids.ts';
import type { Ruling } from './ruling.ts';
import type { Vault } from './vault.ts';

/** Whose a line is. It stands beside the line and is never sent: JSON has no way to write a symbol. */
export const by = Symbol('by');

/** Something that changed in a conversation, ready to be sent. `change` grows by one with every change. */
export interface Change {
	change: number;
	/** Undefined or null where it is nobody’s. */
	[by]?: PersonId | null;
}

/** Something people can watch live, and the rule for who may. */
export interface Topic<Line extends Change = Change> {
	/** `circle` in `circle:0198…`. */
	prefix: string;
	/** The same rule that guards the page. Asked at the door, and again whenever a seat or session changes. */
	admit(db: Reader, viewer: PersonId | null, id: string, now: Date): Promise<Ruling>;
	/** What changed after this change, oldest first, read once for everyone who watches; at most a few hundred. */
	since(db: Reader, vault: Vault, id: string, change: number): Promise<Line[]>;
	/** The newest change there is, for someone who has just come. */
	latest(db: Reader, id: string): Promise<number>;
	/** Whose lines and writing this viewer is not shown. Asked along with admission, whenever that is asked. */
	hiddenFrom?(db: Reader, viewer: PersonId): Promise<ReadonlySet<PersonId>>;
	/** Where people may be told that somebody is writing. */
	writing?: {
		/** Who a person is here, if they may say something now. */
		as(db: Reader, viewer: PersonId, id: string, now: Date): Promise<string | undefined>;
		/** What others here see of whoever that is; undefined when they are nobody here any more. */
		who(db: Reader, id: string, as: string): Promise<Writer | undefined>;
	};
}

/** Somebody who is about to say something: as others here know them, and who that is. */
export interface Writer {
	author: { id: string; name: string };
	/** Never sent. */
	personId: PersonId;
}
