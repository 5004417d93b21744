import type { Reader, Tx } from './db.ts';
import type { PersonId } from './ids.ts';
import type { Vault } from './vault.ts';

/** What a feature knows about a person, and how it forgets it. Every feature that keeps any has one. */
export interface Personal {
	/** The feature’s name, and so the heading in a person’s export. */
	feature: string;
	/** Everything kept about this person or written by them, as plain values that become JSON. */
	export(db: Reader, vault: Vault, personId: PersonId): Promise<Record<string, unknown>>;
	/** Takes it all away, in the transaction that erases the person. */
	erase(tx: Tx, personId: PersonId): Promise<void>;
}
