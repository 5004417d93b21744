import type { Reader, Tx } from './db.ts';
import type { PersonId } from './ids.ts';
import type { Vault } from './vault.ts';

/** A kind of thing that people can report to stewards. */
export interface Reportable {
	/** `message` in `message:0198…`. */
	prefix: string;
	/** What a steward is shown, and whose it is; undefined when it is gone or the reporter may not see it. */
	show(db: Reader, vault: Vault, reporter: PersonId, id: string, now: Date): Promise<Reported | undefined>;
	/** Takes it out of everybody’s sight but its author’s and the stewards’; false when it is gone, or is so already. */
	hide?(tx: Tx, id: string, at: Date): Promise<boolean>;
	/** Gives it back where it was; what others hid for their own reasons stays hidden. False when there is nothing to do. */
	restore?(tx: Tx, id: string, at: Date): Promise<boolean>;
	/** When it got the words it has; undefined when it is gone. */
	editedAt?(db: Reader, id: string): Promise<Date | undefined>;
	/** What was said around it, as everybody there could read it, oldest first; for what stands alone there is nothing. */
	around?(db: Reader, vault: Vault, id: string, now: Date): Promise<LineAround[]>;
}

/** A thing as it is at this moment. */
export interface Reported {
	/** Null where it is nobody’s, or of whoever has gone. */
	authorId: PersonId | null;
	text: string;
	/** What its people call the place it is in. */
	where: string;
}

/** One of the lines around a thing, by whoever they are there. */
export interface LineAround {
	by: string;
	text: string;
	/** Whether it is the thing itself. */
	it: boolean;
}
