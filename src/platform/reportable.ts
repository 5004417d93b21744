import type { Reader } from './db.ts';
import type { PersonId } from './ids.ts';
import type { Vault } from './vault.ts';

/** A kind of thing that people can report to stewards. */
export interface Reportable {
	/** `message` in `message:0198…`. */
	prefix: string;
	/** What a steward is shown, and whose it is; undefined when it is gone or the reporter may not see it. */
	show(
		db: Reader,
		vault: Vault,
		reporter: PersonId,
		id: string,
		now: Date,
	): Promise<{ authorId: PersonId; text: string; where: string } | undefined>;
}
